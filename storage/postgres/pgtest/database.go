package pgtest

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

var databases atomic.Int64

// Database makes a fresh empty database and returns its DSN. In the shared
// cluster it is dropped when the test ends.
func (c *Cluster) Database(tb testing.TB) string {
	tb.Helper()
	name := fmt.Sprintf("test_%d", databases.Add(1))
	if err := c.Exec(admin, "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		tb.Fatal(err)
	}
	if c.lasting {
		tb.Cleanup(func() {
			if err := c.Exec(admin, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)"); err != nil {
				tb.Error(err)
			}
		})
	}
	return c.DSN(name)
}

// Role makes a login without any rights; "" for no password.
func (c *Cluster) Role(name, password string) error {
	sql := "CREATE ROLE " + pgx.Identifier{name}.Sanitize() + " LOGIN"
	if password != "" {
		quoted, err := c.text("SELECT quote_literal($1)", password)
		if err != nil {
			return err
		}
		sql += " PASSWORD " + quoted
	}
	return c.Exec(admin, sql)
}

// Exec runs statements in a database as the administrator, each in a
// transaction of its own.
func (c *Cluster) Exec(database string, statements ...string) error {
	return c.with(database, func(ctx context.Context, conn *pgx.Conn) error {
		for _, s := range statements {
			if _, err := conn.Exec(ctx, s); err != nil {
				return fmt.Errorf("pgtest: %s: %w", s, err)
			}
		}
		return nil
	})
}

// text asks the server for one text.
func (c *Cluster) text(query string, args ...any) (string, error) {
	var answer string
	err := c.with(admin, func(ctx context.Context, conn *pgx.Conn) error {
		return conn.QueryRow(ctx, query, args...).Scan(&answer)
	})
	return answer, err
}

// with runs f on a connection of the administrator's own.
func (c *Cluster) with(database string, f func(context.Context, *pgx.Conn) error) (err error) {
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	conn, err := pgx.Connect(ctx, c.DSN(database)+"?sslmode=disable")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close(ctx)) }()
	return f(ctx, conn)
}
