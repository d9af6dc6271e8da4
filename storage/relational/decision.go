package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var decisionsTable = table[review.Decision]{
	name:     "decisions",
	numbered: true,
	columns:  []string{"draft"},
	values:   func(d review.Decision) []any { return []any{string(d.Draft)} },
	codec:    record.Decision,
	draft:    func(v review.Decision) review.DraftID { return v.Draft },
}

type decisions struct{ tx *Tx }

func (s decisions) Add(d review.Decision) error { return decisionsTable.insert(s.tx, d) }

func (s decisions) List(id review.DraftID) ([]review.Decision, error) {
	return decisionsTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
}
