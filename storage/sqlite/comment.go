package sqlite

import (
	"database/sql"

	"jianbao/review"
	"jianbao/storage/record"
)

var commentsTable = table[review.Comment]{
	name:    "comments",
	columns: []string{"draft", "id"},
	values:  func(c review.Comment) []any { return []any{string(c.Draft), string(c.ID)} },
	codec:   record.Comment,
}

type comments struct{ tx *sql.Tx }

func (s comments) Add(c review.Comment) error { return commentsTable.insert(s.tx, c) }

func (s comments) Update(c review.Comment) error {
	return commentsTable.update(s.tx, c, "draft = ? AND id = ?", c.Draft, c.ID)
}

func (s comments) List(id review.DraftID) ([]review.Comment, error) {
	return commentsTable.list(s.tx, "WHERE draft = ? ORDER BY n", id)
}
