// Package load owns what is said of how long a desk takes when many work at once:
// times collected by kind, their percentiles, a table and a plot of them. It does
// not know what is measured, nor how.
package load

import (
	"slices"
	"sync"
	"time"
)

// Kind is what is timed.
type Kind string

// The kinds.
const (
	Save     Kind = "save"
	Autosave Kind = "autosave"
	Pulse    Kind = "pulse"
	Refresh  Kind = "refresh"
	Seen     Kind = "seen" // from when a save was acknowledged until another desk showed it
	Turn     Kind = "turn" // the part of a save before its first statement
	Work     Kind = "work" // the part of a save that is its statements
	Commit   Kind = "commit"
)

// Kinds lists every kind in the order of the table.
func Kinds() []Kind { return []Kind{Save, Autosave, Pulse, Refresh, Seen, Turn, Work, Commit} }

// Times is how long things of one kind took.
type Times []time.Duration

// At returns the time that so many of a thousand stayed within; 0 if there are
// none.
func (t Times) At(thousandth int) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[min(len(sorted)*thousandth/1000, len(sorted)-1)]
}

// Round is what was measured with one number of desks.
type Round struct {
	Desks   int
	Length  time.Duration
	Times   map[Kind]Times
	Errors  map[string]int // what went wrong, and how often
	Retries int            // transactions that the store had to run again
	Server  float64        // processors that the database used
	Program float64        // processors that all desks together used
}

// Failed is how many things went wrong.
func (r Round) Failed() int {
	n := 0
	for _, count := range r.Errors {
		n += count
	}
	return n
}

// PerSecond is how many of a kind were done in a second.
func (r Round) PerSecond(k Kind) float64 { return float64(len(r.Times[k])) / r.Length.Seconds() }

// Watch collects what a round measures, from many desks at once.
type Watch struct {
	mu      sync.Mutex
	times   map[Kind]Times
	errors  map[string]int
	retries int
}

// NewWatch returns a watch that has seen nothing yet.
func NewWatch() *Watch { return &Watch{times: map[Kind]Times{}, errors: map[string]int{}} }

// Took adds a time.
func (w *Watch) Took(k Kind, d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.times[k] = append(w.times[k], d)
}

// Went adds how long something took, or what went wrong with it.
func (w *Watch) Went(k Kind, d time.Duration, err error) {
	if err == nil {
		w.Took(k, d)
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.errors[string(k)+": "+err.Error()]++
}

// Retried counts a transaction that was run again.
func (w *Watch) Retried() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.retries++
}

// Round returns what was collected; nothing may be added any more.
func (w *Watch) Round(desks int, length time.Duration) Round {
	return Round{Desks: desks, Length: length, Times: w.times, Errors: w.errors, Retries: w.retries}
}
