package sqlite_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"jianbao/review"
	"jianbao/storage/sqlite"
)

func TestOpenMakesFolderAndFileForTheUserAlone(t *testing.T) {
	path := path(t)
	open(t, path)
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits")
	}
	for name, want := range map[string]fs.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", filepath.Base(name), got, want)
		}
	}
}

func TestOpenLeavesOneFile(t *testing.T) {
	path := path(t)
	closed(t, path)
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("folder holds %v, %v; want the database alone", entries, err)
	}
}

// closed makes a database with one draft and its text, and closes it.
func closed(t testing.TB, path string) {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Drafts().Add(review.Draft{ID: "d1"}), tx.Revisions().Add(revision(t, 1, "正文")))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefusesWhatItCannotUse(t *testing.T) {
	path := path(t)
	closed(t, path)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, value uint32) []byte {
		data := bytes.Clone(sound)
		binary.BigEndian.PutUint32(data[at:], value)
		return data
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":       {nil, review.ErrDamaged},
		"cut early":   {sound[:60], review.ErrDamaged},
		"cut in half": {sound[:len(sound)/2/4096*4096], review.ErrDamaged},
		"text":        {[]byte("情况简报第4期"), review.ErrForeign},
		"long text":   {bytes.Repeat([]byte("情况简报"), 5000), review.ErrForeign},
		"other's":     {patched(68, 0), review.ErrForeign},
		"newer":       {patched(60, 99), review.ErrNewer},
		"older mark":  {patched(60, 0), review.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) { refusesFile(t, c.data, c.want) })
	}
}

func refusesFile(t *testing.T, data []byte, want error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), path)
	if err == nil {
		s.Close()
	}
	if !errors.Is(err, want) {
		t.Errorf("Open = %v, want %v", err, want)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
		t.Errorf("the file was changed (%d → %d bytes, %v)", len(data), len(after), err)
	}
}

func TestOpenRefusesAFolder(t *testing.T) {
	if _, err := sqlite.Open(context.Background(), t.TempDir()); !errors.Is(err, review.ErrForeign) {
		t.Errorf("Open of a folder = %v", err)
	}
}

func TestOpenWhereNothingCanBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := sqlite.Open(context.Background(), filepath.Join(file, "x.db")); err == nil {
		s.Close()
		t.Error("a database was made below a file")
	}
}

func TestOpenInReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("this user may write everywhere")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(context.Background(), filepath.Join(folder, "x.db")); !errors.Is(err, review.ErrReadOnly) {
		t.Errorf("Open = %v, want %v", err, review.ErrReadOnly)
	}
}

// TestOpenAtOnce has several programs find no database at the same moment.
func TestOpenAtOnce(t *testing.T) {
	path := path(t)
	stores := make([]*sqlite.Store, 8)
	var group sync.WaitGroup
	for i := range stores {
		group.Go(func() {
			s, err := sqlite.Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			stores[i] = s
			write(t, s, func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: review.DraftID(rune('a' + i))}) })
		})
	}
	group.Wait()
	for _, s := range stores {
		var drafts []review.Draft
		read(t, s, func(tx review.Tx) (err error) {
			drafts, err = tx.Drafts().List(review.DraftFilter{})
			return err
		})
		if len(drafts) != len(stores) {
			t.Errorf("a store sees %d drafts of %d", len(drafts), len(stores))
		}
		s.Close()
	}
}

func TestBackupOfAnOpenStore(t *testing.T) {
	path := path(t)
	s := open(t, path)
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Drafts().Add(review.Draft{ID: "d1"}), tx.Revisions().Add(revision(t, 1, "正文")))
	})
	copied := filepath.Join(filepath.Dir(path), "备份.db")
	if err := s.Backup(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	read(t, open(t, copied), func(tx review.Tx) error {
		_, err := tx.Revisions().Get("d1", 1)
		return err
	})
	if info, err := os.Stat(copied); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has mode %v, %v", info.Mode(), err)
	}
	before, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(context.Background(), copied); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Backup over an existing file = %v", err)
	}
	if after, err := os.ReadFile(copied); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the existing file was changed: %v", err)
	}
}
