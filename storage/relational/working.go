package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var workingsTable = table[review.Working]{
	name:     "workings",
	numbered: true,
	columns:  []string{"draft", "person"},
	values:   func(w review.Working) []any { return []any{string(w.Draft), string(w.Person)} },
	codec:    record.Working,
	draft:    func(v review.Working) review.DraftID { return v.Draft },
}

type workings struct{ tx *Tx }

func (s workings) Get(id review.DraftID, p review.PersonID) (review.Working, error) {
	return workingsTable.get(s.tx, "WHERE draft = $1 AND person = $2", id, p)
}

func (s workings) List(id review.DraftID) ([]review.Working, error) {
	return workingsTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
}

func (s workings) Put(w review.Working) error {
	return workingsTable.upsert(s.tx, w, "draft", "person")
}

func (s workings) Delete(id review.DraftID, p review.PersonID) error {
	_, err := s.tx.exec(workingsTable.name, "DELETE FROM workings WHERE draft = $1 AND person = $2", id, p)
	return err
}
