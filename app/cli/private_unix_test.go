//go:build unix

package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"jianbao/app/setup"
)

// TestOnlyTheUserReadsWhatIsKept works on a machine on which everybody may read
// what others make: what the program keeps for itself is the user's alone.
func TestOnlyTheUserReadsWhatIsKept(t *testing.T) {
	umask(t, 0o022)
	t.Chdir(t.TempDir())
	work(t)
	if _, err := setup.CrashReport("data", Version, time.Unix(0, 0), "x", nil); err != nil {
		t.Fatal(err)
	}
	seen := 0
	err := filepath.WalkDir("data", func(path string, _ fs.DirEntry, err error) error {
		info, statErr := os.Lstat(path)
		if err = errors.Join(err, statErr); err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		seen++
		return err
	})
	if err != nil || seen < 5 {
		t.Errorf("looked at %d files: %v", seen, err)
	}
}

// TestExportsFollowTheUmask leaves it to the user who may read what he hands out.
func TestExportsFollowTheUmask(t *testing.T) {
	for mask, want := range map[int]fs.FileMode{0o022: 0o644, 0o027: 0o640, 0o077: 0o600} {
		umask(t, mask)
		t.Chdir(t.TempDir())
		work(t)
		files, err := filepath.Glob("out/*")
		if err != nil || len(files) == 0 {
			t.Fatalf("nothing was exported: %v", err)
		}
		for _, path := range files {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
				t.Errorf("umask %03o: %s is %v, %v", mask, path, info.Mode(), err)
			}
		}
	}
}

// work makes everything that the program keeps: a database, its index, a
// backup; and exports a draft.
func work(t *testing.T) {
	t.Helper()
	write(t, "issue.txt", "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　走访三百一十二户。\n\n（办公室）\n")
	var made imported
	db := []string{"--db", filepath.Join("data", "desk.db")}
	run(t, &made, append(db, "import", "issue.txt")...)
	for _, line := range []string{"search 走访", "backup", "export " + made.ID + " --to txt,docx --out out"} {
		if status, out, errs := try(append(db, strings.Fields(line)...)...); status != exitDone {
			t.Fatalf("%s: %d %s %s", line, status, out, errs)
		}
	}
}

func umask(t *testing.T, mask int) {
	t.Helper()
	before := syscall.Umask(mask)
	t.Cleanup(func() { syscall.Umask(before) })
}
