//go:build team

package teamtest

import (
	"context"
	"errors"
	"fmt"

	"jianbao/editor/doc"
	"jianbao/review"
)

// checker holds what is stored against what was acknowledged. What it read of a
// revision it keeps: those never change.
type checker struct {
	*office
	texts map[doc.Hash]string
}

func newChecker(o *office) *checker { return &checker{office: o, texts: map[doc.Hash]string{}} }

// trace is what a deed leaves behind.
type trace struct {
	action review.Action
	words  string
}

// step is an event that a deed without words leaves behind.
type step struct {
	action review.Action
	draft  review.DraftID
	person review.PersonID
}

// found is what is stored.
type found struct {
	traces    map[trace]int
	steps     map[step]int
	revisions map[review.DraftID][]string // what each says
	signOffs  map[review.SignOffID]bool
	numbers   map[review.DraftID]doc.Number // by the ledger
	faults    []string
}

func (f *found) fault(format string, args ...any) {
	f.faults = append(f.faults, fmt.Sprintf(format, args...))
}

// check returns what is not as it was acknowledged, and how many deeds of which
// nobody was sure were done. Nobody must be at work.
func (c *checker) check(ctx context.Context, deeds []deed) (faults []string, came int, err error) {
	store, err := c.open(ctx)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	desk := newDesk(store)
	f := &found{traces: map[trace]int{}, steps: map[step]int{}, revisions: map[review.DraftID][]string{},
		signOffs: map[review.SignOffID]bool{}, numbers: map[review.DraftID]doc.Number{}}
	if err := errors.Join(c.verify(ctx, desk, f), c.drafts(ctx, desk, f), c.ledger(ctx, desk, f)); err != nil {
		return nil, 0, err
	}
	came = f.compare(deeds)
	return f.faults, came, nil
}

// verify is what anybody can ask the program.
func (c *checker) verify(ctx context.Context, desk *review.Desk, f *found) error {
	report, err := desk.Verify(ctx, "")
	for _, finding := range report.Findings {
		f.fault("verify: %+v", finding)
	}
	return err
}

// drafts reads every draft.
func (c *checker) drafts(ctx context.Context, desk *review.Desk, f *found) error {
	all, err := desk.List(ctx, review.DraftFilter{})
	if err != nil {
		return err
	}
	for _, d := range all {
		file, err := desk.Open(ctx, review.Actor{}, d.ID)
		if err != nil {
			return err
		}
		f.read(file)
		if err := c.revisions(ctx, desk, file, f); err != nil {
			return err
		}
	}
	events, err := desk.History(ctx, "")
	for _, e := range events {
		f.steps[step{e.Action, e.Draft, e.Actor}]++
	}
	return err
}

// read notes the traces in a draft's file.
func (f *found) read(file *review.File) {
	for _, s := range file.SignOffs {
		f.signOffs[s.ID] = true
		f.traces[trace{review.ActSign, s.Comment}]++
	}
	for _, c := range file.Comments {
		f.traces[trace{review.ActComment, c.Text}]++
		f.traces[trace{actSettle, c.Reason}]++
	}
	for _, d := range file.Demands {
		f.traces[trace{review.ActReturn, d.Text}]++
		f.traces[trace{review.ActAnswer, d.Note}]++
	}
}

// revisions notes what each revision says that somebody saved.
func (c *checker) revisions(ctx context.Context, desk *review.Desk, file *review.File, f *found) error {
	for _, info := range file.Revisions {
		words, ok := c.texts[info.Hash]
		if !ok {
			rev, err := desk.Revision(ctx, info.Draft, info.Seq)
			if err != nil {
				return err
			}
			words = wordsOf(rev.Text)
			c.texts[info.Hash] = words
		}
		f.revisions[info.Draft] = append(f.revisions[info.Draft], words)
		switch info.Cause {
		case review.CauseNew:
			f.traces[trace{review.ActCreate, words}]++
		case review.CauseSave, review.CauseAside:
			f.traces[trace{review.ActEdit, words}]++
		}
	}
	return nil
}

// ledger reads the numbers: from 1 on, each once.
func (c *checker) ledger(ctx context.Context, desk *review.Desk, f *found) error {
	rows, err := desk.Ledger(ctx, c.series)
	for i, row := range rows {
		if want := (doc.Number{Year: year, Issue: i + 1, Total: i + 1}); row.Number != want {
			f.fault("the ledger's row %d has the number %+v", i+1, row.Number)
		}
		f.numbers[row.Draft] = row.Number
	}
	if len(f.numbers) != len(rows) {
		f.fault("%d rows of the ledger for %d drafts", len(rows), len(f.numbers))
	}
	return err
}

// compare holds what was found against deeds.
func (f *found) compare(deeds []deed) (came int) {
	type span struct{ least, most int }
	steps := map[step]span{}
	for _, d := range deeds {
		least, most := d.allowed()
		if d.outcome == wrong {
			f.fault("desk %d, %s: %v", d.desk, d.action, d.err)
		}
		if wordless(d.action) {
			key := step{d.action, d.draft, d.person}
			steps[key] = span{steps[key].least + least, steps[key].most + most}
			continue
		}
		n := f.traces[trace{d.action, d.words}]
		if n < least || n > most {
			f.fault("desk %d, %s %q was %s, and is there %d times", d.desk, d.action, d.words, d.outcome, n)
		}
		if d.outcome == unsure {
			came += n
		}
		f.acknowledged(d)
	}
	for key, s := range steps {
		if n := f.steps[key]; n < s.least || n > s.most {
			f.fault("%s of draft %s by %s: %d times, want %d to %d", key.action, key.draft, key.person, n, s.least, s.most)
		}
	}
	return came
}

// acknowledged holds what an answer said against what is there.
func (f *found) acknowledged(d deed) {
	if d.outcome != done {
		return
	}
	if texts := f.revisions[d.draft]; d.revision > 0 && (d.revision > len(texts) || texts[d.revision-1] != d.words) {
		f.fault("desk %d: revision %d of %s does not say %q", d.desk, d.revision, d.draft, d.words)
	}
	if d.signOff != "" && !f.signOffs[d.signOff] {
		f.fault("desk %d: sign-off %s of %s is lost", d.desk, d.signOff, d.draft)
	}
	if !d.number.IsZero() && f.numbers[d.draft] != d.number {
		f.fault("desk %d: %s drew %+v, the ledger has %+v", d.desk, d.draft, d.number, f.numbers[d.draft])
	}
}

// allowed is how often a deed may be found.
func (d deed) allowed() (least, most int) {
	switch d.outcome {
	case done:
		return 1, 1
	case unsure, wrong:
		return 0, 1
	}
	return 0, 0
}

// wordless reports whether a deed leaves an event and no words.
func wordless(a review.Action) bool {
	return a == review.ActSubmit || a == review.ActTick || a == actLook
}
