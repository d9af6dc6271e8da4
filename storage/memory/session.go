package memory

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type sessions struct{ *txn }

func (s sessions) Get(id review.SessionID) (review.Session, error) {
	return get(&s.state.sessions, record.Session, id)
}

func (s sessions) List() ([]review.Session, error) {
	all, err := list(&s.state.sessions, record.Session, everything)
	slices.SortFunc(all, func(a, b review.Session) int {
		return cmp.Or(a.Started.Compare(b.Started), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

func (s sessions) Put(v review.Session) error {
	return put(s.txn, &s.state.sessions, record.Session, v.ID, v)
}

func (s sessions) Delete(id review.SessionID) error { return remove(s.txn, &s.state.sessions, id) }
