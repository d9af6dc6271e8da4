package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type workings struct{ *txn }

func (s workings) Get(id review.DraftID, p review.PersonID) (review.Working, error) {
	return get(&s.state.workings, record.Working, handKey{id, p})
}

func (s workings) List(id review.DraftID) ([]review.Working, error) {
	return list(&s.state.workings, record.Working, func(k handKey) bool { return k.draft == id })
}

func (s workings) Put(w review.Working) error {
	s.names(w.Draft)
	return put(s.txn, &s.state.workings, record.Working, handKey{w.Draft, w.Person}, w)
}

func (s workings) Delete(id review.DraftID, p review.PersonID) error {
	return remove(s.txn, &s.state.workings, handKey{id, p})
}
