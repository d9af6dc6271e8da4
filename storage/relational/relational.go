// Package relational owns how the records of review are kept in the tables of
// any SQL engine: the statements, the checksums and how a row is read back. It
// knows no engine by name (a Dialect says what they differ in), opens no
// database, and begins and commits no transaction. Which SQL it keeps to, and
// why, is docs/adr/0019.
package relational

import (
	"database/sql"
	"errors"
	"fmt"
)

// Conn is what the statements of one transaction are sent through: a *sql.Tx,
// or something around one that gives each statement a deadline.
type Conn interface {
	Query(query string, args ...any) (*sql.Rows, error)
	Exec(query string, args ...any) (sql.Result, error)
}

// Dialect is what engines differ in.
type Dialect struct {
	// Kind tells which error of review a driver's error is, nil if none.
	Kind func(error) error
	// Clock asks for the engine's time, in milliseconds since 1970 UTC, and does
	// not stand still within a transaction. "" where the engine has no clock that
	// others share.
	Clock string
	// Short says that columns hold no text with a NUL or longer than 512 bytes,
	// as an indexed one does not in PostgreSQL: such a text is represented by
	// its hash. It is whole in the record, which is what is read.
	Short bool
	// Far says that each statement costs a way over a network, and that what a
	// transaction has read nobody else changes before it ends. Then answers are
	// remembered, and what is asked Together is asked at once.
	Far bool
	// ForeignKeys says that the engine looks, when it commits, whether what was
	// written belongs to a draft that is there: see Settle.
	ForeignKeys bool
}

// Translate puts the kind of error that review knows before what the driver or
// the system said. What it does not know passes as it is.
func (d Dialect) Translate(err error) error {
	if err == nil {
		return nil
	}
	if kind := d.Kind(err); kind != nil && !errors.Is(err, kind) {
		return fmt.Errorf("%w: %w", kind, err)
	}
	return err
}
