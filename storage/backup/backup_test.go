package backup_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/backup"
	"jianbao/storage/sqlite"
)

// office is a database with one draft in it, its keeper, and a clock turned by
// hand.
type office struct {
	*backup.Keeper
	t     *testing.T
	path  string
	store *sqlite.Store
	now   time.Time
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, path: filepath.Join(t.TempDir(), "甲 乙", "简报.db"), now: time.Date(2026, 6, 18, 9, 30, 0, 0, time.Local)}
	var err error
	o.store, err = sqlite.Open(t.Context(), o.path)
	o.ok(err)
	t.Cleanup(func() { o.store.Close() })
	o.write(1, "第一稿")
	o.Keeper, err = backup.For(o.path, backup.WithClock(func() time.Time { return o.now }))
	o.ok(err)
	o.Attach(o.store)
	return o
}

func (o *office) ok(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// write makes a revision of the draft.
func (o *office) write(seq int, text string) {
	o.t.Helper()
	b := doc.Bulletin{Masthead: doc.Masthead{Title: "情况简报"}, Articles: []doc.Article{{ID: "a", Title: "题目", Body: []doc.Paragraph{{ID: "p", Text: text}}}}}
	rev, err := review.NewRevision(review.RevisionInfo{Draft: "d1", Seq: seq, Parent: seq - 1, Cause: review.CauseSave}, b)
	o.ok(err)
	o.ok(o.store.Atomically(o.t.Context(), func(tx review.Tx) error {
		d, err := tx.Drafts().Get("d1")
		if errors.Is(err, review.ErrNotFound) {
			d = review.Draft{ID: "d1", Heading: "题目", State: review.Drafting}
			err = tx.Drafts().Add(d)
		}
		if err != nil {
			return err
		}
		d.Head = seq
		last, err := tx.Events().Last()
		return errors.Join(err, tx.Drafts().Update(d), tx.Revisions().Add(rev),
			tx.Events().Add(review.Event{Draft: "d1", Action: review.ActEdit}.Seal(last)))
	}))
}

func (o *office) make() backup.Copy {
	o.t.Helper()
	c, err := o.Make(o.t.Context())
	o.ok(err)
	return c
}

func (o *office) copies() []backup.Copy {
	o.t.Helper()
	all, err := o.Copies()
	o.ok(err)
	return all
}

// damage flips a byte of a text in a file.
func (o *office) damage(path, text string) {
	o.t.Helper()
	data, err := os.ReadFile(path)
	o.ok(err)
	at := bytes.Index(data, []byte(text))
	if at < 0 {
		o.t.Fatalf("%s does not hold %s", path, text)
	}
	data[at] ^= 0x01
	o.ok(os.WriteFile(path, data, 0o600))
}

func requireCode(t *testing.T, err error, code string) {
	t.Helper()
	var p *backup.Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Errorf("error %v, want %s", err, code)
	}
}

func TestACopyIsCheckedWhenItIsMade(t *testing.T) {
	o := newOffice(t)
	if st := o.Status(); st.Good || st.Code != backup.CodeNone {
		t.Errorf("before the first copy: %+v", st)
	}
	c := o.make()
	if !c.Sound || !c.Checked.Equal(o.now) || !c.At.Equal(o.now) || c.Size == 0 {
		t.Errorf("copy %+v", c)
	}
	if st := o.Status(); !st.Good || st.Newest != c {
		t.Errorf("after it: %+v", st)
	}
	entries, err := os.ReadDir(filepath.Dir(c.Path))
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v: looking left a trace", entries, err)
	}
}

func TestTheLightTurnsRed(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*office, backup.Copy)
		code string
	}{
		"old copy":       {func(o *office, _ backup.Copy) { o.now = o.now.Add(49 * time.Hour) }, backup.CodeOld},
		"clock set back": {func(o *office, _ backup.Copy) { o.now = o.now.Add(-49 * time.Hour) }, backup.CodeOld},
		"no folder": {func(o *office, _ backup.Copy) {
			o.ok(os.WriteFile(o.path+".file", nil, 0o600))
			o.ok(os.RemoveAll(o.Folder()))
			o.ok(os.Symlink(o.path+".file", o.Folder()))
			if _, err := o.Make(o.t.Context()); err == nil {
				o.t.Error("a copy was made in a file")
			}
		}, backup.CodeFailed},
		"copy rotted": {func(o *office, c backup.Copy) {
			o.damage(c.Path, "第一稿")
			requireCode(o.t, o.Check(o.t.Context(), c), backup.CodeDamaged)
		}, backup.CodeNone},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			c.do(o, o.make())
			if st := o.Status(); st.Good || st.Code != c.code {
				t.Errorf("status %+v, want %s", st, c.code)
			}
		})
	}
}

func TestAnyFlippedBitOfACopyIsSeen(t *testing.T) {
	o := newOffice(t)
	c := o.make()
	data, err := os.ReadFile(c.Path)
	o.ok(err)
	for at := 0; at < len(data); at += 997 {
		bad := bytes.Clone(data)
		bad[at] ^= 0x10
		o.ok(os.WriteFile(c.Path, bad, 0o600))
		if err := o.Check(t.Context(), c); err == nil {
			t.Fatalf("byte %d of the copy was changed, and it passed for sound", at)
		}
		o.ok(os.WriteFile(c.Path, data, 0o600))
		o.ok(o.Check(t.Context(), c))
	}
}

func TestCopiesOfManyDaysArePutAway(t *testing.T) {
	o := newOffice(t)
	start := o.now
	for day := range 50 {
		o.now = start.AddDate(0, 0, day)
		o.make()
	}
	kept := o.copies()
	if n := len(kept); n < 11 || n > 14 { // 7 days, 4 more weeks, a month or two
		t.Errorf("%d copies are kept", n)
	}
	files, err := os.ReadDir(o.Folder())
	if err != nil || len(files) != len(kept) {
		t.Errorf("%d files in the folder, %v", len(files), err)
	}
}

// TestTheLastGoodCopyStays has every later copy go bad.
func TestTheLastGoodCopyStays(t *testing.T) {
	o := newOffice(t)
	good := o.make()
	for range 40 {
		o.now = o.now.AddDate(0, 1, 0)
		bad := o.make()
		o.damage(bad.Path, "第一稿")
		requireCode(t, o.Check(t.Context(), bad), backup.CodeDamaged)
	}
	copies := o.copies()
	if last := copies[len(copies)-1]; last.Path != good.Path || !last.Sound {
		t.Errorf("the oldest that is left is %+v", last)
	}
}

func TestTwoCopiesInOneSecond(t *testing.T) {
	o := newOffice(t)
	if a, b := o.make(), o.make(); a.Path == b.Path || !a.Sound || !b.Sound {
		t.Errorf("%+v and %+v", a, b)
	}
}

func TestDue(t *testing.T) {
	o := newOffice(t)
	for _, c := range []struct {
		after time.Duration
		want  bool
	}{{0, false}, {23 * time.Hour, false}, {24 * time.Hour, true}, {-30 * time.Minute, false}, {-2 * time.Hour, true}} {
		if len(o.copies()) == 0 {
			if !o.Due() {
				t.Error("not due without any copy")
			}
			o.make()
		}
		made := o.now
		o.now = o.now.Add(c.after)
		if got := o.Due(); got != c.want {
			t.Errorf("%v after the copy: due %v", c.after, got)
		}
		o.now = made
	}
}

func TestTendDoesWhatIsDue(t *testing.T) {
	o := newOffice(t)
	o.ok(o.Tend(t.Context()))
	o.ok(o.Tend(t.Context()))
	if n := len(o.copies()); n != 1 {
		t.Errorf("%d copies after tending twice", n)
	}
	if st := o.Status(); !st.Good || !st.Rehearsed.Equal(o.now) {
		t.Errorf("status %+v", st)
	}
	if texts, err := filepath.Glob(filepath.Join(o.MirrorFolder(), "*", "text.txt")); err != nil || len(texts) != 1 {
		t.Errorf("readable texts %v, %v", texts, err)
	}
}

func TestRunTendsAtOnceAndEnds(t *testing.T) {
	o := newOffice(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	o.Run(ctx, func(err error) {
		if err != nil {
			t.Error(err)
		}
		cancel()
	})
	if n := len(o.copies()); n != 1 {
		t.Errorf("%d copies", n)
	}
}

func TestFolderIsChosen(t *testing.T) {
	o := newOffice(t)
	elsewhere := filepath.Join(t.TempDir(), "另一块盘")
	o.ok(o.SetFolder(elsewhere))
	if c := o.make(); filepath.Dir(c.Path) != elsewhere {
		t.Errorf("made at %s", c.Path)
	}
	again, err := backup.For(o.path)
	o.ok(err)
	if again.Folder() != elsewhere {
		t.Errorf("the folder is forgotten: %s", again.Folder())
	}
	o.ok(o.SetFolder(""))
	if o.Folder() == elsewhere {
		t.Error("the folder beside the database cannot be had again")
	}
}

func TestCanceled(t *testing.T) {
	o := newOffice(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.Make(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Make = %v", err)
	}
	if st := o.Status(); st.Code == backup.CodeFailed {
		t.Error("giving up is told as a failure")
	}
}

func TestWithoutADatabaseOnDisk(t *testing.T) {
	k, err := backup.For(filepath.Join(t.TempDir(), "none.db"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = k.Make(t.Context())
	requireCode(t, err, backup.CodeMemory)
}
