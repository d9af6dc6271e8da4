package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type events struct{ *txn }

func (s events) Last() (review.Event, error) {
	order := s.state.events.order
	if len(order) == 0 {
		return review.Event{}, nil
	}
	return get(&s.state.events, record.Event, order[len(order)-1])
}

func (s events) Add(e review.Event) error {
	last, err := s.Last()
	if err != nil {
		return err
	}
	if !e.Follows(last) {
		return review.ErrStale
	}
	return add(s.txn, &s.state.events, record.Event, nth[review.DraftID]{e.Draft, e.Seq}, e)
}

func (s events) List(id review.DraftID) ([]review.Event, error) {
	return list(&s.state.events, record.Event, func(k nth[review.DraftID]) bool { return id == "" || k.parent == id })
}

func (s events) Since(seq int64) ([]review.Event, error) {
	return list(&s.state.events, record.Event, func(k nth[review.DraftID]) bool { return k.n > seq })
}
