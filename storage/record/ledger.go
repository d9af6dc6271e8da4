package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type entry struct {
	Series review.SeriesID  `json:"series"`
	Label  string           `json:"label,omitempty"`
	Number doc.Number       `json:"number"`
	Kind   review.EntryKind `json:"kind"`
	Draft  review.DraftID   `json:"draft,omitempty"`
	Reason string           `json:"reason,omitempty"`
	By     review.PersonID  `json:"by"`
	At     time.Time        `json:"at"`
	Date   doc.Date         `json:"date,omitzero"`
	Title  string           `json:"title,omitempty"`
}

// Entry is the stored form of a ledger's rows.
var Entry = codec(
	func(e review.Entry) entry { return entry(e) },
	func(w entry) review.Entry { return review.Entry(w) })

// Clash reports whether a number that is used up forbids a new row: the same
// 期号 of the same year and label, or the same 总期号.
func Clash(used, row review.Entry) bool {
	explained := row.Explains() && row.Kind != review.EntryOpening
	if used.Explains() || explained || used.Series != row.Series {
		return false
	}
	u, n := used.Number, row.Number
	sameIssue := used.Label == row.Label && u.Year == n.Year && u.Issue == n.Issue
	return sameIssue || n.Total != 0 && u.Total == n.Total
}
