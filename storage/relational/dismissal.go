package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var dismissalsTable = table[review.Dismissal]{
	name:     "dismissals",
	numbered: true,
	columns:  []string{"series", "id", "draft"},
	values:   func(d review.Dismissal) []any { return []any{string(d.Series), string(d.ID), string(d.Draft)} },
	codec:    record.Dismissal,
	draft:    func(v review.Dismissal) review.DraftID { return v.Draft },
}

type dismissals struct{ tx *Tx }

func (s dismissals) List(id review.SeriesID) ([]review.Dismissal, error) {
	return dismissalsTable.list(s.tx, "WHERE series = $1 ORDER BY n", id)
}

func (s dismissals) Put(d review.Dismissal) error {
	return dismissalsTable.upsert(s.tx, d, "series", "id")
}
