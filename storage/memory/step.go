package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type steps struct{ *txn }

func (s steps) Add(step review.Step) error {
	s.names(step.Draft)
	key := nth[review.DraftID]{step.Draft, int64(len(s.state.steps.order))}
	return add(s.txn, &s.state.steps, record.Step, key, step)
}

func (s steps) List(id review.DraftID) ([]review.Step, error) {
	return list(&s.state.steps, record.Step, func(k nth[review.DraftID]) bool { return k.parent == id })
}
