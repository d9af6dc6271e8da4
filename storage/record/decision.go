package record

import (
	"time"

	"jianbao/review"
)

type decision struct {
	Draft   review.DraftID  `json:"draft"`
	From    int             `json:"from"`
	To      int             `json:"to"`
	Change  string          `json:"change"`
	Verdict review.Verdict  `json:"verdict"`
	Reason  string          `json:"reason,omitempty"`
	By      review.PersonID `json:"by"`
	At      time.Time       `json:"at"`
}

// Decision is the stored form of decisions.
var Decision = codec(
	func(d review.Decision) decision { return decision(d) },
	func(w decision) review.Decision { return review.Decision(w) })
