package storetest

import (
	"context"
	"errors"

	"jianbao/review"
)

// errUndone rolls back what went well.
var errUndone = errors.New("storetest: to be done again")

// Repeat returns a store on which everything is done several times and counts
// once: every transaction that goes well is rolled back and run again until it
// ran as often as times says, as on a server that undoes one because of what
// others did. A use case that remembers something from a run that was undone does
// not work on it.
func Repeat(s review.Store, times int) review.Store { return repeated{s, times} }

type repeated struct {
	review.Store
	times int
}

// View implements review.Store.
func (r repeated) View(ctx context.Context, f func(review.Tx) error) error {
	return r.repeat(r.Store.View, ctx, f)
}

// Atomically implements review.Store.
func (r repeated) Atomically(ctx context.Context, f func(review.Tx) error) error {
	return r.repeat(r.Store.Atomically, ctx, f)
}

// Jot implements review.Store.
func (r repeated) Jot(ctx context.Context, f func(review.Tx) error) error {
	return r.repeat(r.Store.Jot, ctx, f)
}

func (r repeated) repeat(run func(context.Context, func(review.Tx) error) error, ctx context.Context, f func(review.Tx) error) error {
	for range r.times - 1 {
		undone := run(ctx, func(tx review.Tx) error {
			if err := f(tx); err != nil {
				return err
			}
			return errUndone
		})
		if !errors.Is(undone, errUndone) {
			return undone
		}
	}
	return run(ctx, f)
}
