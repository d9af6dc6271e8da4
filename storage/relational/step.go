package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var stepsTable = table[review.Step]{
	name:     "steps",
	numbered: true,
	columns:  []string{"draft"},
	values:   func(s review.Step) []any { return []any{string(s.Draft)} },
	codec:    record.Step,
	draft:    func(v review.Step) review.DraftID { return v.Draft },
}

type steps struct{ tx *Tx }

func (s steps) Add(step review.Step) error { return stepsTable.insert(s.tx, step) }

func (s steps) List(id review.DraftID) ([]review.Step, error) {
	return stepsTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
}
