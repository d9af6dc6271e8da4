package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var itemsTable = table[review.Item]{
	name:    "items",
	columns: []string{"id"},
	values:  func(i review.Item) []any { return []any{string(i.ID)} },
	codec:   record.Item,
}

type items struct{ tx *sql.Tx }

func (s items) Get(id review.ItemID) (review.Item, error) {
	return itemsTable.get(s.tx, "WHERE id = ?", id)
}

func (s items) List() ([]review.Item, error) { return itemsTable.list(s.tx, "ORDER BY n") }

func (s items) Put(i review.Item) error { return itemsTable.upsert(s.tx, i, "id") }

func (s items) Delete(id review.ItemID) error {
	_, err := s.tx.Exec("DELETE FROM items WHERE id = ?", id)
	return translate(err)
}
