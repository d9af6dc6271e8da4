package memory

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type tallies struct{ *txn }

// ruleKey names a rule of a series.
type ruleKey struct {
	series review.SeriesID
	rule   string
}

func (s tallies) List(id review.SeriesID) ([]review.Tally, error) {
	all, err := list(&s.state.tallies, record.Tally, func(k ruleKey) bool { return k.series == id })
	slices.SortFunc(all, func(a, b review.Tally) int { return cmp.Compare(a.Rule, b.Rule) })
	return all, err
}

func (s tallies) Put(t review.Tally) error {
	return put(s.txn, &s.state.tallies, record.Tally, ruleKey{t.Series, t.Rule}, t)
}
