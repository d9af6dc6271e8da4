package migration_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	_ "github.com/mattn/go-sqlite3"

	"jianbao/review"
	"jianbao/storage/migration"
)

func database(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(t.TempDir(), "x.db")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func steps(sql ...string) []migration.Step {
	var list []migration.Step
	for i, s := range sql {
		list = append(list, migration.Step{Number: i + 1, Name: s[:min(len(s), 12)], SQL: s})
	}
	return list
}

func run(t *testing.T, db *sql.DB, list []migration.Step) {
	t.Helper()
	if err := migration.Run(context.Background(), db, list); err != nil {
		t.Fatal(err)
	}
}

// tables returns the tables of a database and the numbers of the steps done.
func tables(t *testing.T, db *sql.DB) []string {
	t.Helper()
	rows, err := db.Query("SELECT name FROM sqlite_schema WHERE name <> 'migrations' UNION ALL SELECT number FROM migrations")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func requireTables(t *testing.T, db *sql.DB, want ...string) {
	t.Helper()
	if got := tables(t, db); !slices.Equal(got, want) {
		t.Errorf("database holds %v, want %v", got, want)
	}
}

func TestRunDoesEachStepOnce(t *testing.T) {
	db := database(t)
	run(t, db, steps("CREATE TABLE a (x)"))
	requireTables(t, db, "a", "1")
	two := steps("CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE c (x)")
	run(t, db, two)
	run(t, db, two)
	requireTables(t, db, "a", "b", "c", "1", "2")
}

func TestAFailingStepLeavesNothing(t *testing.T) {
	db := database(t)
	err := migration.Run(context.Background(), db, steps("CREATE TABLE a (x)", "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)", "CREATE TABLE c (x)"))
	if err == nil {
		t.Fatal("a failing step went through")
	}
	requireTables(t, db, "a", "1")
	run(t, db, steps("CREATE TABLE a (x)", "CREATE TABLE b (x)"))
	requireTables(t, db, "a", "b", "1", "2")
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	db := database(t)
	run(t, db, steps("CREATE TABLE a (x)", "CREATE TABLE b (x)"))
	err := migration.Run(context.Background(), db, steps("CREATE TABLE a (x)"))
	if !errors.Is(err, review.ErrNewer) {
		t.Errorf("Run = %v, want %v", err, review.ErrNewer)
	}
	requireTables(t, db, "a", "b", "1", "2")
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := migration.Run(ctx, database(t), steps("CREATE TABLE a (x)")); !errors.Is(err, context.Canceled) {
		t.Errorf("Run = %v", err)
	}
}

func TestLoadWantsNumbersWithoutGaps(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("SELECT 1")}
	for name, c := range map[string]struct {
		files fstest.MapFS
		ok    bool
	}{
		"good":      {fstest.MapFS{"s/0001_a.sql": file, "s/0002_b.sql": file}, true},
		"gap":       {fstest.MapFS{"s/0001_a.sql": file, "s/0003_b.sql": file}, false},
		"twice":     {fstest.MapFS{"s/0001_a.sql": file, "s/0001_b.sql": file}, false},
		"no number": {fstest.MapFS{"s/first.sql": file}, false},
		"no folder": {fstest.MapFS{}, false},
	} {
		if _, err := migration.Load(c.files, "s"); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestUserVersionCountsSteps holds every released step to setting user_version,
// by which a file is recognised before it is opened.
func TestUserVersionCountsSteps(t *testing.T) {
	db, all := database(t), migration.SQLite()
	for i := range all {
		run(t, db, all[:i+1])
		var version int
		if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != i+1 {
			t.Errorf("after %s user_version is %d, %v", all[i].Name, version, err)
		}
	}
}
