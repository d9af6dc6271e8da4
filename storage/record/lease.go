package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type lease struct {
	Draft    review.DraftID   `json:"draft"`
	Article  doc.ArticleID    `json:"article,omitempty"`
	Person   review.PersonID  `json:"person"`
	Session  review.SessionID `json:"session"`
	Since    time.Time        `json:"since"`
	Wanted   review.PersonID  `json:"wanted,omitempty"`
	WantedAt time.Time        `json:"wantedat,omitzero"`
}

// Lease is the stored form of leases.
var Lease = codec(
	func(l review.Lease) lease { return lease(l) },
	func(w lease) review.Lease { return review.Lease(w) })
