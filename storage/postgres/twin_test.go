package postgres_test

import (
	"context"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"testing"

	"jianbao/review"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

// TestATwinsReceiptIsNotOnesOwn cuts a commit and has another program, which
// goes on from the same state of the machine, leave its receipt before this one
// looks: nobody can say any more what became of the commit.
func TestATwinsReceiptIsNotOnesOwn(t *testing.T) {
	dsn := pgtest.DSN(t)
	c, k := administrator(t, dsn), &knife{}
	var armed atomic.Bool
	twin := sync.OnceFunc(func() { do(t, c, "UPDATE receipts SET n = n / 2") })
	s := openAt(t, dsn, postgres.WithConnections(1), postgres.WithDialer(func(ctx context.Context, network, address string) (net.Conn, error) {
		if armed.Load() {
			twin()
		}
		return k.dial(ctx, network, address)
	}))
	counted(t, s)
	k.cuts.Store(1)
	armed.Store(true)
	if _, err := count(context.Background(), s); !errors.Is(err, review.ErrUnsure) || errors.Is(err, review.ErrLost) {
		t.Errorf("count = %v, want %v", err, review.ErrUnsure)
	}
	if runs, err := count(context.Background(), s); err != nil || runs != 1 || rounds(t, s) != 1 {
		t.Errorf("then %d runs, %v, and %d rounds", runs, err, rounds(t, s))
	}
}

// TestALimitForStatementsIsNotOneForWaiting has an administrator's limit that is
// shorter than it takes until it is this store's turn.
func TestALimitForStatementsIsNotOneForWaiting(t *testing.T) {
	dsn := pgtest.DSN(t)
	c := administrator(t, dsn)
	counted(t, openAt(t, dsn))
	do(t, c, "ALTER DATABASE "+databaseOf(dsn)+" SET statement_timeout = '50ms'", "BEGIN", "LOCK TABLE turn IN EXCLUSIVE MODE")
	s, done := openAt(t, dsn), make(chan error, 1)
	go func() {
		_, err := count(context.Background(), s)
		done <- err
	}()
	for blocked := 0; blocked == 0; {
		if err := c.QueryRow(context.Background(), waiting).Scan(&blocked); err != nil {
			t.Fatal(err)
		}
	}
	do(t, c, "SELECT pg_sleep(0.2)", "COMMIT")
	if err := <-done; err != nil || rounds(t, s) != 1 {
		t.Errorf("count = %v, and %d rounds", err, rounds(t, s))
	}
}
