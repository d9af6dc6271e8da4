package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"jianbao/review"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

// administrator returns a connection of somebody who does not keep to turns.
func administrator(t *testing.T, dsn string, first ...string) *pgx.Conn {
	t.Helper()
	c, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close(context.Background()) })
	do(t, c, first...)
	return c
}

func do(t *testing.T, c *pgx.Conn, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := c.Exec(context.Background(), s); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// change is a change of a draft that nothing of its record tells of.
const change = "UPDATE drafts SET n = n + 100 WHERE id = 'd1'"

// TestSerializationFailure lets somebody else change a draft between what f
// reads and what it writes.
func TestSerializationFailure(t *testing.T) {
	for mode, options := range modes {
		t.Run(mode, func(t *testing.T) {
			dsn := pgtest.DSN(t)
			s, other := openAt(t, dsn, options...), administrator(t, dsn)
			counted(t, s)
			runs := 0
			err := s.Atomically(context.Background(), func(tx review.Tx) error {
				runs++
				d, err := tx.Drafts().Get("d1")
				if err != nil {
					return err
				}
				if runs == 1 {
					do(t, other, change)
				}
				d.Round++
				return tx.Drafts().Update(d)
			})
			if err != nil || runs != 2 || rounds(t, s) != 1 {
				t.Errorf("Atomically = %v after %d runs, round %d", err, runs, rounds(t, s))
			}
		})
	}
}

// TestDeadlock lets somebody else hold what f wants and want what f holds.
func TestDeadlock(t *testing.T) {
	dsn := pgtest.DSN(t)
	s := openAt(t, dsn)
	other := administrator(t, dsn, "SET deadlock_timeout = '1h'") // so that it is f that is stopped
	counted(t, s)
	err := s.Atomically(context.Background(), func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: "d2"}) })
	if err != nil {
		t.Fatal(err)
	}
	do(t, other, "BEGIN", "UPDATE drafts SET n = n + 100 WHERE id = 'd2'")
	done, runs := make(chan struct{}), 0
	err = s.Atomically(context.Background(), func(tx review.Tx) error {
		runs++
		if err := tx.Drafts().Update(review.Draft{ID: "d1", Round: 1}); err != nil {
			return err
		}
		if runs == 1 {
			go func() {
				defer close(done)
				do(t, other, change, "COMMIT")
			}()
		}
		return tx.Drafts().Update(review.Draft{ID: "d2", Round: 1})
	})
	<-done
	if err != nil || runs < 2 || rounds(t, s) != 1 {
		t.Errorf("Atomically = %v after %d runs, round %d", err, runs, rounds(t, s))
	}
}

// TestHeldTurn has somebody take the turn and keep it: that is a busy database,
// and nothing worse.
func TestHeldTurn(t *testing.T) {
	dsn := pgtest.DSN(t)
	s := openAt(t, dsn, postgres.WithSilence(200*time.Millisecond), postgres.WithPatience(100*time.Millisecond))
	counted(t, s)
	other := administrator(t, dsn, "BEGIN", "LOCK TABLE turn IN EXCLUSIVE MODE")
	_, err := count(context.Background(), s)
	requireIs(t, err, review.ErrBusy)
	if got := rounds(t, s); got != 0 {
		t.Errorf("reading while the turn is held: %d", got)
	}
	if err := s.Jot(context.Background(), func(tx review.Tx) error { return tx.Looks().Put("d1", "p1", 1) }); err != nil {
		t.Errorf("Jot waits for the turn: %v", err)
	}
	do(t, other, "ROLLBACK")
	if _, err := count(context.Background(), s); err != nil {
		t.Error(err)
	}
}

// TestEndedConnections has the administrator end every connection, also in the
// middle of f.
func TestEndedConnections(t *testing.T) {
	dsn := pgtest.DSN(t)
	s, other := openAt(t, dsn), administrator(t, dsn)
	counted(t, s)
	do(t, other, end)
	if got := rounds(t, s); got != 0 {
		t.Errorf("round %d", got)
	}
	do(t, other, end)
	runs := 0
	err := s.Atomically(context.Background(), func(tx review.Tx) error {
		if runs++; runs == 1 {
			do(t, other, end)
		}
		return tx.Drafts().Update(review.Draft{ID: "d1", Round: 1})
	})
	if err != nil || runs != 2 || rounds(t, s) != 1 {
		t.Errorf("Atomically = %v after %d runs, round %d", err, runs, rounds(t, s))
	}
}

// TestReadOnlyServer is on a server that stops taking what is written, as one
// that was made a standby, and takes it again.
func TestReadOnlyServer(t *testing.T) {
	dsn := pgtest.DSN(t)
	other := administrator(t, dsn, "SET default_transaction_read_only = off")
	set := func(to string) string {
		return "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = " + to + "', current_database()); END $$"
	}
	s := openAt(t, dsn, postgres.WithPatience(50*time.Millisecond), postgres.WithConnections(1))
	counted(t, s)
	do(t, other, set("on"), end)
	_, err := count(context.Background(), s)
	requireCode(t, err, postgres.CodeStandby)
	requireIs(t, err, review.ErrLost)
	err = s.Jot(context.Background(), func(tx review.Tx) error { return tx.Looks().Put("d1", "p1", 1) })
	requireCode(t, err, postgres.CodeStandby)
	if got := rounds(t, s); got != 0 {
		t.Errorf("read round %d", got)
	}
	do(t, other, set("off"))
	if _, err := count(context.Background(), s); err != nil {
		t.Error(err)
	}
}

// end ends the connections of every desk.
const end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'jianbao' AND datname = current_database()"

// TestAnotherDatabase finds another database under the same address, as after a
// server was set up anew: nothing is read from it or written to it.
func TestAnotherDatabase(t *testing.T) {
	dsn := pgtest.DSN(t)
	s := openAt(t, dsn)
	counted(t, s)
	do(t, administrator(t, dsn), "UPDATE identity SET value = 'another'", end)
	_, err := count(context.Background(), s)
	requireCode(t, err, postgres.CodeOther)
	requireIs(t, err, review.ErrForeign)
	requireCode(t, s.View(context.Background(), func(review.Tx) error { t.Error("f ran"); return nil }), postgres.CodeOther)
}

// TestWithoutTheStandby never takes for done what the primary alone has: also
// not when the administrator makes it stop waiting for the standby.
func TestWithoutTheStandby(t *testing.T) {
	primary := pgtest.NewCluster(t, pgtest.Options{})
	standby := primary.Standby(t)
	dsn := primary.Database(t)
	s := openAt(t, dsn, postgres.WithPatience(200*time.Millisecond))
	counted(t, s)
	if err := standby.Kill(); err != nil {
		t.Fatal(err)
	}
	impatient, stop := administrator(t, dsn), make(chan struct{})
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				do(t, impatient, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
			}
		}
	}()
	_, err := count(context.Background(), s)
	close(stop)
	<-stopped
	requireIs(t, err, review.ErrUnsure)
}

// TestFailover kills the primary and promotes its standby: the store goes on by
// itself, with what it was told is done.
func TestFailover(t *testing.T) {
	primary := pgtest.NewCluster(t, pgtest.Options{})
	standby := primary.Standby(t)
	const name = "office"
	if err := primary.Exec("postgres", "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, pgtest.ManyDSN(name, primary, standby), postgres.WithPatience(time.Minute))
	counted(t, s)
	if _, err := count(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	if err := primary.Kill(); err != nil {
		t.Fatal(err)
	}
	promoted := make(chan error, 1)
	go func() { promoted <- standby.Promote() }()
	if _, err := count(context.Background(), s); err != nil {
		t.Error(err)
	}
	if err := <-promoted; err != nil {
		t.Fatal(err)
	}
	if got := rounds(t, s); got != 2 {
		t.Errorf("two acknowledged counts make %d", got)
	}
}
