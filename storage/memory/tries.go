package memory

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

type tries struct{ *txn }

func (s tries) Get(id review.PersonID) (review.Tries, error) {
	t, err := get(&s.state.tries, record.Tries, id)
	if errors.Is(err, review.ErrNotFound) {
		return review.Tries{Person: id}, nil
	}
	return t, err
}

func (s tries) Put(t review.Tries) error {
	return put(s.txn, &s.state.tries, record.Tries, t.Person, t)
}
