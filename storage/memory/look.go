package memory

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

type looks struct{ *txn }

func (s looks) Get(id review.DraftID, p review.PersonID) (int, error) {
	seen, err := get(&s.state.looks, record.Look, handKey{id, p})
	if errors.Is(err, review.ErrNotFound) {
		return 0, nil
	}
	return seen.Revision, err
}

func (s looks) Put(id review.DraftID, p review.PersonID, revision int) error {
	s.names(id)
	return put(s.txn, &s.state.looks, record.Look, handKey{id, p}, record.Seen{Draft: id, Person: p, Revision: revision})
}
