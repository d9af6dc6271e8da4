package review

import (
	"time"

	"jianbao/editor/doc"
)

// SignOffID names a sign-off.
type SignOffID string

// SignOff (签字) records that a person, in a role, stands for exactly one text.
type SignOff struct {
	ID       SignOffID
	Draft    DraftID
	Round    int
	Step     int
	Role     Role
	Person   PersonID
	Name     string // as it was when signed
	Revision int
	TextHash doc.Hash // of the text signed
	Compared doc.Hash // of the text it is compared with: the one the person signed before, else the first; "" if that is the text signed
	Nature   Nature   // of what lies between the person's earlier sign-off and this one; "" if there is none
	Comment  string
	Override string // why an open matter was passed over; "" if none
	SameHand string // why one person held several hands; "" if not so
	At       time.Time
	Fell     Fall      // why it no longer stands; "" while it stands
	FellAt   time.Time // zero while it stands
}

// Fall is the reason why a sign-off no longer stands.
type Fall string

// The reasons.
const (
	FellByChange Fall = "changed"  // the text moved on
	FellByReturn Fall = "returned" // sent back: a new round signs anew
)

// Stands reports whether the sign-off holds for a text with this hash.
func (s SignOff) Stands(text doc.Hash) bool { return s.Fell == "" && s.TextHash == text }
