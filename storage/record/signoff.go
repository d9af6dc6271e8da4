package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type signOff struct {
	ID       review.SignOffID `json:"id"`
	Draft    review.DraftID   `json:"draft"`
	Round    int              `json:"round"`
	Step     int              `json:"step"`
	Role     review.Role      `json:"role"`
	Person   review.PersonID  `json:"person"`
	Name     string           `json:"name"`
	Revision int              `json:"revision"`
	TextHash doc.Hash         `json:"texthash"`
	Compared doc.Hash         `json:"compared,omitempty"`
	Nature   review.Nature    `json:"nature,omitempty"`
	Comment  string           `json:"comment,omitempty"`
	Override string           `json:"override,omitempty"`
	Errors   string           `json:"errors,omitempty"`
	SameHand string           `json:"samehand,omitempty"`
	At       time.Time        `json:"at"`
	Fell     review.Fall      `json:"fell,omitempty"`
	FellAt   time.Time        `json:"fellat,omitzero"`
}

// SignOff is the stored form of sign-offs.
var SignOff = codec(
	func(s review.SignOff) signOff { return signOff(s) },
	func(w signOff) review.SignOff { return review.SignOff(w) })
