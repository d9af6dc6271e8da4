// Package proofread owns how what an office keeps (registers, settings of
// rules, dismissals) meets the rules of proofreading. It knows no window and no
// store, and does not know where the rules come from.
package proofread

import (
	"jianbao/review"
	"jianbao/review/proof"
)

// Checker returns what proofreads the issues of a series by rules, with what
// the office keeps.
func Checker(rules []*proof.Rule, s review.Series, items []review.Item, more ...proof.Option) *proof.Checker {
	return proof.NewChecker(rules, settings(s.Rules), append(more, proof.WithRegisters(Registers(items)))...)
}

func settings(rules map[string]review.RuleSetting) map[string]proof.Setting {
	all := make(map[string]proof.Setting, len(rules))
	for id, r := range rules {
		all[id] = proof.Setting{Off: r.Off, Level: proof.Level(r.Level)}
	}
	return all
}

// Mark returns what a finding in t is remembered by.
func Mark(t proof.Text, f proof.Finding) review.Mark {
	return review.MarkIn(t.Passages[f.Passage].Text, f.From, f.Rule, f.Text)
}

// Dismissed is a finding and the dismissal that holds for it.
type Dismissed struct {
	proof.Finding
	By review.Dismissal
}

// Sift parts what was found in the text of a draft into what still stands and
// what was dismissed.
func Sift(t proof.Text, found []proof.Finding, draft review.DraftID, all review.Dismissals) (open []proof.Finding, gone []Dismissed) {
	for _, f := range found {
		if d, ok := all.Of(draft, Mark(t, f)); ok {
			gone = append(gone, Dismissed{f, d})
		} else {
			open = append(open, f)
		}
	}
	return open, gone
}
