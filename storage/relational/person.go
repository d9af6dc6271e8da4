package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var peopleTable = table[review.Person]{
	name:     "people",
	numbered: true,
	columns:  []string{"id", "joined"},
	values:   func(p review.Person) []any { return []any{string(p.ID), p.Joined.UnixMilli()} },
	codec:    record.Person,
}

type people struct{ tx *Tx }

func (s people) Get(id review.PersonID) (review.Person, error) {
	return peopleTable.get(s.tx, "WHERE id = $1", id)
}

func (s people) List() ([]review.Person, error) {
	return peopleTable.list(s.tx, "ORDER BY joined, n")
}

func (s people) Put(p review.Person) error { return peopleTable.upsert(s.tx, p, "id") }
