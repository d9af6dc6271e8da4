package memory

import (
	"reflect"

	"jianbao/review"
	"jianbao/storage/record"
)

type keys struct{ *txn }

func (s keys) Add(k review.Key) error { return add(s.txn, &s.state.keys, record.Key, k.ID, k) }

func (s keys) Update(k review.Key) error {
	stored, err := get(&s.state.keys, record.Key, k.ID)
	if err != nil {
		return err
	}
	if !stored.Open() || stored.Person != k.Person || !reflect.DeepEqual(stored.Public, k.Public) {
		return review.ErrExists
	}
	return put(s.txn, &s.state.keys, record.Key, k.ID, k)
}

func (s keys) List(id review.PersonID) ([]review.Key, error) {
	all, err := list(&s.state.keys, record.Key, everything)
	var found []review.Key
	for _, k := range all {
		if id == "" || k.Person == id {
			found = append(found, k)
		}
	}
	return found, err
}
