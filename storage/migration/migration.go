// Package migration owns the numbered steps that bring a database to the shape
// this program knows, and runs them. It does not open databases, and it does
// not know what the tables mean.
package migration

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"jianbao/review"
)

//go:embed sqlite/*.sql
var files embed.FS

// Step is one numbered file: run once, in one transaction, and never edited
// after it was released.
type Step struct {
	Number int
	Name   string // the file's name
	SQL    string
}

// SQLite returns the steps for SQLite.
func SQLite() []Step {
	steps, err := Load(files, "sqlite")
	if err != nil {
		panic(err) // the files are compiled in, and a test loads them
	}
	return steps
}

// Load reads the steps NNNN_name.sql of a folder. They must be numbered 1, 2,
// 3 … without gaps.
func Load(files fs.FS, folder string) ([]Step, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, fmt.Errorf("migration: %w", err)
	}
	steps := make([]Step, len(entries))
	for i, entry := range entries {
		number, _, _ := strings.Cut(entry.Name(), "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration: %s is not number %d", entry.Name(), i+1)
		}
		text, err := fs.ReadFile(files, folder+"/"+entry.Name())
		if err != nil {
			return nil, fmt.Errorf("migration: %w", err)
		}
		steps[i] = Step{i + 1, entry.Name(), string(text)}
	}
	return steps, nil
}

const bookkeeping = `CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    at     TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
)`

// Run brings a database to the last step. Each step and the row that records
// it are one transaction, which must lock out other writers from its start. It
// returns review.ErrNewer for a database that is beyond the last step.
func Run(ctx context.Context, db *sql.DB, steps []Step) error {
	for {
		more, err := advance(ctx, db, steps)
		if err != nil || !more {
			return err
		}
	}
}

// advance runs the next step, if there is one.
func advance(ctx context.Context, db *sql.DB, steps []Step) (more bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, fmt.Errorf("migration: %w", err)
	}
	defer tx.Rollback() // does nothing once committed
	done, err := reached(tx)
	switch {
	case err != nil:
		return false, err
	case done > len(steps):
		return false, fmt.Errorf("%w: at step %d, this program knows %d", review.ErrNewer, done, len(steps))
	case done == len(steps):
		return false, nil
	}
	if err := run(tx, steps[done]); err != nil {
		return false, fmt.Errorf("migration: %s: %w", steps[done].Name, err)
	}
	return true, nil
}

// reached returns the number of the last step done.
func reached(tx *sql.Tx) (done int, err error) {
	if _, err := tx.Exec(bookkeeping); err != nil {
		return 0, fmt.Errorf("migration: %w", err)
	}
	if err := tx.QueryRow("SELECT coalesce(max(number), 0) FROM migrations").Scan(&done); err != nil {
		return 0, fmt.Errorf("migration: %w", err)
	}
	return done, nil
}

func run(tx *sql.Tx, step Step) error {
	if _, err := tx.Exec(step.SQL); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO migrations (number, name) VALUES ($1, $2)", step.Number, step.Name); err != nil {
		return err
	}
	return tx.Commit()
}
