package relational

import (
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/record"
)

var talliesTable = table[review.Tally]{
	name:     "tallies",
	numbered: true,
	columns:  []string{"series", "rule"},
	values:   func(t review.Tally) []any { return []any{string(t.Series), t.Rule} },
	codec:    record.Tally,
}

type tallies struct{ tx *Tx }

func (s tallies) List(id review.SeriesID) ([]review.Tally, error) {
	found, err := talliesTable.list(s.tx, "WHERE series = $1", id)
	slices.SortFunc(found, func(a, b review.Tally) int { return strings.Compare(a.Rule, b.Rule) })
	return found, err
}

func (s tallies) Put(t review.Tally) error { return talliesTable.upsert(s.tx, t, "series", "rule") }
