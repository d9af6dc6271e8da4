package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var stepsTable = table[review.Step]{
	name:    "steps",
	columns: []string{"draft"},
	values:  func(s review.Step) []any { return []any{string(s.Draft)} },
	codec:   record.Step,
}

type steps struct{ tx *sql.Tx }

func (s steps) Add(step review.Step) error { return stepsTable.insert(s.tx, step) }

func (s steps) List(id review.DraftID) ([]review.Step, error) {
	return stepsTable.list(s.tx, "WHERE draft = ? ORDER BY n", id)
}
