package record

import (
	"time"

	"jianbao/review"
)

type tries struct {
	Person review.PersonID `json:"person"`
	Failed int             `json:"failed"`
	Last   time.Time       `json:"last,omitzero"`
}

// Tries is the stored form of the counts of wrong PINs.
var Tries = codec(
	func(t review.Tries) tries { return tries(t) },
	func(w tries) review.Tries { return review.Tries(w) })
