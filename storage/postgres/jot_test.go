package postgres_test

import (
	"context"
	"testing"

	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// waiting counts the connections that wait for another one's transaction.
const waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"

// TestJotsDrawOneNumber has two desks write the first row of a table at once,
// without turns: the second is told of the other only when it has ended, and then
// draws another number.
func TestJotsDrawOneNumber(t *testing.T) {
	dsn, ctx := pgtest.DSN(t), context.Background()
	s, watch := openAt(t, dsn), administrator(t, dsn)
	counted(t, s)
	runs, done := 0, make(chan error, 1)
	err := s.Jot(ctx, func(tx review.Tx) error {
		if err := tx.Looks().Put("d1", "p1", 1); err != nil {
			return err
		}
		go func() {
			done <- s.Jot(ctx, func(tx review.Tx) error {
				runs++
				return tx.Looks().Put("d1", "p2", 2)
			})
		}()
		for blocked := 0; blocked == 0; {
			if err := watch.QueryRow(ctx, waiting).Scan(&blocked); err != nil {
				return err
			}
		}
		return nil
	})
	if other := <-done; err != nil || other != nil || runs != 2 {
		t.Errorf("Jot = %v and %v, after %d runs", err, other, runs)
	}
	err = s.View(ctx, func(tx review.Tx) error {
		first, err := tx.Looks().Get("d1", "p1")
		if err != nil {
			return err
		}
		second, err := tx.Looks().Get("d1", "p2")
		if first != 1 || second != 2 {
			t.Errorf("looked at %d and %d", first, second)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
