package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var talliesTable = table[review.Tally]{
	name:    "tallies",
	columns: []string{"series", "rule"},
	values:  func(t review.Tally) []any { return []any{string(t.Series), t.Rule} },
	codec:   record.Tally,
}

type tallies struct{ tx *sql.Tx }

func (s tallies) List(id review.SeriesID) ([]review.Tally, error) {
	return talliesTable.list(s.tx, "WHERE series = ? ORDER BY rule", id)
}

func (s tallies) Put(t review.Tally) error { return talliesTable.upsert(s.tx, t, "series", "rule") }
