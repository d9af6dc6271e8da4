package review

import (
	"slices"
	"time"
)

// Survey (通览) is what a desk tells of one series at one moment. It never
// changes; a later one shares with it what stayed the same.
type Survey struct {
	Seq     int64    // the newest event it knows of
	Series  []Series // every series, by name
	Current Series   // the one surveyed; zero where there is none
	People  map[PersonID]Person
	Ledger  Ledger
	Drafts  []*Glance // the drafts on their way, last updated first
	Damaged bool      // some drafts could not be read and are left out

	who Person // for whom
}

// Glance (一瞥) is what is told of a draft that nobody opened: what a card says.
// A draft beyond SurveyRoom, or one that cannot be read, is told of by its record
// alone.
type Glance struct {
	Draft   Draft
	Role    Role // whose turn it is; "" if nobody's
	Mine    bool // it is the turn of the person asking
	Author  PersonID
	At      time.Time // when the newest revision was made, or the record was changed
	Runes   int
	Missing int
	Demands int    // still to be answered
	Answers int    // answered, to be looked at
	Signed  bool   // the person asking signed an earlier text
	Nature  Nature // of what changed since then, where it is his turn again
	Ticks   int    // critical changes he has yet to tick
	Since   int    // the revision from which he wants to see what changed; 0 where that is not asked
	Damaged bool

	// From and Head are the texts between which he wants to see what changed; nil
	// where nothing did, or Since is 0.
	From, Head *Revision

	file *File // what it was read from, until it is told
}

// SurveyRoom is how many drafts, newest first, are told of in full.
const SurveyRoom = 40

// underway are the states of drafts that stand on a desk.
var underway = []State{Drafting, Reviewing, Final, Held}

// next is what a survey shares with the one before it: nothing where an event
// touched what all of it hangs on.
func (s *Survey) next(who Actor, chosen SeriesID, since []Event) *Survey {
	if s == nil || !s.who.same(who.person) || s.Current.ID != choose(s.Series, chosen).ID || slices.ContainsFunc(since, unsettles) {
		return nil
	}
	return s
}

// same reports whether a survey for one is a survey for the other.
func (p Person) same(o Person) bool { return p.ID == o.ID && slices.Equal(p.Roles, o.Roles) }

// unsettles reports whether an event may have changed the series, a person, or a
// text by itself: then everything is read anew. What is done to drafts is known by
// their versions.
func unsettles(e Event) bool {
	switch e.Action {
	case ActLedger, ActRegister, ActKey, ActPIN:
		return false
	}
	return e.Draft == ""
}

// touchesLedger reports whether an event may have changed a ledger.
func touchesLedger(e Event) bool { return e.Action == ActLedger || e.Action == ActVoid }

func choose(all []Series, id SeriesID) Series {
	if len(all) == 0 {
		return Series{}
	}
	return all[max(0, slices.IndexFunc(all, func(s Series) bool { return s.ID == id }))]
}

// glances finds those of a survey by their drafts.
func (s *Survey) glances() map[DraftID]*Glance {
	known := map[DraftID]*Glance{}
	if s != nil {
		for _, g := range s.Drafts {
			known[g.Draft.ID] = g
		}
	}
	return known
}

// unseenBySigners reports whether no signer ever had the draft: then there are
// neither sign-offs nor demands. What came from elsewhere may have some.
func (g *Glance) unseenBySigners() bool {
	return g.Draft.State == Drafting && g.Draft.Round == 0 && !g.Draft.Foreign()
}

// pending reports whether the glance changes as soon as the person looks.
func (g *Glance) pending() bool { return g.From != nil }

// tell says what the file says, as the person sees it.
func (g *Glance) tell(who Actor) {
	f, me := g.file, who.person.ID
	g.file = nil
	g.Author, g.At, g.Runes = f.Head.Author, f.Head.At, f.Head.Runes
	g.Missing, g.Demands = len(f.Missing()), len(f.OpenDemands())
	g.Answers = len(f.Demands) - g.Demands
	g.Signed = f.LastSigned(me) > 0
	if f.Revisions != nil && f.Can(ActTick, who, Ask{}) == nil {
		g.Nature, g.Ticks = f.Nature(me), len(f.CriticalOpen(me))
	}
}
