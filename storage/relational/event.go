package relational

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var eventsTable = table[review.Event]{
	name:    "events",
	key:     []string{"seq"},
	columns: []string{"seq", "draft"},
	values:  func(e review.Event) []any { return []any{e.Seq, string(e.Draft)} },
	codec:   record.Event,
}

type events struct{ tx *Tx }

func (s events) Last() (review.Event, error) {
	last, err := eventsTable.get(s.tx, "ORDER BY seq DESC")
	if errors.Is(err, review.ErrNotFound) {
		return review.Event{}, nil
	}
	return last, err
}

func (s events) Add(e review.Event) error {
	last, err := s.Last()
	if err != nil {
		return err
	}
	if !e.Follows(last) {
		return review.ErrStale
	}
	return eventsTable.insert(s.tx, e)
}

func (s events) List(id review.DraftID) ([]review.Event, error) {
	if id == "" {
		return eventsTable.list(s.tx, "ORDER BY seq")
	}
	return eventsTable.list(s.tx, "WHERE draft = $1 ORDER BY seq", id)
}

func (s events) Since(seq int64) ([]review.Event, error) {
	return eventsTable.list(s.tx, "WHERE seq > $1 ORDER BY seq", seq)
}
