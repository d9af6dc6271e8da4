package memory

import (
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type people struct{ *txn }

func (s people) Get(id review.PersonID) (review.Person, error) {
	return get(&s.state.people, record.Person, id)
}

func (s people) List() ([]review.Person, error) {
	all, err := list(&s.state.people, record.Person, everything)
	slices.SortStableFunc(all, func(a, b review.Person) int { return a.Joined.Compare(b.Joined) })
	return all, err
}

func (s people) Put(p review.Person) error {
	return put(s.txn, &s.state.people, record.Person, p.ID, p)
}
