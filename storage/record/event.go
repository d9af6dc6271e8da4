package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type event struct {
	Seq    int64             `json:"seq"`
	At     time.Time         `json:"at"`
	Actor  review.PersonID   `json:"actor,omitempty"`
	Draft  review.DraftID    `json:"draft,omitempty"`
	Action review.Action     `json:"action"`
	Detail map[string]string `json:"detail"` // null and {} hash differently
	Prev   doc.Hash          `json:"prev,omitempty"`
	Hash   doc.Hash          `json:"hash"`
}

// Event is the stored form of the links of the event chain.
var Event = codec(
	func(e review.Event) event { return event(e) },
	func(w event) review.Event { return review.Event(w) })
