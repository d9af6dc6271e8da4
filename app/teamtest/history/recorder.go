package history

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"jianbao/review"
)

// recorder writes down what clients do.
type recorder struct {
	began time.Time

	mu      sync.Mutex
	history History
	told    map[string]string // renderings, so that equal ones are kept once
	stamp   int
}

func newRecorder() *recorder { return &recorder{began: time.Now(), told: map[string]string{}} }

// now is the time since the history began.
func (r *recorder) now() time.Duration { return time.Since(r.began) }

// next returns a stamp that nobody has.
func (r *recorder) next() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stamp++
	return r.stamp
}

func (r *recorder) keep(op Operation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.history.Operations = append(r.history.Operations, op)
}

// miss counts a reading that showed nothing.
func (r *recorder) miss() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.history.Unread++
}

func (r *recorder) keepReading(reading Reading) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for subject, seen := range reading.Says {
		if _, known := r.told[seen]; !known {
			r.told[seen] = seen
		}
		reading.Says[subject] = r.told[seen]
	}
	r.history.Readings = append(r.history.Readings, reading)
}

// outcomeOf says what an error lets one know.
func outcomeOf(err error) (Outcome, string) {
	var refusal *review.Refusal
	switch {
	case err == nil:
		return Done, ""
	case errors.As(err, &refusal):
		return Refused, refusal.Code
	case errors.Is(err, review.ErrUnsure), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Unsure, err.Error()
	}
	if errors.Is(err, review.ErrLost) || errors.Is(err, review.ErrBusy) {
		return Failed, err.Error()
	}
	return Broken, err.Error()
}

// Figures count a history, for a log.
type Figures struct {
	Operations map[Outcome]int
	Readings   int
	Events     int
	Drafts     int
	Numbers    int
	Refusals   map[string]int // by code
	Troubles   map[string]int // what the store said of what failed or is unsure
}

// Count returns a history's figures.
func (h History) Count() Figures {
	f := Figures{Operations: map[Outcome]int{}, Refusals: map[string]int{}, Troubles: map[string]int{}, Readings: len(h.Readings)}
	for _, op := range h.Operations {
		f.Operations[op.Outcome]++
		switch op.Outcome {
		case Refused:
			f.Refusals[strings.TrimPrefix(op.Code, "review.refuse.")]++
		case Failed, Unsure, Broken:
			said, _, _ := strings.Cut(op.Code, "\n")
			f.Troubles[string(op.Outcome)+": "+said]++
		}
	}
	for _, e := range h.Chain {
		if e.Seq <= h.Begun {
			continue
		}
		f.Events++
		switch e.Action {
		case review.ActCreate:
			f.Drafts++
		case review.ActLedger:
			f.Numbers++
		}
	}
	return f
}
