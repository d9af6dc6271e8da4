package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var dismissalsTable = table[review.Dismissal]{
	name:    "dismissals",
	columns: []string{"series", "id", "draft"},
	values:  func(d review.Dismissal) []any { return []any{string(d.Series), string(d.ID), string(d.Draft)} },
	codec:   record.Dismissal,
}

type dismissals struct{ tx *sql.Tx }

func (s dismissals) List(id review.SeriesID) ([]review.Dismissal, error) {
	return dismissalsTable.list(s.tx, "WHERE series = ? ORDER BY n", id)
}

func (s dismissals) Put(d review.Dismissal) error {
	return dismissalsTable.upsert(s.tx, d, "series", "id")
}
