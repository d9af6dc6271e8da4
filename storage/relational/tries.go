package relational

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var triesTable = table[review.Tries]{
	name:     "tries",
	numbered: true,
	columns:  []string{"person"},
	values:   func(t review.Tries) []any { return []any{string(t.Person)} },
	codec:    record.Tries,
}

type tries struct{ tx *Tx }

func (s tries) Get(id review.PersonID) (review.Tries, error) {
	t, err := triesTable.get(s.tx, "WHERE person = $1", id)
	if errors.Is(err, review.ErrNotFound) {
		return review.Tries{Person: id}, nil
	}
	return t, err
}

func (s tries) Put(t review.Tries) error { return triesTable.upsert(s.tx, t, "person") }
