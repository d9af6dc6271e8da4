package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type step struct {
	Draft    review.DraftID  `json:"draft"`
	Sentence doc.Hash        `json:"sentence"`
	Nth      int             `json:"nth,omitempty"`
	Revision int             `json:"revision"`
	Text     doc.Hash        `json:"text"`
	Opinion  review.Opinion  `json:"opinion"`
	Note     string          `json:"note,omitempty"`
	By       review.PersonID `json:"by"`
	At       time.Time       `json:"at"`
}

// Step is the stored form of steps.
var Step = codec(
	func(s review.Step) step { return step(s) },
	func(w step) review.Step { return review.Step(w) })
