package relational

import (
	"jianbao/review"
	"jianbao/storage/record"
)

var revisionsTable = table[review.RevisionInfo]{
	name:    "revisions",
	key:     []string{"draft", "seq"},
	columns: []string{"draft", "seq", "hash"},
	values: func(r review.RevisionInfo) []any {
		return []any{string(r.Draft), int64(r.Seq), string(r.Hash)}
	},
	codec: record.Revision,
	draft: func(v review.RevisionInfo) review.DraftID { return v.Draft },
}

type revisions struct{ tx *Tx }

func (s revisions) Add(r review.Revision) error {
	text, err := record.Text(r)
	if err != nil {
		return err
	}
	if err := putText(s.tx, r.Hash, text); err != nil {
		return err
	}
	return revisionsTable.insert(s.tx, r.RevisionInfo)
}

func (s revisions) Get(id review.DraftID, seq int) (review.Revision, error) {
	info, err := revisionsTable.get(s.tx, "WHERE draft = $1 AND seq = $2", id, seq)
	if err != nil {
		return review.Revision{}, err
	}
	body, err := textOf(s.tx, info.Hash)
	if err != nil {
		return review.Revision{}, err
	}
	return record.WithText(info, body)
}

func (s revisions) List(id review.DraftID) ([]review.RevisionInfo, error) {
	return revisionsTable.list(s.tx, "WHERE draft = $1 ORDER BY seq", id)
}
