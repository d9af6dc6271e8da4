package exchange

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func writes(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func passes(string) error { return nil }

func codeOf(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Code
}

// contents maps each name in a folder to what the file holds.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

func TestDeliver(t *testing.T) {
	dir := t.TempDir()
	checked := ""
	got, err := Deliver(t.Context(), dir, "简报.txt", writes("第4期"), func(path string) error {
		data, err := os.ReadFile(path)
		checked = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte("第4期"))
	want := Result{Path: filepath.Join(dir, "简报.txt"), Bytes: 7, SHA256: hex.EncodeToString(sum[:]), ReadBack: true}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if files := contents(t, dir); checked != "第4期" || len(files) != 1 || files["简报.txt"] != "第4期" {
		t.Errorf("checked %q, folder holds %q", checked, files)
	}
}

func TestDeliverNeverReplaces(t *testing.T) {
	dir := t.TempDir()
	for i, want := range []string{"a.txt", "a (2).txt", "a (3).txt"} {
		got, err := Deliver(t.Context(), dir, "a.txt", writes(want), passes)
		if err != nil || filepath.Base(got.Path) != want || got.Renamed != (i > 0) {
			t.Errorf("%+v, %v; want %s", got, err, want)
		}
	}
	for name, content := range contents(t, dir) {
		if name != content {
			t.Errorf("%s holds %q", name, content)
		}
	}
}

// A link that leads nowhere is a name that is taken.
func TestDeliverFollowsNoLink(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	if err := os.Symlink(filepath.Join(elsewhere, "target"), filepath.Join(dir, "a")); err != nil {
		t.Skipf("this system makes no symbolic links: %v", err)
	}
	got, err := Deliver(t.Context(), dir, "a", writes("x"), passes)
	if err != nil || filepath.Base(got.Path) != "a (2)" {
		t.Errorf("%+v, %v", got, err)
	}
	if files := contents(t, elsewhere); len(files) != 0 {
		t.Errorf("the link's folder holds %q", files)
	}
}

// What a file system without hard links makes Deliver do.
func TestRenameOverOwn(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
	if err := os.WriteFile(from, []byte("new"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := renameOverOwn(from, to); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(from, []byte("newer"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := renameOverOwn(from, to); !errors.Is(err, os.ErrExist) {
		t.Errorf("onto a file: %v", err)
	}
	if err := renameOverOwn(filepath.Join(dir, "none"), filepath.Join(dir, "other")); err == nil {
		t.Error("a file that is not there was renamed")
	}
	if files := contents(t, dir); len(files) != 2 || files["to"] != "new" {
		t.Errorf("folder holds %q", files)
	}
}

func TestDeliverFailures(t *testing.T) {
	boom := errors.New("boom")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	fails := func(err error) func(io.Writer) error { return func(io.Writer) error { return err } }
	for name, c := range map[string]struct {
		ctx   context.Context
		dir   string // "" is a folder of its own that must stay as it was
		name  string
		write func(io.Writer) error
		check func(string) error
		code  string
	}{
		"writer fails":      {t.Context(), "", "a", fails(boom), passes, CodeWrite},
		"check fails":       {t.Context(), "", "a", writes("x"), func(string) error { return boom }, CodeWrite},
		"read back differs": {t.Context(), "", "a", writes("x"), func(string) error { return difference{line: 1}.failure() }, CodeReadBack},
		"disk full":         {t.Context(), "", "a", fails(syscall.ENOSPC), passes, CodeDiskFull},
		"read-only":         {t.Context(), "", "a", fails(syscall.EROFS), passes, CodeReadOnly},
		"not allowed":       {t.Context(), "", "a", fails(syscall.EACCES), passes, CodeReadOnly},
		"cancelled":         {cancelled, "", "a", writes("x"), passes, CodeCancelled},
		"no folder":         {t.Context(), filepath.Join(t.TempDir(), "none"), "a", writes("x"), passes, CodeNoFolder},
		"folder is a file":  {t.Context(), file, "a", writes("x"), passes, CodeNoFolder},
		"name with a path":  {t.Context(), "", "../a", writes("x"), passes, CodeName},
		"no name":           {t.Context(), "", "", writes("x"), passes, CodeName},
	} {
		t.Run(name, func(t *testing.T) {
			dir := c.dir
			if dir == "" {
				dir = t.TempDir()
				if err := os.WriteFile(filepath.Join(dir, "a"), []byte("old"), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			_, err := Deliver(c.ctx, dir, c.name, c.write, c.check)
			if codeOf(err) != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
			if c.dir == "" {
				if files := contents(t, dir); len(files) != 1 || files["a"] != "old" {
					t.Errorf("folder holds %q", files)
				}
			}
		})
	}
}

func TestDeliverReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write to any folder; the case is covered by an error of the system in TestDeliverFailures")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := Deliver(t.Context(), dir, "a", writes("x"), passes); codeOf(err) != CodeReadOnly {
		t.Errorf("%v, want %s", err, CodeReadOnly)
	}
}
