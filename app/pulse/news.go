package pulse

import (
	"slices"
	"time"

	"jianbao/review"
)

// Change says what of the news is new.
type Change uint8

// The changes.
const (
	Done     Change = 1 << iota // something was done: see News.Events
	Sessions                    // somebody came, left, or has something else open
	Leases                      // somebody writes in another place, or asks to
	Link                        // the database was lost, or is there again
)

// News is how things stand at one beat. It never changes.
type News struct {
	What   Change
	Events []review.Event   // done since the news before, by anybody, oldest first
	Others []review.Session // who else is at work, by when they began; none while the link is lost
	Leases []review.Lease   // of live sessions, one's own too
	Lost   time.Time        // since when the database cannot be reached; zero while it can
	Names  map[review.PersonID]string
}

// Has reports whether one of the changes is new.
func (n News) Has(c Change) bool { return n.What&c != 0 }

// Touches reports whether something was done to a draft.
func (n News) Touches(id review.DraftID) bool {
	return slices.ContainsFunc(n.Events, func(e review.Event) bool { return e.Draft == id })
}

// Name returns a person's name, or the id if nobody has it.
func (n News) Name(id review.PersonID) string {
	if name, ok := n.Names[id]; ok {
		return name
	}
	return string(id)
}

// Presence is somebody else who has a draft open.
type Presence struct {
	review.Session
	Name   string
	Writes bool // holds the lease of a part of it
}

// In returns who else has a draft open, each person once, those who write first.
func (n News) In(id review.DraftID) []Presence {
	var in []Presence
	seen := map[review.PersonID]bool{}
	for _, writes := range []bool{true, false} {
		for _, s := range n.Others {
			if s.Draft == id && !seen[s.Person] && writes == n.holds(s, id) {
				seen[s.Person] = true
				in = append(in, Presence{s, n.Name(s.Person), writes})
			}
		}
	}
	return in
}

func (n News) holds(s review.Session, id review.DraftID) bool {
	return slices.ContainsFunc(n.Leases, func(l review.Lease) bool { return l.Session == s.ID && l.Draft == id })
}

// AtWork returns the names of everybody else at work, each once, by when they
// began. Somebody who sits here is not somebody else at another machine.
func (n News) AtWork(me review.PersonID) []string {
	var names []string
	seen := map[review.PersonID]bool{me: true}
	for _, s := range n.Others {
		if !seen[s.Person] {
			seen[s.Person] = true
			names = append(names, n.Name(s.Person))
		}
	}
	return names
}

// sameSession reports whether two sessions say the same of who has what open. That they
// beat is no news.
func sameSession(a, b review.Session) bool {
	return a.ID == b.ID && a.Person == b.Person && a.Machine == b.Machine && a.Draft == b.Draft && a.Screen == b.Screen
}

func sameLease(a, b review.Lease) bool {
	return a.Draft == b.Draft && a.Article == b.Article && a.Session == b.Session && a.Person == b.Person &&
		a.Since.Equal(b.Since) && a.Wanted == b.Wanted && a.WantedAt.Equal(b.WantedAt)
}
