package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type demand struct {
	ID       string          `json:"id"`
	Draft    review.DraftID  `json:"draft"`
	N        int             `json:"n"`
	Round    int             `json:"round"`
	Reason   string          `json:"reason"`
	Anchor   doc.Anchor      `json:"anchor"`
	Text     string          `json:"text"`
	By       review.PersonID `json:"by"`
	At       time.Time       `json:"at"`
	Revision int             `json:"revision"`
	Answer   review.Answer   `json:"answer,omitempty"`
	Note     string          `json:"note,omitempty"`
	Answerer review.PersonID `json:"answerer,omitempty"`
	Answered time.Time       `json:"answered,omitzero"`
}

// Demand is the stored form of demands.
var Demand = codec(
	func(d review.Demand) demand { return demand(d) },
	func(w demand) review.Demand { return review.Demand(w) })
