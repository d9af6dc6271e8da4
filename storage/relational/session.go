package relational

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

// sessionsTable has no numbers: many sessions beat at the same moment, and none
// waits for another.
var sessionsTable = table[review.Session]{
	name:    "sessions",
	key:     []string{"id"},
	columns: []string{"id"},
	values:  func(s review.Session) []any { return []any{string(s.ID)} },
	codec:   record.Session,
}

type sessions struct{ tx *Tx }

func (s sessions) Get(id review.SessionID) (review.Session, error) {
	return sessionsTable.get(s.tx, "WHERE id = $1", id)
}

func (s sessions) List() ([]review.Session, error) {
	found, err := sessionsTable.list(s.tx, "")
	slices.SortFunc(found, func(a, b review.Session) int {
		return cmp.Or(a.Started.Compare(b.Started), cmp.Compare(a.ID, b.ID))
	})
	return found, err
}

func (s sessions) Put(v review.Session) error { return sessionsTable.upsert(s.tx, v, "id") }

func (s sessions) Delete(id review.SessionID) error {
	_, err := s.tx.exec(sessionsTable.name, "DELETE FROM sessions WHERE id = $1", id)
	return err
}
