// Package memory owns a review.Store that lives as long as the process: for
// tests, and for looking at a file without leaving a trace. It does not reach
// any disk. Records are kept in their stored form, so no caller can change what
// is stored by changing what it was given, and what another store refuses is
// refused here too.
package memory

import (
	"context"
	"sync/atomic"

	"jianbao/review"
)

// Store implements review.Store.
type Store struct {
	writing chan struct{} // holds a token while a transaction writes
	now     atomic.Pointer[state]
}

// New returns an empty store.
func New() *Store {
	s := &Store{writing: make(chan struct{}, 1)}
	s.now.Store(new(state))
	return s
}

// View implements review.Store.
func (s *Store) View(ctx context.Context, f func(review.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return f(&txn{state: s.now.Load()})
}

// Atomically implements review.Store. f works on a copy that replaces the
// present state only if everything went well.
func (s *Store) Atomically(ctx context.Context, f func(review.Tx) error) error {
	if err := s.lock(ctx); err != nil {
		return err
	}
	defer s.unlock()
	next := *s.now.Load()
	tx := &txn{state: &next, owner: new(owner)}
	defer tx.end()
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.checkDrafts(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.now.Store(&next)
	return nil
}

// Jot implements review.Store.
func (s *Store) Jot(ctx context.Context, f func(review.Tx) error) error { return s.Atomically(ctx, f) }

func (s *Store) lock(ctx context.Context) error {
	select {
	case s.writing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := ctx.Err(); err != nil { // where both were ready, chance chose
		s.unlock()
		return err
	}
	return nil
}

func (s *Store) unlock() { <-s.writing }

// Check implements review.Store: memory keeps nothing beside the records.
func (s *Store) Check(ctx context.Context) ([]review.Finding, error) { return nil, ctx.Err() }

// Close implements review.Store.
func (s *Store) Close() error { return nil }
