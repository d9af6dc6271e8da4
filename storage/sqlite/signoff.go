package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var signOffsTable = table[review.SignOff]{
	name:    "signoffs",
	columns: []string{"draft", "id", "fell"},
	values: func(s review.SignOff) []any {
		return []any{string(s.Draft), string(s.ID), string(s.Fell)}
	},
	codec: record.SignOff,
}

type signOffs struct{ tx *sql.Tx }

func (s signOffs) Add(v review.SignOff) error { return signOffsTable.insert(s.tx, v) }

func (s signOffs) Fell(v review.SignOff) error {
	stored, err := signOffsTable.get(s.tx, "WHERE draft = ? AND id = ?", v.Draft, v.ID)
	if err != nil || stored.Fell != "" {
		return err
	}
	stored.Fell, stored.FellAt = v.Fell, v.FellAt
	return signOffsTable.update(s.tx, stored, "draft = ? AND id = ?", v.Draft, v.ID)
}

func (s signOffs) List(id review.DraftID) ([]review.SignOff, error) {
	return signOffsTable.list(s.tx, "WHERE draft = ? ORDER BY n", id)
}
