// Package sqlite owns the review.Store that keeps its records in one SQLite
// file: how the file is made, opened, locked, copied, mended and checked. It
// does not know the statements by which records are read and written (see
// relational), nor how the tables came to be (see migration).
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"jianbao/review"
	"jianbao/storage/relational"
)

// Store implements review.Store. One connection writes, several read.
type Store struct {
	writer  *sql.DB
	readers *sql.DB
	uri     string // of the file
	still   bool   // nobody writes to the file, so that it needs no journal
}

// View implements review.Store. The snapshot is taken before f starts, not when
// it first reads.
func (s *Store) View(ctx context.Context, f func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	tx, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback() // ends the snapshot; there is nothing to undo
	return f(relational.NewTx(tx, dialect))
}

func (s *Store) snapshot(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return nil, translate(err)
	}
	var n int
	if err := tx.QueryRow("SELECT max(number) FROM migrations").Scan(&n); err != nil {
		tx.Rollback() // the first error is the one that tells
		return nil, translate(err)
	}
	return tx, nil
}

// Atomically implements review.Store. The transaction locks out other writers,
// in this process and in others, from its start.
func (s *Store) Atomically(ctx context.Context, f func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return translate(err)
	}
	defer tx.Rollback() // does nothing once committed
	if err := f(relational.NewTx(tx, dialect)); err != nil {
		return err
	}
	return translate(tx.Commit())
}

// Jot implements review.Store: the one connection that writes has its turns
// anyway.
func (s *Store) Jot(ctx context.Context, f func(review.Tx) error) error { return s.Atomically(ctx, f) }

// because puts the context's error before an error that it caused.
func because(ctx context.Context, err *error) {
	if cause := ctx.Err(); *err != nil && cause != nil && !errors.Is(*err, cause) {
		*err = fmt.Errorf("%w: %w", cause, *err)
	}
}

// Close implements review.Store.
func (s *Store) Close() error {
	err := errors.Join(s.readers.Close(), s.writer.Close())
	return translate(err)
}
