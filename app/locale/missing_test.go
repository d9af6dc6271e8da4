package locale

import "testing"

func TestMissing(t *testing.T) {
	for _, c := range []struct {
		environment map[string]string
		want        bool
	}{
		{map[string]string{"LC_ALL": "C.UTF-8"}, true},
		{map[string]string{"LANG": "C.utf8"}, true},
		{map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "en"}, false},
		{map[string]string{"LC_ALL": "zh_CN.UTF-8", "LANG": "C.UTF-8"}, false},
		{map[string]string{"LC_ALL": "C"}, false},
		{nil, false},
	} {
		if _, got := missing(func(name string) string { return c.environment[name] }); got != c.want {
			t.Errorf("missing(%v) = %v", c.environment, got)
		}
	}
}
