package setup

import (
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// Signing makes a desk ask for what a signature depends on; every desk of the
// program has it.
func Signing() review.Option { return review.WithComparer(signing{Comparer()}) }

// signing tells the desk what a signature depends on. It compares as everything
// that shows changes does, so that the names of changes are the same.
type signing struct{ diff.Comparer }

// Delta implements review.Comparer.
func (s signing) Delta(from, to doc.Bulletin) review.Delta {
	d := s.Bulletins(from, to)
	delta := review.Delta{Share: d.Share()}
	for _, c := range d.Changes() {
		if c.Critical {
			delta.Critical = append(delta.Critical, review.Critical{Change: string(c.ID), At: c.At, Class: string(c.Class), Old: c.Old, New: c.New})
		}
	}
	return delta
}
