package postgres_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
	"jianbao/storage/relational"
	"jianbao/storage/storetest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// opened returns a store on a new database.
func opened(tb testing.TB, options ...postgres.Option) *postgres.Store {
	tb.Helper()
	return openAt(tb, pgtest.DSN(tb), options...)
}

func openAt(tb testing.TB, dsn string, options ...postgres.Option) *postgres.Store {
	tb.Helper()
	s, err := postgres.Open(context.Background(), dsn, options...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return s
}

// suite is for tests that each want a new, empty store: they get the same one,
// emptied by somebody whom no guard stops.
func suite(t *testing.T, options ...postgres.Option) func(testing.TB) review.Store {
	dsn := pgtest.DSN(t)
	s, cleaner := openAt(t, dsn, options...), administrator(t, dsn, "SET session_replication_role = replica")
	var empty strings.Builder
	for _, table := range relational.Tables() {
		empty.WriteString("DELETE FROM " + table.Name + ";")
	}
	return func(testing.TB) review.Store {
		do(t, cleaner, empty.String())
		return s
	}
}

func TestStore(t *testing.T) {
	for mode, options := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			fresh := suite(t, options...)
			storetest.Run(t, func(t *testing.T) review.Store { return fresh(t) })
		})
	}
}

func TestDesk(t *testing.T) {
	t.Parallel()
	desktest.Run(t, suite(t))
}

// modes are the two ways in which writers take turns.
var modes = map[string][]postgres.Option{"queue": nil, "portable": {postgres.Portable()}}
