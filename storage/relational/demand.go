package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var demandsTable = table[review.Demand]{
	name:     "demands",
	numbered: true,
	columns:  []string{"draft", "id", "number"},
	values:   func(d review.Demand) []any { return []any{string(d.Draft), d.ID, int64(d.N)} },
	codec:    record.Demand,
	draft:    func(v review.Demand) review.DraftID { return v.Draft },
}

type demands struct{ tx *Tx }

func (s demands) Add(d review.Demand) error { return demandsTable.insert(s.tx, d) }

func (s demands) Update(d review.Demand) error {
	return demandsTable.update(s.tx, d, is{"draft", d.Draft}, is{"id", d.ID})
}

func (s demands) List(id review.DraftID) ([]review.Demand, error) {
	return demandsTable.list(s.tx, "WHERE draft = $1 ORDER BY number, n", id)
}
