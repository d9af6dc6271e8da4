//go:build linux

package faulttest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jianbao/review"
	"jianbao/storage"
)

func init() { bare["denied"] = openDenied }

// nobody is the user that a test which runs as root becomes.
const nobody = 65534

// openDenied opens the database as somebody who may not write, and says what
// came of it.
func openDenied(ctx context.Context, path string) error {
	if os.Geteuid() == 0 {
		if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	s, err := storage.Open(ctx, path)
	if err == nil {
		_, err = saveOnce(ctx, s)
		s.Close()
	}
	fmt.Println(errors.Is(err, review.ErrReadOnly), err)
	return nil
}

// TestDenied takes the right to write away from the file, the folder and both.
func TestDenied(t *testing.T) {
	for name, mode := range map[string]struct{ file, folder os.FileMode }{
		"file":            {0o444, 0o777},
		"folder":          {0o666, 0o555},
		"file and folder": {0o444, 0o555},
	} {
		t.Run(name, func(t *testing.T) {
			root, err := os.MkdirTemp("", "jianbao-denied-") // t.TempDir is closed to others
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(root)
			path := filepath.Join(root, "x.db")
			makeSaved(t, path)
			if err := errors.Join(os.Chmod(path, mode.file), os.Chmod(root, mode.folder)); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			out, err := child(t, "denied", path).Output()
			if err != nil || !strings.HasPrefix(string(out), "true ") {
				t.Errorf("opened and saved: %s %v", out, err)
			}
			if err := os.Chmod(root, 0o700); err != nil {
				t.Fatal(err)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
				t.Errorf("the file was changed (%v)", err)
			}
			t.Log(sentence(t, review.ErrReadOnly))
		})
	}
}

func makeSaved(t *testing.T, path string) {
	t.Helper()
	s := open(t, path)
	if _, err := saveOnce(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
