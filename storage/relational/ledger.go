package relational

import (
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

var ledgerTable = table[review.Entry]{
	name:     "ledger",
	numbered: true,
	columns:  []string{"series", "kind", "draft", "year", "label", "issue", "total"},
	values: func(e review.Entry) []any {
		n := e.Number
		return []any{string(e.Series), string(e.Kind), string(e.Draft), int64(n.Year), e.Label, int64(n.Issue), int64(n.Total)}
	},
	codec: record.Entry,
}

type ledger struct{ tx *Tx }

func (s ledger) List(id review.SeriesID) (review.Ledger, error) {
	return ledgerTable.list(s.tx, "WHERE series = $1 ORDER BY n", id)
}

// deciding selects the rows that explain numbers and, from the indexes, the
// highest 期号 of a year and label, the highest 总期号 and the latest year.
const deciding = `WHERE series = $1 AND (kind IN ('opening', 'gap', 'double') OR n IN (
	SELECT n FROM (SELECT n FROM ledger WHERE series = $1 AND year = $2 AND label = $3 AND kind NOT IN ('opening', 'gap', 'double') ORDER BY issue DESC LIMIT 1) AS last_issue
	UNION ALL
	SELECT n FROM (SELECT n FROM ledger WHERE series = $1 AND kind NOT IN ('opening', 'gap', 'double') AND total <> 0 ORDER BY total DESC LIMIT 1) AS last_total
	UNION ALL
	SELECT n FROM (SELECT n FROM ledger WHERE series = $1 AND kind NOT IN ('opening', 'gap', 'double') ORDER BY year DESC LIMIT 1) AS last_year)) ORDER BY n`

func (s ledger) Deciding(id review.SeriesID, year int, label string) (review.Ledger, error) {
	return ledgerTable.list(s.tx, deciding, id, year, label)
}

// Add leaves a number that is used up to the unique indexes. An opening is in
// none of them, so that it is compared with every row.
func (s ledger) Add(e review.Entry) error {
	if e.Kind == review.EntryOpening {
		rows, err := s.List(e.Series)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(rows, func(used review.Entry) bool { return record.Clash(used, e) }) {
			return review.ErrExists
		}
	}
	return ledgerTable.insert(s.tx, e)
}

func (s ledger) Void(id review.SeriesID, d review.DraftID, reason string) error {
	e, err := ledgerTable.get(s.tx, "WHERE series = $1 AND draft = $2 AND kind = 'issue'", id, d)
	if err != nil {
		return err
	}
	e.Kind, e.Reason = review.EntryVoid, reason
	return ledgerTable.update(s.tx, e, is{"series", id}, is{"draft", d}, is{"kind", review.EntryIssue})
}
