package record

import (
	"time"

	"jianbao/review"
)

type session struct {
	ID      review.SessionID `json:"id"`
	Person  review.PersonID  `json:"person"`
	Machine string           `json:"machine"`
	Draft   review.DraftID   `json:"draft,omitempty"`
	Screen  string           `json:"screen,omitempty"`
	Started time.Time        `json:"started"`
	Beat    time.Time        `json:"beat"`
}

// Session is the stored form of sessions.
var Session = codec(
	func(s review.Session) session { return session(s) },
	func(w session) review.Session { return review.Session(w) })
