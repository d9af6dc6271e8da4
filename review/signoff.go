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
	Errors   string // why errors that proofreading finds were passed over; "" if there were none
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

// Stepped returns the event by which the signer finished reading the text signed
// sentence by sentence (逐句核), or nil.
func (s SignOff) Stepped(events []Event) *Event {
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		if e.Action == ActStep && e.Actor == s.Person && e.Detail["text"] == string(s.TextHash) && e.Detail["complete"] == "true" && !e.At.After(s.At) {
			return e
		}
	}
	return nil
}
