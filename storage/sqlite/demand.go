package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var demandsTable = table[review.Demand]{
	name:    "demands",
	columns: []string{"draft", "id", "number"},
	values:  func(d review.Demand) []any { return []any{string(d.Draft), d.ID, int64(d.N)} },
	codec:   record.Demand,
}

type demands struct{ tx *sql.Tx }

func (s demands) Add(d review.Demand) error { return demandsTable.insert(s.tx, d) }

func (s demands) Update(d review.Demand) error {
	return demandsTable.update(s.tx, d, "draft = ? AND id = ?", d.Draft, d.ID)
}

func (s demands) List(id review.DraftID) ([]review.Demand, error) {
	return demandsTable.list(s.tx, "WHERE draft = ? ORDER BY number, n", id)
}
