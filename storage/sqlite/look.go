package sqlite

import (
	"database/sql"
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var looksTable = table[record.Seen]{
	name:    "looks",
	columns: []string{"draft", "person"},
	values:  func(s record.Seen) []any { return []any{string(s.Draft), string(s.Person)} },
	codec:   record.Look,
}

type looks struct{ tx *sql.Tx }

func (s looks) Get(id review.DraftID, p review.PersonID) (int, error) {
	seen, err := looksTable.get(s.tx, "WHERE draft = ? AND person = ?", id, p)
	if errors.Is(err, review.ErrNotFound) {
		return 0, nil
	}
	return seen.Revision, err
}

func (s looks) Put(id review.DraftID, p review.PersonID, revision int) error {
	return looksTable.upsert(s.tx, record.Seen{Draft: id, Person: p, Revision: revision}, "draft", "person")
}
