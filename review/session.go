package review

import "time"

// SessionID names one run of the program.
type SessionID string

// Session (会话) is a program that somebody works at, and what it has open. It
// lives as long as it beats: one that ended without a word, by a crash or a cut
// cable, is dead after Silence and is in nobody's way.
type Session struct {
	ID      SessionID
	Person  PersonID
	Machine string  // the machine's own name, as others know it
	Draft   DraftID // what is open; "" for none
	Screen  string  // the screen that is open, by its own name
	Started time.Time
	Beat    time.Time // 心跳: the last sign of life, by the store's clock
}

// Silence is how long a session may give no sign of life before it counts as
// dead.
const Silence = 30 * time.Second

// forgotten is how long a dead session is still listed.
const forgotten = 24 * time.Hour

// Live reports whether the session gave a sign of life at most Silence before
// now. A beat further in the future than that is from a clock that was set back,
// and counts for nothing.
func (s Session) Live(now time.Time) bool { return now.Sub(s.Beat).Abs() < Silence }

// SessionStore keeps sessions.
type SessionStore interface {
	// Get returns ErrNotFound for an unknown id.
	Get(SessionID) (Session, error)
	// List returns every session, dead ones too, by when it started.
	List() ([]Session, error)
	// Put adds or replaces.
	Put(Session) error
	// Delete does nothing if there is none.
	Delete(SessionID) error
}
