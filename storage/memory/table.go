package memory

import (
	"maps"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

// owner marks the tables that a running transaction has copied for itself. It
// has a size, so that no two owners share an address.
type owner byte

// table keeps records by key, in the order in which they were added. Tables of
// different states share memory until one of them is written.
type table[K comparable] struct {
	rows  map[K][]byte
	order []K
	owner *owner
}

// own makes the table safe to write for the transaction that is o.
func (t *table[K]) own(o *owner) {
	if t.owner == o {
		return
	}
	t.rows, t.order, t.owner = maps.Clone(t.rows), slices.Clone(t.order), o
	if t.rows == nil {
		t.rows = map[K][]byte{}
	}
}

func get[K comparable, T any](t *table[K], c record.Codec[T], key K) (T, error) {
	data, ok := t.rows[key]
	if !ok {
		var none T
		return none, review.ErrNotFound
	}
	return c.Decode(data)
}

// list returns the records whose key matches, in the order they were added.
func list[K comparable, T any](t *table[K], c record.Codec[T], match func(K) bool) ([]T, error) {
	var found []T
	for _, key := range t.order {
		if !match(key) {
			continue
		}
		v, err := c.Decode(t.rows[key])
		if err != nil {
			return nil, err
		}
		found = append(found, v)
	}
	return found, nil
}

func everything[K comparable](K) bool { return true }

// put adds or replaces a record.
func put[K comparable, T any](tx *txn, t *table[K], c record.Codec[T], key K, v T) error {
	data, err := c.Encode(v)
	if err != nil {
		return err
	}
	return set(tx, t, key, data)
}

func set[K comparable](tx *txn, t *table[K], key K, data []byte) error {
	if tx.owner == nil {
		return review.ErrReadOnly
	}
	t.own(tx.owner)
	if _, ok := t.rows[key]; !ok {
		t.order = append(t.order, key)
	}
	t.rows[key] = data
	return nil
}

// add is put for a key that must be new, else review.ErrExists.
func add[K comparable, T any](tx *txn, t *table[K], c record.Codec[T], key K, v T) error {
	if _, ok := t.rows[key]; ok {
		return review.ErrExists
	}
	return put(tx, t, c, key, v)
}

// replace is put for a key that must be there, else review.ErrNotFound.
func replace[K comparable, T any](tx *txn, t *table[K], c record.Codec[T], key K, v T) error {
	if _, ok := t.rows[key]; !ok {
		return review.ErrNotFound
	}
	return put(tx, t, c, key, v)
}

func remove[K comparable](tx *txn, t *table[K], key K) error {
	if tx.owner == nil {
		return review.ErrReadOnly
	}
	if _, ok := t.rows[key]; !ok {
		return nil
	}
	t.own(tx.owner)
	delete(t.rows, key)
	t.order = slices.DeleteFunc(t.order, func(k K) bool { return k == key })
	return nil
}
