// Package history owns what many people did to one store at the same time, and
// the proof that it was as if they had done it one after another: who asked what
// when and what came back, what was read, and the chain of events by which the
// store claims an order. It does not know how a store works, nor the rules of
// review.Desk: what each step must have led to is said by a model of its own.
package history

import (
	"math"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// History is everything that was done to a store and seen of it.
type History struct {
	Begun      int64 // the newest event when the work began
	Chain      []review.Event
	Operations []Operation
	Readings   []Reading
	Unread     int // readings that failed
}

// Outcome is what somebody knows of what he asked for.
type Outcome string

// The outcomes.
const (
	Done    Outcome = "done"
	Refused Outcome = "refused" // by a rule; nothing was done
	Failed  Outcome = "failed"  // by the store, which says that nothing was done
	Unsure  Outcome = "unsure"  // it may be done, or be done yet, or never
	Broken  Outcome = "broken"  // answered with what nobody should be answered with; it may be done
)

// The operations beside those of the chain of events.
const (
	Autosave review.Action = "autosave"
	Look     review.Action = "look"
)

// Span is when something was asked and answered, since the history began.
type Span struct{ Asked, Answered time.Duration }

// Operation is one thing a person did or tried to do.
type Operation struct {
	Stamp    int // names it: it is the time of every record it writes
	Client   int
	Person   review.PersonID
	Kind     review.Action
	Draft    review.DraftID // "" for a draft that is only being made
	Revision int            // from which a text was made, that was signed or looked at
	Target   int            // the number of a demand, the stamp of a comment, or the step sent back to
	Hash     doc.Hash       // of the text brought
	Label    string         // 增刊 …, of the draft being made
	Span
	Outcome Outcome
	Code    string // of the refusal, or what the store said
	Left    string // the draft as the answer showed it
}

// end is when the operation can no longer happen.
func (o Operation) end() time.Duration {
	if o.Outcome == Unsure || o.Outcome == Broken {
		return math.MaxInt64
	}
	return o.Answered
}

// perhaps reports whether the operation may be done.
func (o Operation) perhaps() bool { return o.Outcome != Refused && o.Outcome != Failed }

// chained reports whether the operation belongs into the chain of events.
func (o Operation) chained() bool { return o.Kind != Autosave && o.Kind != Look }

// epoch is the time of stamp 0.
var epoch = time.Date(2025, 6, 15, 9, 0, 0, 0, time.UTC)

// moment is the time that stands for a stamp; at a thousand operations a second
// it runs as fast as the clock on the wall.
func moment(stamp int) time.Time { return epoch.Add(time.Duration(stamp) * time.Millisecond) }

// stampOf is the stamp that a time stands for; -1 for no time.
func stampOf(at time.Time) int {
	if at.IsZero() {
		return -1
	}
	return int(at.Sub(epoch) / time.Millisecond)
}

// Reading is what one View showed.
type Reading struct {
	Client int
	Person review.PersonID
	Span
	Seq    int64             // the newest event
	Says   map[string]string // what was seen, by its subject
	Copies map[copyKey]unsaved
	Looks  map[review.DraftID]int // the reader's own
}

// copyKey names the unsaved copy of a person.
type copyKey struct {
	draft  review.DraftID
	person review.PersonID
}

// unsaved is an unsaved copy as it was seen; the zero value means that there was
// none.
type unsaved struct {
	stamp, base int
	hash        doc.Hash
}

// Fault is one thing that no serial order explains.
type Fault struct {
	Code string
	Says string
}

// The kinds of fault.
const (
	FaultChain     = "chain"     // the chain of events is broken
	FaultLost      = "lost"      // acknowledged and not there
	FaultTwice     = "twice"     // done twice
	FaultGhost     = "ghost"     // there, although nobody did it or it failed
	FaultTorn      = "torn"      // done or seen by half
	FaultOrder     = "order"     // stands before what ended before it began
	FaultEffect    = "effect"    // did something else than it should
	FaultStale     = "stale"     // a reading does not show what ended before it began
	FaultFuture    = "future"    // a reading shows what began after it ended
	FaultDifferent = "different" // a reading shows what never was
	FaultNumber    = "number"    // a number drawn twice, or left out
	FaultCopy      = "copy"      // an unsaved copy that is not the last one written
	FaultLook      = "look"      // a look that goes back or was never taken
	FaultAnswer    = "answer"    // an error that no rule and no outage explains
	FaultRefusal   = "refusal"   // refused, although nothing stood in the way
)
