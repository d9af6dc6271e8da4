package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"jianbao/app/screen/screentest"
	"jianbao/app/setup"
	"jianbao/review"
)

// TestRescue opens the program on a text where the database was.
func TestRescue(t *testing.T) {
	o := setup.Options{DSN: filepath.Join(t.TempDir(), "desk.db")}
	p, err := setup.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Backups.Make(t.Context()); err != nil {
		t.Fatal(err)
	}
	words := p.Words
	p.Close()
	if err := os.WriteFile(o.DSN, []byte("这里曾经是数据库"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, cause := setup.Open(t.Context(), o)
	test.NewTempApp(t)
	r := newRescue(words, o, cause)
	if r == nil {
		t.Fatalf("nothing is offered after %v", cause)
	}
	r.apart = func(work func()) { work() }
	r.offer(cause)
	w := test.NewTempWindow(t, r.content)
	if !screentest.Tap(w.Canvas(), words.T("health.restore")) {
		t.Fatalf("no copy is offered:\n%s", screentest.Reads(r.content))
	}
	p, err = setup.Open(t.Context(), o)
	if err != nil {
		t.Fatalf("after the restore: %v\n%s", err, screentest.Reads(r.content))
	}
	defer p.Close()
	if drafts, err := p.Desk.List(t.Context(), review.DraftFilter{}); err != nil || len(drafts) != 1 {
		t.Errorf("%d drafts, %v", len(drafts), err)
	}
}

func TestNoRescueFromOtherFaults(t *testing.T) {
	for _, cause := range []error{review.ErrNewer, review.ErrReadOnly, review.ErrFull, fs.ErrClosed, review.ErrDamaged} {
		if newRescue(nil, setup.Options{DSN: filepath.Join(t.TempDir(), "none.db")}, cause) != nil {
			t.Errorf("a restore is offered for %v, without a copy", cause)
		}
	}
}
