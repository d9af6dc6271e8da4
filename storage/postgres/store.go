// Package postgres owns the review.Store that many desks share on a PostgreSQL
// server, or on an engine that speaks its protocol: how it is reached, how
// transactions take turns, are tried again and are looked up when an answer was
// lost, and what a failing connection is called. It does not know the statements
// by which records are kept (see relational), nor how the tables came to be (see
// migration).
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"jianbao/review"
	"jianbao/storage/relational"
)

// Store implements review.Store.
type Store struct {
	db       *sql.DB
	place    place
	identity string
	begin    beginnings
	proper   bool // PostgreSQL itself

	patience time.Duration
	writing  chan struct{} // holds one element while Atomically is under way
	known    int64         // the receipt of the last transaction known to be committed; 0 before the first
}

// Identity is a random name that this database has and no other: what is kept
// on this machine for it is kept under that name.
func (s *Store) Identity() string { return s.identity }

// View implements review.Store. The snapshot is taken before f starts, not when
// it first reads. A connection that turns out to be lost is made again only
// before f starts: f runs once.
func (s *Store) View(ctx context.Context, f func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	w, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer w.tx.Rollback() // ends the snapshot; there is nothing to undo
	err = f(relational.NewTx(w, w.dialect(true)))
	if err != nil && isLost(w.cause) {
		return fmt.Errorf("%w: %w", s.place.problem(w.cause), err)
	}
	return err
}

func (s *Store) snapshot(ctx context.Context) (w *work, err error) {
	err = s.again(ctx, func() (err error) {
		w, err = s.start(ctx, s.begin.view)
		return err
	})
	return w, err
}

// Atomically implements review.Store. Transactions of one Store run one after
// another, so that one receipt tells whether the last is done; those of all desks
// take turns in the database. It returns review.ErrUnsure only if the connection
// broke at the commit and could not be made again to look.
func (s *Store) Atomically(ctx context.Context, f func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	n := drawNumber()
	err = s.again(ctx, func() error {
		err := s.write(ctx, s.begin.write(n), true, f)
		if silent, ok := err.(*unanswered); ok {
			return s.settle(ctx, n, silent)
		}
		return err
	})
	if err == nil {
		s.known = n
	}
	return err
}

// Jot implements review.Store. It waits for no turn, and a commit whose answer
// was lost is repeated: what f writes must be as good written twice as once.
func (s *Store) Jot(ctx context.Context, f func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	return s.again(ctx, func() error {
		err := s.write(ctx, s.begin.jot, false, f)
		if silent, ok := err.(*unanswered); ok {
			return &transient{silent.error}
		}
		return err
	})
}

// because puts the context's error before an error that it caused.
func because(ctx context.Context, err *error) {
	if cause := ctx.Err(); *err != nil && cause != nil && !errors.Is(*err, cause) {
		*err = fmt.Errorf("%w: %w", cause, *err)
	}
}

// Close implements review.Store.
func (s *Store) Close() error { return s.db.Close() }
