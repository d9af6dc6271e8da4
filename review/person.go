package review

import (
	"slices"
	"time"
)

// PersonID names a person for good; names may change or repeat.
type PersonID string

// Role is a hand through which a text goes, by the office's own name for it.
// Roles are data: a series' template lists those that sign.
type Role string

// RoleDrafter is the hand that writes the text; it never signs.
const RoleDrafter Role = "拟稿"

// Person is somebody who works on bulletins. People are never deleted: a past
// signature must still name its signer.
type Person struct {
	ID     PersonID
	Name   string
	Roles  []Role
	PIN    PINHash // empty: cannot sign
	Left   bool    // no longer works here: may do nothing, stays in the records
	Joined time.Time
}

// Has reports whether the person holds the role.
func (p Person) Has(r Role) bool { return slices.Contains(p.Roles, r) }

// HasAny reports whether the person holds one of the roles.
func (p Person) HasAny(roles []Role) bool { return slices.ContainsFunc(roles, p.Has) }

// Actor is a person at work. Verified is true once the person's PIN was given;
// only Desk makes an Actor, so that nobody can claim to be verified.
type Actor struct {
	person   Person
	verified bool
	pen      Pen // the opened key; nil where none could be opened
}

// Rest puts the opened key away: the actor stays verified, but signs only after
// another Unlock.
func (a Actor) Rest() {
	if a.pen != nil {
		a.pen.Wipe()
	}
}

// Person returns who acts.
func (a Actor) Person() Person { return a.person }

// Verified reports whether the PIN was given.
func (a Actor) Verified() bool { return a.verified }
