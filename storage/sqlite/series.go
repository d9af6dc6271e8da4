package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var seriesTable = table[review.Series]{
	name:    "series",
	columns: []string{"id", "name"},
	values:  func(s review.Series) []any { return []any{string(s.ID), s.Name} },
	codec:   record.Series,
}

type series struct{ tx *sql.Tx }

func (s series) Get(id review.SeriesID) (review.Series, error) {
	return seriesTable.get(s.tx, "WHERE id = ?", id)
}

func (s series) List() ([]review.Series, error) {
	return seriesTable.list(s.tx, "ORDER BY name, id")
}

func (s series) Put(v review.Series) error { return seriesTable.upsert(s.tx, v, "id") }
