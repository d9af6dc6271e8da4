package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var commentsTable = table[review.Comment]{
	name:     "comments",
	numbered: true,
	columns:  []string{"draft", "id"},
	values:   func(c review.Comment) []any { return []any{string(c.Draft), string(c.ID)} },
	codec:    record.Comment,
	draft:    func(v review.Comment) review.DraftID { return v.Draft },
}

type comments struct{ tx *Tx }

func (s comments) Add(c review.Comment) error { return commentsTable.insert(s.tx, c) }

func (s comments) Update(c review.Comment) error {
	return commentsTable.update(s.tx, c, is{"draft", c.Draft}, is{"id", c.ID})
}

func (s comments) List(id review.DraftID) ([]review.Comment, error) {
	return commentsTable.list(s.tx, "WHERE draft = $1 ORDER BY n", id)
}
