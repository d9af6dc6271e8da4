package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var itemsTable = table[review.Item]{
	name:     "items",
	numbered: true,
	columns:  []string{"id"},
	values:   func(i review.Item) []any { return []any{string(i.ID)} },
	codec:    record.Item,
}

type items struct{ tx *Tx }

func (s items) Get(id review.ItemID) (review.Item, error) {
	return itemsTable.get(s.tx, "WHERE id = $1", id)
}

func (s items) List() ([]review.Item, error) { return itemsTable.list(s.tx, "ORDER BY n") }

func (s items) Put(i review.Item) error { return itemsTable.upsert(s.tx, i, "id") }

func (s items) Delete(id review.ItemID) error {
	_, err := s.tx.exec(itemsTable.name, "DELETE FROM items WHERE id = $1", id)
	return err
}
