package relational

import (
	"errors"

	"jianbao/review"
	"jianbao/storage/record"
)

var signaturesTable = table[review.Signature]{
	name:     "signatures",
	numbered: true,
	columns:  []string{"draft", "signoff"},
	values:   func(s review.Signature) []any { return []any{string(s.Draft), string(s.SignOff)} },
	codec:    record.Signature,
	draft:    func(v review.Signature) review.DraftID { return v.Draft },
}

type signatures struct{ tx *Tx }

func (s signatures) Add(v review.Signature) error { return signaturesTable.insert(s.tx, v) }

func (s signatures) Last() (review.Signature, error) {
	last, err := signaturesTable.get(s.tx, "ORDER BY n DESC")
	if errors.Is(err, review.ErrNotFound) {
		return review.Signature{}, nil
	}
	return last, err
}

func (s signatures) List(id review.DraftID) ([]review.Signature, error) {
	if id == "" {
		return signaturesTable.list(s.tx, "ORDER BY n")
	}
	return signaturesTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
}
