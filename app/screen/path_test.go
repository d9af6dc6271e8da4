package screen

import "testing"

func TestHomely(t *testing.T) {
	t.Setenv("HOME", "/home/li")
	for path, want := range map[string]string{
		"/home/li/Documents": "~/Documents", "/home/li": "~", "/home/liu/x": "/home/liu/x", "/srv/x": "/srv/x", "memory:": "memory:",
	} {
		if got := Homely(path); got != want {
			t.Errorf("Homely(%s) = %s, want %s", path, got, want)
		}
	}
}
