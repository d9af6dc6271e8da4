package record

import (
	"time"

	"jianbao/review"
)

type dismissal struct {
	ID     review.DismissalID `json:"id"`
	Series review.SeriesID    `json:"series"`
	Draft  review.DraftID     `json:"draft"`
	review.Mark
	Scope    review.Scope    `json:"scope"`
	Reason   string          `json:"reason"`
	By       review.PersonID `json:"by"`
	At       time.Time       `json:"at"`
	UndoneBy review.PersonID `json:"undoneby,omitempty"`
	UndoneAt time.Time       `json:"undoneat,omitzero"`
}

// Dismissal is the stored form of dismissals.
var Dismissal = codec(
	func(d review.Dismissal) dismissal { return dismissal(d) },
	func(w dismissal) review.Dismissal { return review.Dismissal(w) })
