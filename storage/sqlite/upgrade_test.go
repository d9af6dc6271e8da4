package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage/migration"
	"jianbao/storage/sqlite"
)

// TestUpgradeFromEveryRelease opens a copy of each database of testdata, one
// for every schema that was released, with this program: every row that it had
// is there unchanged, and a check of everything finds nothing.
func TestUpgradeFromEveryRelease(t *testing.T) {
	released, err := filepath.Glob("testdata/*.db")
	if err != nil || len(released) == 0 {
		t.Fatalf("no database of a release: %v", err)
	}
	for _, file := range released {
		t.Run(filepath.Base(file), func(t *testing.T) { upgrades(t, file) })
	}
}

func upgrades(t *testing.T, file string) {
	path := copyOf(t, file)
	version, before := rowsOf(t, path)
	if want := fmt.Sprintf("%04d.db", version); filepath.Base(file) != want {
		t.Errorf("%s is a database of schema %d", file, version)
	}
	requireWork(t, before)
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := review.NewDesk(s).Verify(t.Context(), "")
	if err != nil || len(report.Findings) > 0 || report.Revisions == 0 {
		t.Errorf("Verify = %+v, %v", report, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	version, after := rowsOf(t, path)
	if version != len(migration.SQLite()) {
		t.Errorf("upgraded to schema %d of %d", version, len(migration.SQLite()))
	}
	for table, rows := range before {
		if table != "migrations" && !slices.Equal(rows, after[table]) {
			t.Errorf("table %s: %d rows became %d, or other ones", table, len(rows), len(after[table]))
		}
	}
}

// requireWork fails where a table that every office fills is empty: such a
// database would prove nothing.
func requireWork(t *testing.T, rows map[string][]string) {
	t.Helper()
	for _, table := range []string{"people", "series", "drafts", "texts", "revisions", "signoffs", "demands", "comments", "decisions", "ledger", "events"} {
		if len(rows[table]) == 0 {
			t.Errorf("table %s is empty", table)
		}
	}
}

func copyOf(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), filepath.Base(file))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// rowsOf reads every row of every table as text, with the columns of the first
// release alone where later ones added some.
func rowsOf(t *testing.T, path string) (version int, rows map[string][]string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	rows = map[string][]string{}
	for _, table := range column(t, db, "SELECT name FROM sqlite_schema WHERE type = 'table'") {
		fields := column(t, db, "SELECT name FROM pragma_table_info('"+table+"') WHERE name IN ('n', 'draft', 'seq', 'hash', 'body', 'record', 'sum')")
		for i, f := range fields {
			fields[i] = "quote(" + f + ")"
		}
		if len(fields) > 0 {
			rows[table] = column(t, db, "SELECT "+strings.Join(fields, " || ' ' || ")+" FROM "+table+" ORDER BY 1")
		}
	}
	return version, rows
}

func column(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAnOldFallIsStillAFall reads a sign-off that fell when that was still
// written into its own record, and lets another one fall beside it.
func TestAnOldFallIsStillAFall(t *testing.T) {
	path := copyOf(t, "testdata/0001.db")
	_, before := rowsOf(t, path)
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	old, standing := fallenAndStanding(t, s)
	write(t, s, func(tx review.Tx) error {
		again, now := old, standing
		again.Fell, again.FellAt = review.FellByChange, old.FellAt.Add(time.Hour)
		now.Fell, now.FellAt = review.FellByChange, old.FellAt.Add(time.Hour)
		return errors.Join(tx.SignOffs().Fell(again), tx.SignOffs().Fell(now))
	})
	standing.Fell, standing.FellAt = review.FellByChange, old.FellAt.Add(time.Hour)
	read(t, s, func(tx review.Tx) error {
		list, err := tx.SignOffs().List(old.Draft)
		if !slices.Contains(list, old) || !slices.Contains(list, standing) {
			t.Errorf("got %+v\nwant among them %+v\nand %+v", list, old, standing)
		}
		return err
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, after := rowsOf(t, path)
	if !slices.Equal(before["signoffs"], after["signoffs"]) || len(after["falls"]) != 1 {
		t.Errorf("the sign-offs changed, or %d falls were written instead of one", len(after["falls"]))
	}
}

// fallenAndStanding returns one sign-off of each kind, of one draft.
func fallenAndStanding(t *testing.T, s review.Store) (fallen, standing review.SignOff) {
	t.Helper()
	read(t, s, func(tx review.Tx) error {
		drafts, err := tx.Drafts().List(review.DraftFilter{})
		for _, d := range drafts {
			list, err := tx.SignOffs().List(d.ID)
			if err != nil {
				return err
			}
			f := slices.IndexFunc(list, func(v review.SignOff) bool { return v.Fell != "" })
			u := slices.IndexFunc(list, func(v review.SignOff) bool { return v.Fell == "" })
			if f >= 0 && u >= 0 {
				fallen, standing = list[f], list[u]
			}
		}
		return err
	})
	if fallen.ID == "" {
		t.Fatal("no draft of the old database has a sign-off that fell and one that stands")
	}
	return fallen, standing
}

// TestOutdatedTellsWhatOpeningWouldUpgrade holds Outdated to the truth before
// and after, without changing the file.
func TestOutdatedTellsWhatOpeningWouldUpgrade(t *testing.T) {
	path := copyOf(t, "testdata/0001.db")
	if old, err := sqlite.Outdated(path); !old || err != nil {
		t.Errorf("Outdated = %v, %v before", old, err)
	}
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if old, err := sqlite.Outdated(path); old || err != nil {
		t.Errorf("Outdated = %v, %v after", old, err)
	}
	if old, err := sqlite.Outdated(path + ".none"); old || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Outdated = %v, %v where there is no file", old, err)
	}
}
