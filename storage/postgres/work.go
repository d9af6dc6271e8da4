package postgres

import (
	"context"
	"database/sql"

	"jianbao/review"
	"jianbao/storage/relational"
)

// clock asks for the server's time in milliseconds since 1970.
const clock = "SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS bigint)"

// work is one attempt at a transaction. It implements relational.Conn: every
// statement ends with the context.
type work struct {
	ctx   context.Context
	begin string // how the transaction begins: one message to the server
	conn  *conn  // once it began
	tx    *sql.Tx
	cause error // the first thing that the server or the network refused
}

// workKey is the key under which a context carries a *work to conn.BeginTx.
type workKey struct{}

// start begins a transaction.
func (s *Store) start(ctx context.Context, begin string) (*work, error) {
	w := &work{ctx: ctx, begin: begin}
	tx, err := s.db.BeginTx(context.WithValue(ctx, workKey{}, w), nil)
	if err == nil {
		w.tx = tx
		return w, nil
	}
	err = w.failure(err)
	if _, passing := err.(*transient); passing {
		return nil, err
	}
	return nil, s.place.told(err)
}

// Query implements relational.Conn.
func (w *work) Query(query string, args ...any) (*sql.Rows, error) {
	return w.tx.QueryContext(w.ctx, query, args...)
}

// Exec implements relational.Conn.
func (w *work) Exec(query string, args ...any) (sql.Result, error) {
	return w.tx.ExecContext(w.ctx, query, args...)
}

// dialect notes every error that passes: what f makes of it need not tell
// whether trying again helps. In a snapshot nothing that was read changes.
func (w *work) dialect(snapshot bool) relational.Dialect {
	return relational.Dialect{Short: true, Far: snapshot, Clock: clock, Kind: func(err error) error {
		if w.cause == nil {
			w.cause = err
		}
		return kindOf(err)
	}}
}

// write runs f in a transaction and commits it. It returns a *transient if the
// same may succeed a moment later, and *unanswered if nobody knows whether it is
// committed.
func (s *Store) write(ctx context.Context, begin string, snapshot bool, f func(review.Tx) error) error {
	w, err := s.start(ctx, begin)
	if err != nil {
		return err
	}
	defer w.tx.Rollback() // does nothing once committed
	err = w.fill(snapshot, f)
	switch {
	case w.cause != nil:
		return w.failure(w.cause, err)
	case err != nil:
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return w.commit()
}

func (w *work) fill(snapshot bool, f func(review.Tx) error) error {
	tx := relational.NewTx(w, w.dialect(snapshot))
	if err := f(tx); err != nil {
		return err
	}
	return tx.Settle()
}

// commit takes for an answer only what the server says while the connection
// lives.
func (w *work) commit() error {
	err := w.tx.Commit()
	if err == nil {
		return nil
	}
	if isRefusal(err) {
		return w.failure(err)
	}
	return &unanswered{err}
}

// failure says what is to be made of an error by which nothing was done; told,
// if given, is what f made of it.
func (w *work) failure(cause error, told ...error) error {
	if stateOf(cause) == readOnly && w.conn != nil {
		w.conn.spoiled = true
	}
	if w.ctx.Err() == nil && (isLost(cause) || isRetryable(cause)) {
		return &transient{cause}
	}
	if len(told) > 0 && told[0] != nil {
		return told[0]
	}
	return translate(cause)
}
