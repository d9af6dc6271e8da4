package sqlite

import (
	"database/sql"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

var ledgerTable = table[review.Entry]{
	name:    "ledger",
	columns: []string{"series", "kind", "draft", "year", "label", "issue", "total"},
	values: func(e review.Entry) []any {
		n := e.Number
		return []any{string(e.Series), string(e.Kind), string(e.Draft), int64(n.Year), e.Label, int64(n.Issue), int64(n.Total)}
	},
	codec: record.Entry,
}

type ledger struct{ tx *sql.Tx }

func (s ledger) List(id review.SeriesID) (review.Ledger, error) {
	return ledgerTable.list(s.tx, "WHERE series = ? ORDER BY n", id)
}

// Add asks before it writes, since an opening row is not in the unique indexes
// that guard the numbers themselves.
func (s ledger) Add(e review.Entry) error {
	rows, err := s.List(e.Series)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(used review.Entry) bool { return record.Clash(used, e) }) {
		return review.ErrExists
	}
	return ledgerTable.insert(s.tx, e)
}

func (s ledger) Void(id review.SeriesID, d review.DraftID, reason string) error {
	const issued = "series = ? AND draft = ? AND kind = 'issue'"
	e, err := ledgerTable.get(s.tx, "WHERE "+issued, id, d)
	if err != nil {
		return err
	}
	e.Kind, e.Reason = review.EntryVoid, reason
	return ledgerTable.update(s.tx, e, issued, id, d)
}
