package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type dismissals struct{ *txn }

// dismissalKey names a dismissal within its series.
type dismissalKey struct {
	series review.SeriesID
	id     review.DismissalID
}

func (s dismissals) List(id review.SeriesID) ([]review.Dismissal, error) {
	return list(&s.state.dismissals, record.Dismissal, func(k dismissalKey) bool { return k.series == id })
}

func (s dismissals) Put(d review.Dismissal) error {
	s.names(d.Draft)
	return put(s.txn, &s.state.dismissals, record.Dismissal, dismissalKey{d.Series, d.ID}, d)
}
