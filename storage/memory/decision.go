package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type decisions struct{ *txn }

func (s decisions) Add(d review.Decision) error {
	s.names(d.Draft)
	key := nth[review.DraftID]{d.Draft, int64(len(s.state.decisions.order))}
	return add(s.txn, &s.state.decisions, record.Decision, key, d)
}

func (s decisions) List(id review.DraftID) ([]review.Decision, error) {
	return list(&s.state.decisions, record.Decision, func(k nth[review.DraftID]) bool { return k.parent == id })
}
