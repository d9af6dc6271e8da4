package relational

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var signOffsTable = table[review.SignOff]{
	name:     "signoffs",
	numbered: true,
	columns:  []string{"draft", "id", "fell"},
	values: func(s review.SignOff) []any {
		return []any{string(s.Draft), string(s.ID), string(s.Fell)}
	},
	codec: record.SignOff,
	draft: func(v review.SignOff) review.DraftID { return v.Draft },
}

type signOffs struct{ tx *Tx }

func (s signOffs) Add(v review.SignOff) error { return signOffsTable.insert(s.tx, v) }

// Fell leaves a sign-off that fell before to the unique index.
func (s signOffs) Fell(v review.SignOff) error {
	stored, err := signOffsTable.get(s.tx, "WHERE draft = $1 AND id = $2", v.Draft, v.ID)
	if err != nil || stored.Fell != "" {
		return err
	}
	err = fallsTable.insert(s.tx, record.Fallen{Draft: v.Draft, SignOff: v.ID, Why: v.Fell, At: v.FellAt})
	if errors.Is(err, review.ErrExists) {
		return nil
	}
	return err
}

func (s signOffs) List(id review.DraftID) ([]review.SignOff, error) {
	list, err1 := signOffsTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
	falls, err2 := fallsTable.list(s.tx, "WHERE draft = $1", id)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	fell := map[review.SignOffID]record.Fallen{}
	for _, f := range falls {
		fell[f.SignOff] = f
	}
	for i, v := range list {
		if f, ok := fell[v.ID]; ok && v.Fell == "" {
			list[i].Fell, list[i].FellAt = f.Why, f.At
		}
	}
	return list, nil
}
