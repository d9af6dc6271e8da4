package review

import (
	"slices"
	"strconv"
	"sync"

	"jianbao/editor/doc"
)

// Proofreader finds what is wrong in a text, by the rules of its series and the
// registers of the office. How texts are checked is not known here.
type Proofreader interface {
	// Proofread returns every finding, in the order of the text.
	Proofread(text doc.Bulletin, series Series, registers []Item) ([]Flaw, error)
}

// Flaw is one finding, as far as a signature depends on it.
type Flaw struct {
	Mark
	Place doc.Place
	Error bool   // of the highest level: it stands in the way of a signature
	Code  string // of the sentence that says what is wrong
}

// RuleSetting changes one rule of proofreading for a series.
type RuleSetting struct {
	Off   bool   `json:"off,omitempty"`
	Level string `json:"level,omitempty"` // instead of the rule's own; "" keeps it
}

// Flaws returns what proofreading finds in the newest text and nobody dismissed.
// It is empty where the draft is not under review, and on a desk that
// proofreads nothing.
func (f *File) Flaws() ([]Flaw, error) {
	if f.flaws == nil {
		return nil, nil
	}
	return f.flaws()
}

// OpenErrors returns those of Flaws that stand in the way of a signature.
func (f *File) OpenErrors() ([]Flaw, error) {
	all, err := f.Flaws()
	return slices.DeleteFunc(slices.Clone(all), func(flaw Flaw) bool { return !flaw.Error }), err
}

// isProofread refuses a signature while errors stand, unless a reason is given
// for letting them.
func (f *File) isProofread(a Action, ask Ask) error {
	open, err := f.OpenErrors()
	if err != nil || len(open) == 0 || ask.Errors != "" {
		return err
	}
	r := refuse(a, CodeFlaws, "count", strconv.Itoa(len(open)))
	for _, flaw := range open {
		r.Problems = append(r.Problems, flaw.problem())
	}
	return r
}

func (flaw Flaw) problem() doc.Problem {
	return doc.Problem{Code: CodeFlaw, Place: flaw.Place, Args: map[string]string{"rule": flaw.Rule, "text": flaw.Words}}
}

// loadFlaws reads what proofreading depends on, and leaves the reading to when
// it is asked for.
func (f *File) loadFlaws(tx Tx, reader Proofreader) error {
	if reader == nil || f.Draft.State != Reviewing {
		return nil
	}
	return f.proofread(tx, reader)
}

func (f *File) proofread(tx Tx, reader Proofreader) error {
	items, err := itemsOf(tx, f.Series.ID)
	if err != nil {
		return err
	}
	dismissed, err := tx.Dismissals().List(f.Series.ID)
	if err != nil {
		return err
	}
	text, series, draft := f.Head.Text, f.Series, f.Draft.ID
	f.flaws = sync.OnceValues(func() ([]Flaw, error) {
		found, err := reader.Proofread(text, series, items)
		return slices.DeleteFunc(found, func(flaw Flaw) bool {
			_, gone := Dismissals(dismissed).Of(draft, flaw.Mark)
			return gone
		}), err
	})
	return nil
}

// countLeft counts the findings that a text is handed on with.
func (w *work) countLeft() error {
	if w.proofreader == nil {
		return nil
	}
	if w.file.flaws == nil {
		if err := w.file.proofread(w.tx, w.proofreader); err != nil {
			return err
		}
	}
	left, err := w.file.Flaws()
	if err != nil {
		return err
	}
	more := map[string]Tally{}
	for _, flaw := range left {
		more[flaw.Rule] = more[flaw.Rule].plus(Tally{Shown: 1})
	}
	return count(w.tx, w.file.Series.ID, more)
}
