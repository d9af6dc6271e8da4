//go:build team

package teamtest

import (
	"context"
	"errors"
	"sync"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// outcome is what somebody knows of what he asked for.
type outcome string

const (
	done    outcome = "done"
	refused outcome = "refused" // by a rule or because somebody was faster: nothing was done
	lost    outcome = "lost"    // by the store, which says that nothing was done
	unsure  outcome = "unsure"  // done or not, but not by half
	wrong   outcome = "wrong"   // the store said what it must not say
)

// outcomeOf reads an answer.
func outcomeOf(err error) outcome {
	is := func(any ...error) bool {
		for _, e := range any {
			if errors.Is(err, e) {
				return true
			}
		}
		return false
	}
	switch {
	case err == nil:
		return done
	case is(review.ErrRefused, review.ErrStale, review.ErrNotFound):
		return refused
	case is(review.ErrUnsure):
		return unsure
	case is(review.ErrLost, review.ErrBusy):
		return lost
	case is(context.DeadlineExceeded, context.Canceled):
		return unsure
	}
	return wrong
}

// deed is one thing that somebody did or tried to do.
type deed struct {
	desk   int
	action review.Action
	person review.PersonID
	draft  review.DraftID // "" where one was being made and none came back
	words  string         // what it wrote; nobody else writes that

	outcome         outcome
	err             error
	asked, answered time.Time

	revision int              // that a save made
	signOff  review.SignOffID // that was made
	number   doc.Number       // that a sign-off drew
}

// record keeps what all desks did.
type record struct {
	mu    sync.Mutex
	deeds []deed
}

func (r *record) add(d deed) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.deeds = append(r.deeds, d)
}

// after returns what was asked after a moment, all with the zero moment.
func (r *record) after(moment time.Time) []deed {
	r.mu.Lock()
	defer r.mu.Unlock()
	var deeds []deed
	for _, d := range r.deeds {
		if d.asked.After(moment) {
			deeds = append(deeds, d)
		}
	}
	return deeds
}

// count returns how many deeds of an outcome there are; "" for every action.
func count(deeds []deed, action review.Action, o outcome) int {
	n := 0
	for _, d := range deeds {
		if d.outcome == o && (action == "" || d.action == action) {
			n++
		}
	}
	return n
}
