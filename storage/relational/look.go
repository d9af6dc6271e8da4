package relational

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var looksTable = table[record.Seen]{
	name:     "looks",
	numbered: true,
	columns:  []string{"draft", "person"},
	values:   func(s record.Seen) []any { return []any{string(s.Draft), string(s.Person)} },
	codec:    record.Look,
	draft:    func(v record.Seen) review.DraftID { return v.Draft },
}

type looks struct{ tx *Tx }

func (s looks) Get(id review.DraftID, p review.PersonID) (int, error) {
	seen, err := looksTable.get(s.tx, "WHERE draft = $1 AND person = $2", id, p)
	if errors.Is(err, review.ErrNotFound) {
		return 0, nil
	}
	return seen.Revision, err
}

func (s looks) Put(id review.DraftID, p review.PersonID, revision int) error {
	return looksTable.upsert(s.tx, record.Seen{Draft: id, Person: p, Revision: revision}, "draft", "person")
}
