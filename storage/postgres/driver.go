package postgres

import (
	"context"
	"database/sql/driver"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// connector makes connections that begin and end transactions as this package
// wants them; all else is the driver's.
type connector struct{ driver.Connector }

// Connect implements driver.Connector.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{Conn: inner.(*stdlib.Conn), used: time.Now()}, nil
}

// conn is one connection of the pool.
type conn struct {
	*stdlib.Conn
	used    time.Time // when it last ended a transaction
	spoiled bool      // leads to a server that takes nothing, such as a standby
}

// A connection that was not used for longer than trusted is asked whether it
// still lives, and has until brief to answer: a machine that slept does not wait
// long for a connection that the network has forgotten.
const (
	trusted = 30 * time.Second
	brief   = 2 * time.Second
)

// ResetSession implements driver.SessionResetter.
func (c *conn) ResetSession(ctx context.Context) error {
	if c.spoiled {
		return driver.ErrBadConn
	}
	if time.Since(c.used) > trusted {
		ctx, cancel := context.WithTimeout(ctx, brief)
		defer cancel()
		if err := c.Conn.Ping(ctx); err != nil {
			return driver.ErrBadConn
		}
	}
	return c.Conn.ResetSession(ctx)
}

// BeginTx implements driver.ConnBeginTx.
func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	w, ok := ctx.Value(workKey{}).(*work)
	if !ok {
		return c.Conn.BeginTx(ctx, opts)
	}
	inner := c.Conn.Conn()
	if inner.IsClosed() {
		return nil, driver.ErrBadConn
	}
	tx, err := inner.BeginTx(ctx, pgx.TxOptions{BeginQuery: w.begin})
	if err == nil {
		w.conn = c
		return &ending{tx, c}, nil
	}
	if stateOf(err) == readOnly {
		c.spoiled = true
	} else if !inner.IsClosed() { // it began, and then stopped
		if _, err := inner.Exec(ctx, "ROLLBACK"); err != nil {
			c.spoiled = true
		}
	}
	return nil, err
}

// ending ends a transaction. A commit is not broken off by a context: it is
// waited for until the connection is lost.
type ending struct {
	tx   pgx.Tx
	conn *conn
}

// errWarned says that the server acknowledged a commit with a warning, as when
// it stopped waiting for a synchronous standby.
var errWarned = errors.New("postgres: committed with a warning")

// warned is what a connection keeps when the server warned.
const warned = "warned"

// heed notes a warning with the connection it came by.
func heed(c *pgconn.PgConn, n *pgconn.Notice) {
	if n.SeverityUnlocalized == "WARNING" {
		c.CustomData()[warned] = true
	}
}

// Commit implements driver.Tx.
func (e *ending) Commit() error {
	said := e.conn.Conn.Conn().PgConn().CustomData()
	delete(said, warned)
	err := e.tx.Commit(context.Background())
	e.conn.used = time.Now()
	if err == nil && said[warned] != nil {
		return errWarned
	}
	return err
}

// Rollback implements driver.Tx.
func (e *ending) Rollback() error {
	e.conn.used = time.Now()
	return e.tx.Rollback(context.Background())
}
