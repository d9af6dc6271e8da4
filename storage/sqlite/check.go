package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"jianbao/review"
	"jianbao/storage/relational"
)

// The codes of what Check finds.
const (
	CodeIntegrity  = "sqlite.integrity"  // SQLite says its file is malformed: detail
	CodeForeignKey = "sqlite.foreignkey" // a row belongs to one that is not there: table, row
	CodeJournal    = "sqlite.journal"    // not in WAL mode, as on some network shares: mode
	CodeSchema     = "sqlite.schema"     // a table, index or trigger is not the one that was made: name
	CodeUnreadable = "sqlite.unreadable" // what SQLite keeps for itself could not be read to its end: table, detail
)

// Codes lists every code of this package that reaches people.
func Codes() []string {
	return []string{CodeIntegrity, CodeForeignKey, CodeJournal, CodeSchema, CodeUnreadable}
}

// Check implements review.Store: SQLite's own check of its file, the schema,
// and the checksum of every record and text.
func (s *Store) Check(ctx context.Context) (found []review.Finding, err error) {
	defer because(ctx, &err)
	tx, err := s.snapshot(ctx)
	if err != nil {
		return damaged(err, CodeIntegrity)
	}
	defer tx.Rollback()
	for _, check := range []func(*sql.Tx) ([]review.Finding, error){
		checkIntegrity(ctx), checkForeignKeys, s.checkJournal, checkSchema, checkRecords(ctx)} {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		more, err := check(tx)
		if err != nil {
			return found, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// damaged makes a finding of an error that says review.ErrDamaged, since that
// is what a check is asked about; any other error stays one.
func damaged(err error, code string, args ...string) ([]review.Finding, error) {
	if !errors.Is(err, review.ErrDamaged) {
		return nil, err
	}
	return []review.Finding{finding(code, append(args, "detail", err.Error())...)}, nil
}

func finding(code string, args ...string) review.Finding {
	f := review.Finding{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

// checkIntegrity takes the context because its one step may take seconds.
func checkIntegrity(ctx context.Context) func(*sql.Tx) ([]review.Finding, error) {
	return func(tx *sql.Tx) ([]review.Finding, error) {
		var found []review.Finding
		err := eachRowOf(ctx, tx, "PRAGMA integrity_check", func(row []string) {
			if row[0] != "ok" {
				found = append(found, finding(CodeIntegrity, "detail", row[0]))
			}
		})
		if err != nil {
			return damaged(err, CodeIntegrity)
		}
		return found, nil
	}
}

func checkForeignKeys(tx *sql.Tx) ([]review.Finding, error) {
	var found []review.Finding
	err := eachRow(tx, "PRAGMA foreign_key_check", func(row []string) {
		found = append(found, finding(CodeForeignKey, "table", row[0], "row", row[1]))
	})
	if err != nil {
		return damaged(err, CodeUnreadable, "table", "foreign_key_check")
	}
	return found, nil
}

func (s *Store) checkJournal(tx *sql.Tx) ([]review.Finding, error) {
	if s.still {
		return nil, nil
	}
	var found []review.Finding
	err := eachRow(tx, "PRAGMA journal_mode", func(row []string) {
		if row[0] != "wal" {
			found = append(found, finding(CodeJournal, "mode", row[0]))
		}
	})
	return found, err
}

// checkRecords takes the context because it reads everything.
func checkRecords(ctx context.Context) func(*sql.Tx) ([]review.Finding, error) {
	return func(tx *sql.Tx) ([]review.Finding, error) { return relational.Check(ctx, tx, dialect) }
}

// eachRow calls f with the columns of every row as text, NULL as "".
func eachRow(tx *sql.Tx, query string, f func(row []string)) error {
	return eachRowOf(context.Background(), tx, query, f)
}

func eachRowOf(ctx context.Context, tx *sql.Tx, query string, f func(row []string)) error {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return translate(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return translate(err)
	}
	for rows.Next() {
		fields, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range fields {
			into[i] = &fields[i]
		}
		if err := rows.Scan(into...); err != nil {
			return translate(err)
		}
		row := make([]string, len(names))
		for i, field := range fields {
			row[i] = field.String
		}
		f(row)
	}
	return translate(rows.Err())
}
