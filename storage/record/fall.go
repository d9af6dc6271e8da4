package record

import (
	"time"

	"jianbao/review"
)

// Fallen says that a sign-off no longer stands. It is kept beside the sign-off,
// which never changes.
type Fallen struct {
	Draft   review.DraftID
	SignOff review.SignOffID
	Why     review.Fall
	At      time.Time
}

type fall struct {
	Draft   review.DraftID   `json:"draft"`
	SignOff review.SignOffID `json:"signoff"`
	Why     review.Fall      `json:"why"`
	At      time.Time        `json:"at"`
}

// Fall is the stored form of the falls of sign-offs.
var Fall = codec(
	func(f Fallen) fall { return fall(f) },
	func(w fall) Fallen { return Fallen(w) })
