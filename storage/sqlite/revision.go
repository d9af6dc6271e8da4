package sqlite

import (
	"database/sql"
	"errors"
	"fmt"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/record"
)

var revisionsTable = table[review.RevisionInfo]{
	name:    "revisions",
	columns: []string{"draft", "seq", "hash"},
	values: func(r review.RevisionInfo) []any {
		return []any{string(r.Draft), int64(r.Seq), string(r.Hash)}
	},
	codec: record.Revision,
}

type revisions struct{ tx *sql.Tx }

func (s revisions) Add(r review.Revision) error {
	text, err := record.Text(r)
	if err != nil {
		return err
	}
	if _, err := s.tx.Exec("INSERT INTO texts (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING", r.Hash, text); err != nil {
		return translate(err)
	}
	return revisionsTable.insert(s.tx, r.RevisionInfo)
}

func (s revisions) Get(id review.DraftID, seq int) (review.Revision, error) {
	info, err := revisionsTable.get(s.tx, "WHERE draft = ? AND seq = ?", id, seq)
	if err != nil {
		return review.Revision{}, err
	}
	body, err := s.body(info.Hash)
	if err != nil {
		return review.Revision{}, err
	}
	return record.WithText(info, body)
}

// body returns the bytes stored under a hash. A revision whose text is gone is
// damaged, not unknown.
func (s revisions) body(hash doc.Hash) (body []byte, err error) {
	err = s.tx.QueryRow("SELECT body FROM texts WHERE hash = ?", hash).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: no text %s", review.ErrDamaged, hash)
	}
	return body, translate(err)
}

func (s revisions) List(id review.DraftID) ([]review.RevisionInfo, error) {
	return revisionsTable.list(s.tx, "WHERE draft = ? ORDER BY seq", id)
}
