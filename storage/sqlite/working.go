package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var workingsTable = table[review.Working]{
	name:    "workings",
	columns: []string{"draft", "person"},
	values:  func(w review.Working) []any { return []any{string(w.Draft), string(w.Person)} },
	codec:   record.Working,
}

type workings struct{ tx *sql.Tx }

func (s workings) Get(id review.DraftID, p review.PersonID) (review.Working, error) {
	return workingsTable.get(s.tx, "WHERE draft = ? AND person = ?", id, p)
}

func (s workings) List(id review.DraftID) ([]review.Working, error) {
	return workingsTable.list(s.tx, "WHERE draft = ? ORDER BY n", id)
}

func (s workings) Put(w review.Working) error {
	return workingsTable.upsert(s.tx, w, "draft", "person")
}

func (s workings) Delete(id review.DraftID, p review.PersonID) error {
	_, err := s.tx.Exec("DELETE FROM workings WHERE draft = ? AND person = ?", id, p)
	return translate(err)
}
