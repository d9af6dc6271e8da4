package relational

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/record"
)

var seriesTable = table[review.Series]{
	name:     "series",
	numbered: true,
	columns:  []string{"id", "name"},
	values:   func(s review.Series) []any { return []any{string(s.ID), s.Name} },
	codec:    record.Series,
}

type series struct{ tx *Tx }

func (s series) Get(id review.SeriesID) (review.Series, error) {
	return seriesTable.get(s.tx, "WHERE id = $1", id)
}

func (s series) List() ([]review.Series, error) {
	found, err := seriesTable.list(s.tx, "")
	slices.SortFunc(found, func(a, b review.Series) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(string(a.ID), string(b.ID)))
	})
	return found, err
}

func (s series) Put(v review.Series) error { return seriesTable.upsert(s.tx, v, "id") }
