package postgres

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"

	"jianbao/review"
)

// beginnings are the messages by which transactions begin. Each is one message,
// and so one way to the server and back.
type beginnings struct {
	view, jot string
	turn      string // a writing transaction, up to having the turn
	session   string // of the receipts: hexadecimal digits
}

// waits makes the server give up on a lock, and on a desk that fell silent while
// it has the turn, before this program gives up on the server; and on nothing
// else: a limit that its administrator set for statements is not meant for
// waiting one's turn.
func waits(milliseconds int64) string {
	ms := strconv.FormatInt(milliseconds, 10)
	return "; SET LOCAL lock_timeout = " + ms + "; SET LOCAL idle_in_transaction_session_timeout = " + ms + "; SET LOCAL statement_timeout = 0"
}

// newBeginnings says how transactions begin. In a queue whoever comes first is
// served first; without one, the row of the turn lets one through and the others
// try again.
func newBeginnings(session string, queue bool, halfSilence int64) beginnings {
	b := beginnings{
		view:    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1", // which takes the snapshot
		jot:     "BEGIN ISOLATION LEVEL READ COMMITTED",
		turn:    "BEGIN ISOLATION LEVEL SERIALIZABLE",
		session: session,
	}
	if queue {
		b.jot += waits(halfSilence)
		b.turn += waits(halfSilence) + "; LOCK TABLE turn IN EXCLUSIVE MODE"
	}
	b.turn += "; UPDATE turn SET n = n + 1 WHERE id = 1"
	return b
}

// write begins a transaction that leaves the receipt n when it is committed.
func (b beginnings) write(n int64) string {
	return fmt.Sprintf("%s; INSERT INTO receipts (session, n) VALUES ('%s', %d) ON CONFLICT (session) DO UPDATE SET n = excluded.n",
		b.turn, b.session, n)
}

// drawNumber returns the number of a receipt. Numbers are drawn, not counted: a
// machine that goes on from a state that was saved of it, or in two copies, would
// count the same number twice, and take the other's receipt for its own.
func drawNumber() int64 {
	var bits [8]byte
	rand.Read(bits[:]) // never fails
	return int64(binary.BigEndian.Uint64(bits[:])>>1 | 1)
}

// unanswered is an error at a commit after which it may be done or not. Like
// transient, it is only ever returned as it is.
type unanswered struct{ error }

// Unwrap returns what went wrong.
func (e *unanswered) Unwrap() error { return e.error }

// settle finds out whether the transaction whose commit was not answered is
// done. It goes on when the caller does not wait any more: only so anybody can
// say what became of it.
func (s *Store) settle(ctx context.Context, n int64, silent *unanswered) error {
	var last int64
	err := s.again(context.WithoutCancel(ctx), func() (err error) {
		last, err = s.receipt(context.WithoutCancel(ctx))
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", review.ErrUnsure, err)
	case last == n:
		return nil
	case last == s.known:
		return &transient{silent.error}
	}
	return fmt.Errorf("%w: %w: %w", review.ErrUnsure, errStrange, silent.error)
}

// errStrange says that the receipt in the database is not of this store's last
// two transactions: one of its twin's, or the database is an older one.
var errStrange = errors.New("postgres: another's receipt")

// receipt returns the number of the last transaction that this store committed.
// It takes the turn, so that it comes after that transaction has ended, and
// writes, so that its own commit waits for a synchronous standby: what it saw is
// safe where that one is.
func (s *Store) receipt(ctx context.Context) (n int64, err error) {
	w, err := s.start(ctx, s.begin.turn)
	if err != nil {
		return 0, err
	}
	defer w.tx.Rollback() // does nothing once committed
	row := w.tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) FROM receipts WHERE session = $1", s.begin.session)
	if err := row.Scan(&n); err != nil {
		return 0, w.failure(err)
	}
	err = w.commit()
	if silent, ok := err.(*unanswered); ok {
		return 0, &transient{silent.error} // looking again does no harm
	}
	return n, err
}
