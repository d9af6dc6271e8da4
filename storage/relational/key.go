package relational

import (
	"reflect"

	"jianbao/review"
	"jianbao/storage/record"
)

var keysTable = table[review.Key]{
	name:     "keys",
	numbered: true,
	columns:  []string{"id", "person", "ended"},
	values:   func(k review.Key) []any { return []any{string(k.ID), string(k.Person), string(k.Ended)} },
	codec:    record.Key,
}

type keys struct{ tx *Tx }

func (s keys) Add(k review.Key) error { return keysTable.insert(s.tx, k) }

func (s keys) Update(k review.Key) error {
	stored, err := keysTable.get(s.tx, "WHERE id = $1", k.ID)
	if err != nil {
		return err
	}
	if !stored.Open() || stored.Person != k.Person || !reflect.DeepEqual(stored.Public, k.Public) {
		return review.ErrExists
	}
	return keysTable.update(s.tx, k, is{"id", k.ID})
}

func (s keys) List(id review.PersonID) ([]review.Key, error) {
	if id == "" {
		return keysTable.list(s.tx, "ORDER BY n")
	}
	return keysTable.list(s.tx, "WHERE person = $1 ORDER BY n", id)
}
