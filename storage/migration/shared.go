package migration

import (
	"context"
	"database/sql"
	"embed"
	"fmt"

	"jianbao/review"
)

//go:embed postgres/*.sql
var postgresFiles embed.FS

// Postgres returns the steps for PostgreSQL and engines that speak its
// protocol.
func Postgres() []Step {
	steps, err := Load(postgresFiles, "postgres")
	if err != nil {
		panic(err) // the files are compiled in, and a test loads them
	}
	return steps
}

// StepError says that a step could not be taken.
type StepError struct {
	Done, Known int // how many steps the database has taken and this program knows
	Name        string
	Err         error
}

func (e *StepError) Error() string { return fmt.Sprintf("migration: %s: %v", e.Name, e.Err) }

// Unwrap returns what went wrong.
func (e *StepError) Unwrap() error { return e.Err }

// patience is how often RunShared looks again because somebody else was at it.
// Whoever is second waits until the first is through, so once is the rule.
const patience = 50

// RunShared is Run for a server, where several programs may start at the same
// moment and where a login need not have the right to change anything if nothing
// is to be changed. race tells whether an error may come of somebody else being
// at it. It returns review.ErrNewer, review.ErrForeign for a database that holds
// tables but none of ours, and a *StepError.
func RunShared(ctx context.Context, db *sql.DB, steps []Step, race func(error) bool) error {
	for tries := 0; ; tries++ {
		done, err := ReachedShared(ctx, db)
		switch {
		case err != nil:
			return err
		case done > len(steps):
			return fmt.Errorf("%w: at step %d, this program knows %d", review.ErrNewer, done, len(steps))
		case done == len(steps):
			return nil
		}
		err = runShared(ctx, db, steps[done])
		if err != nil && (!race(err) || tries == patience) {
			return &StepError{done, len(steps), steps[done].Name, err}
		}
	}
}

// The catalogue is read in one statement, so that what somebody else is making
// is there whole or not at all.
const tableNames = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"

// Asker is a *sql.DB, or one connection of it.
type Asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// ReachedShared returns the number of the last step done, 0 for an empty
// database. It changes nothing. It returns review.ErrForeign as RunShared does.
func ReachedShared(ctx context.Context, db Asker) (done int, err error) {
	rows, err := db.QueryContext(ctx, tableNames)
	if err != nil {
		return 0, fmt.Errorf("migration: %w", err)
	}
	defer rows.Close()
	ours, others := false, 0
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return 0, fmt.Errorf("migration: %w", err)
		}
		if name == "migrations" {
			ours = true
		} else {
			others++
		}
	}
	if err := rows.Err(); err != nil {
		return 0, fmt.Errorf("migration: %w", err)
	}
	switch {
	case ours:
		err = db.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM migrations").Scan(&done)
	case others > 0:
		err = fmt.Errorf("%w: %d other tables", review.ErrForeign, others)
	}
	if err != nil {
		return 0, fmt.Errorf("migration: %w", err)
	}
	return done, nil
}

const sharedBookkeeping = `CREATE TABLE migrations (
    number bigint NOT NULL PRIMARY KEY,
    name   text NOT NULL,
    at     timestamp with time zone NOT NULL DEFAULT current_timestamp
)`

// runShared takes a step. The row that records it comes first: it lets one
// through and makes the others wait.
func runShared(ctx context.Context, db *sql.DB, step Step) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once committed
	if step.Number == 1 {
		if _, err := tx.ExecContext(ctx, sharedBookkeeping); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO migrations (number, name) VALUES ($1, $2)", step.Number, step.Name); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, step.SQL); err != nil {
		return err
	}
	return tx.Commit()
}
