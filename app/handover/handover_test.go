package handover

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// script writes a script of this name and exit status into a folder.
func script(t *testing.T, dir, name, status string) {
	t.Helper()
	text := "#!/bin/sh\necho \"$0 $*\" >> " + filepath.Join(dir, "log") + "\nexit " + status + "\n"
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestHand(t *testing.T) {
	programs := []program{{"first", []string{"open"}}, {"second", nil}}
	for name, c := range map[string]struct {
		scripts map[string]string // status by name
		code    string
		log     string
	}{
		"nothing there":      {nil, CodeNone, ""},
		"the best is taken":  {map[string]string{"first": "0", "second": "0"}, "", "first open 定稿.pdf\n"},
		"the next if absent": {map[string]string{"second": "0"}, "", "second 定稿.pdf\n"},
		"all refuse":         {map[string]string{"first": "3", "second": "4"}, CodeFailed, "first open 定稿.pdf\nsecond 定稿.pdf\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("PATH", dir)
			want := ""
			for n, status := range c.scripts {
				script(t, dir, n, status)
			}
			err := hand("定稿.pdf", programs)
			var own *Error
			if code := ""; errors.As(err, &own) && own.Code != c.code || err == nil && c.code != code {
				t.Errorf("%v, want code %q", err, c.code)
			}
			log, _ := os.ReadFile(filepath.Join(dir, "log")) // absent where nothing ran
			for line := range strings.Lines(c.log) {
				want += dir + "/" + line
			}
			if string(log) != want {
				t.Errorf("ran %q, want %q", log, want)
			}
		})
	}
}
