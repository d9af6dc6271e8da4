package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var decisionsTable = table[review.Decision]{
	name:    "decisions",
	columns: []string{"draft"},
	values:  func(d review.Decision) []any { return []any{string(d.Draft)} },
	codec:   record.Decision,
}

type decisions struct{ tx *sql.Tx }

func (s decisions) Add(d review.Decision) error { return decisionsTable.insert(s.tx, d) }

func (s decisions) List(id review.DraftID) ([]review.Decision, error) {
	return decisionsTable.list(s.tx, "WHERE draft = ? ORDER BY n", id)
}
