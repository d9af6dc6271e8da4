package postgres

import (
	"context"
	"math/rand/v2"
	"time"
)

// transient is an error after which nothing is done and the same may succeed a
// moment later. It is only ever returned as it is: one that lies deeper in an
// error is not meant for whoever gets that error.
type transient struct{ error }

// Unwrap returns what went wrong.
func (e *transient) Unwrap() error { return e.error }

// How long it is waited before the next attempt: some part of a time that grows
// from the first to the longest.
const (
	firstPause   = 10 * time.Millisecond
	longestPause = 500 * time.Millisecond
)

// again calls try until it succeeds or fails for good, at most for as long as
// the store has patience after the first failure.
func (s *Store) again(ctx context.Context, try func() error) error {
	var until time.Time
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		err := try()
		passing, ok := err.(*transient)
		if !ok {
			return err
		}
		now := time.Now()
		if until.IsZero() {
			until = now.Add(s.patience)
		}
		if now.After(until) {
			return s.place.told(passing.error)
		}
		if err := rest(ctx, rand.N(pause)); err != nil {
			return s.place.told(passing.error)
		}
	}
}

// rest waits, so that desks that failed together do not come back together.
func rest(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
