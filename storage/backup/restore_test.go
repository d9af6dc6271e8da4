package backup_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage/backup"
	"jianbao/storage/sqlite"
)

func TestRestoreStandsBeside(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	o.write(2, "第二稿")
	before, err := os.ReadFile(o.path)
	o.ok(err)
	r, err := o.Restore(t.Context(), c.Path)
	o.ok(err)
	if r.Drafts != 1 || r.Newest != "题目" || r.Events != 1 || filepath.Dir(r.Path) != filepath.Dir(o.path) {
		t.Errorf("restored %+v", r)
	}
	if after, err := os.ReadFile(o.path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the present database was touched (%v)", err)
	}
	if again, err := o.Restore(t.Context(), c.Path); err != nil || again.Path == r.Path {
		t.Errorf("restored anew over the first: %+v, %v", again, err)
	}
}

func TestAdoptKeepsTheFormer(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	o.write(2, "第二稿")
	r, err := o.Restore(t.Context(), c.Path)
	o.ok(err)
	_, err = o.Adopt(t.Context(), r.Path)
	requireCode(t, err, backup.CodeInUse)
	o.ok(o.store.Close())
	o.ok(o.AdoptNext(r.Path))
	kept, err := o.AdoptPending(t.Context())
	o.ok(err)
	requireHead(t, o.path, 1)
	requireHead(t, kept, 2)
	if kept, err := o.AdoptPending(t.Context()); kept != "" || err != nil {
		t.Errorf("adopted twice: %s, %v", kept, err)
	}
}

func requireHead(t *testing.T, path string, want int) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(t.Context(), func(tx review.Tx) error {
		d, err := tx.Drafts().Get("d1")
		if d.Head != want {
			t.Errorf("%s has revision %d, want %d", path, d.Head, want)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestAdoptInPlaceOfRuins restores where the present database cannot be opened.
func TestAdoptInPlaceOfRuins(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	o.ok(o.store.Close())
	ruins := []byte("这里曾经是数据库")
	o.ok(os.WriteFile(o.path, ruins, 0o600))
	r, err := o.Restore(t.Context(), c.Path)
	o.ok(err)
	kept, err := o.Adopt(t.Context(), r.Path)
	o.ok(err)
	requireHead(t, o.path, 1)
	if is, err := os.ReadFile(kept); err != nil || !bytes.Equal(is, ruins) {
		t.Errorf("the ruins were changed (%v)", err)
	}
}

func TestADamagedCopyIsNotRestored(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	o.damage(c.Path, "第一稿")
	_, err := o.Restore(t.Context(), c.Path)
	requireCode(t, err, backup.CodeDamaged)
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(o.path), "*restored*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRehearsalFindsWhatRotted(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	o.ok(o.Rehearse(t.Context()))
	o.damage(c.Path, "第一稿")
	requireCode(t, o.Rehearse(t.Context()), backup.CodeDamaged)
	if st := o.Status(); st.Good {
		t.Errorf("status %+v after a rehearsal that failed", st)
	}
}

// TestBeforeUpgrade takes a database of the first release.
func TestBeforeUpgrade(t *testing.T) {
	data, err := os.ReadFile("../sqlite/testdata/0001.db")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := backup.For(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.BeforeUpgrade(t.Context()); err != nil {
		t.Fatal(err)
	}
	copies, err := k.Copies()
	if err != nil || len(copies) != 1 || !copies[0].Before || !copies[0].Sound {
		t.Fatalf("copies %+v, %v", copies, err)
	}
	if old, err := sqlite.Outdated(copies[0].Path); !old || err != nil {
		t.Errorf("the copy is upgraded already: %v, %v", old, err)
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := k.BeforeUpgrade(t.Context()); err != nil {
		t.Error(err)
	}
	if r, err := k.Restore(t.Context(), copies[0].Path); err != nil || !r.Upgrade || r.Drafts != 3 {
		t.Errorf("restored %+v, %v", r, err)
	}
	if copies, _ = k.Copies(); len(copies) != 1 {
		t.Errorf("%d copies, one of a database that needed none", len(copies))
	}
}

func reopen(t *testing.T, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestAdoptGoesOnWhereItWasInterrupted has a program end when the former
// database has its new name and nothing has the old one: no new, empty database
// is made in its place.
func TestAdoptGoesOnWhereItWasInterrupted(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	r, err := o.Restore(t.Context(), c.Path)
	o.ok(err)
	o.ok(o.store.Close())
	o.ok(o.AdoptNext(r.Path))
	o.ok(os.Rename(o.path, o.path+".kept"))
	_, err = o.AdoptPending(t.Context())
	o.ok(err)
	requireHead(t, o.path, 1)
	if _, err := os.Stat(r.Path); err == nil {
		t.Error("the restored database has two names")
	}
}
