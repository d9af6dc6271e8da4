package faulttest

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
)

// TestLongReader reads from one snapshot while several hundred revisions are
// saved: it sees none of them, and none of them waits for it.
func TestLongReader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, other := open(t, path), open(t, path)
	defer s.Close()
	defer other.Close()
	if _, err := saveOnce(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	const saves = 300
	err := s.View(t.Context(), func(tx review.Tx) error {
		before, err := sumOf(tx)
		if err != nil {
			return err
		}
		for range saves {
			if _, err := saveOnce(t.Context(), other); err != nil {
				return err
			}
		}
		after, err := sumOf(tx)
		if before != after {
			t.Error("the reader saw what was saved meanwhile")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := intactUpTo(t.Context(), s, saves+1); err != nil {
		t.Error(err)
	}
}

// TestStaleWriter writes what it read before somebody else wrote.
func TestStaleWriter(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"))
	defer s.Close()
	d := review.Draft{ID: draftID, Heading: "旧"}
	put := func(d review.Draft) error {
		return s.Atomically(t.Context(), func(tx review.Tx) error { return tx.Drafts().Update(d) })
	}
	if err := s.Atomically(t.Context(), func(tx review.Tx) error { return tx.Drafts().Add(d) }); err != nil {
		t.Fatal(err)
	}
	mine, theirs := d, d
	mine.Heading, theirs.Heading = "我的", "对方的"
	if err := put(theirs); err != nil {
		t.Fatal(err)
	}
	err := put(mine)
	if !errors.Is(err, review.ErrStale) {
		t.Errorf("Update = %v", err)
	}
	t.Log(sentence(t, err))
	err = s.View(t.Context(), func(tx review.Tx) error {
		is, err := tx.Drafts().Get(draftID)
		if is.Heading != theirs.Heading {
			t.Errorf("%q overwrote %q", is.Heading, theirs.Heading)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestClockJumpsBack saves while the clock goes back by hours and by years: the
// order of what was done is that of the chain, not of the clock.
func TestClockJumpsBack(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"))
	defer s.Close()
	now := time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC)
	d := &desk{Desk: review.NewDesk(s, review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}), review.WithClock(func() time.Time { return now })),
		ctx: t.Context(), chance: chance(t)}
	if err := errors.Join(d.sitDown(), d.open()); err != nil {
		t.Fatal(err)
	}
	for i, back := range []time.Duration{0, time.Hour, 24 * time.Hour, 20 * 365 * 24 * time.Hour, -time.Hour} {
		now = now.Add(-back)
		saved, err := d.Save(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text(), "")
		if err != nil {
			t.Fatal(err)
		}
		if d.file = saved.File; d.file.Head.Seq != i+2 {
			t.Errorf("%v back: revision %d", back, d.file.Head.Seq)
		}
	}
	if report, err := d.Verify(t.Context(), ""); err != nil || len(report.Findings) > 0 {
		t.Errorf("Verify = %v, %v", report.Findings, err)
	}
}

// TestHugeAndHostileText keeps every text as it is, or refuses it: none is cut
// or changed.
func TestHugeAndHostileText(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"))
	defer s.Close()
	desk, who := hostileOffice(t, s)
	kept, refusals := 0, 0
	for name, text := range map[string]string{
		"300,000 characters": strings.Repeat("情况简报编审系统", 37500),
		"5 MB in a line":     strings.Repeat("长", 5<<20/3),
		"bidi controls":      "正文\u202e文正\u202c\u2066混\u2069",
		"terminal escapes":   "\x1b[2J\x1b[31m红",
		"SQL":                "'); DROP TABLE drafts; --",
		"markup":             "<script>alert(1)</script>&amp;",
		"formula":            "=cmd|'/c calc'!A1",
		"combining":          "e" + strings.Repeat("\u0301", 5000),
		"beyond the BMP":     "𠮷𡃁🈶👨‍👩‍👧",
		"NUL":                "前\x00后",
		"invalid UTF-8":      "前\xff\xfe后",
		"lone surrogate":     "前\xed\xa0\x80后",
		"line separators":    "前\u2028后\u0085末",
	} {
		b := doc.Bulletin{Masthead: doc.Masthead{Title: "情况简报"}, Articles: []doc.Article{{ID: "a", Title: "题", Body: []doc.Paragraph{{ID: "p", Text: text}}}}}
		f, err := desk.Create(t.Context(), who.Actor, who.series, b, review.CauseImport, name)
		if err != nil {
			refusals++
			continue
		}
		kept++
		back, err := desk.Revision(t.Context(), f.Draft.ID, 1)
		if err != nil || !reflect.DeepEqual(back.Text, b) {
			t.Errorf("%s: comes back otherwise (%v)", name, err)
		}
	}
	if report, err := desk.Verify(t.Context(), ""); err != nil || len(report.Findings) > 0 || report.Drafts != kept {
		t.Errorf("Verify = %+v, %v", report, err)
	}
	t.Logf("kept unchanged %d, refused %d", kept, refusals)
}

type hostileActor struct {
	review.Actor
	series review.SeriesID
}

func hostileOffice(t *testing.T, s review.Store) (*review.Desk, hostileActor) {
	t.Helper()
	desk := deskOn(s)
	_, err := desk.AddPerson(t.Context(), "苏禾", []review.Role{review.RoleDrafter}, pin)
	who, asErr := desk.As(t.Context(), "苏禾")
	series, addErr := desk.AddSeries(context.Background(), who, review.Series{Name: "情况简报",
		Template: template.Template{Name: "情况简报", Chain: []string{"责编"}, Parts: []template.Part{{Field: doc.FieldTitle}}}})
	if err := errors.Join(err, asErr, addErr); err != nil {
		t.Fatal(err)
	}
	return desk, hostileActor{who, series.ID}
}
