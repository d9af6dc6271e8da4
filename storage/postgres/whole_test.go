//go:build team

package postgres_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/storage/postgres"
	"jianbao/storage/relational"
	"jianbao/storage/storetest"
)

// TestDeskWithoutQueue runs every use case as on an engine where writers have no
// queue.
func TestDeskWithoutQueue(t *testing.T) { desktest.Run(t, suite(t, postgres.Portable())) }

// TestADeskNeedsItsRightsAndNoOthers runs every use case under the rights of a
// desk, and holds those rights to what that took: to insert into whatever keeps
// records, to update and to delete where that happened.
func TestADeskNeedsItsRightsAndNoOthers(t *testing.T) {
	o := set(t).upgraded(t)
	cleaner := administrator(t, o.admin)
	var names []string
	for _, table := range relational.Tables() {
		names = append(names, table.Name)
	}
	s, empty := openAt(t, o.desk), "TRUNCATE "+strings.Join(names, ", ") // counts as no deletion
	fresh := func(testing.TB) review.Store {
		do(t, cleaner, empty)
		return s
	}
	t.Run("store", func(t *testing.T) { storetest.Run(t, func(t *testing.T) review.Store { return fresh(t) }) })
	t.Run("desk", func(t *testing.T) { desktest.Run(t, fresh) })
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
	s.Close()
	want := taken(t, cleaner)
	for _, name := range append(names, "receipts") {
		want["INSERT "+name] = true
	}
	requireRights(t, cleaner, want)
}

// taken lists the updates and deletions that the desks of a database have made,
// once the last of them is gone and counted.
func taken(t *testing.T, c *pgx.Conn) map[string]bool {
	t.Helper()
	const desks = "SELECT usename::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
	for limit := time.Now().Add(10 * time.Second); len(lines(t, c, desks)) > 0; {
		if time.Now().After(limit) {
			t.Fatal("a desk that closed is still there")
		}
	}
	all := map[string]bool{}
	for _, line := range lines(t, c, `SELECT 'UPDATE ' || relname FROM pg_stat_user_tables WHERE n_tup_upd > 0
		UNION ALL SELECT 'DELETE ' || relname FROM pg_stat_user_tables WHERE n_tup_del > 0`) {
		all[line] = true
	}
	return all
}

// requireRights holds what a desk may do, beside looking, to what it is to do.
func requireRights(t *testing.T, c *pgx.Conn, want map[string]bool) {
	t.Helper()
	got := map[string]bool{}
	for _, line := range lines(t, c, "SELECT privilege || ' ' || relname "+rightsInTables+" AND privilege <> 'SELECT'") {
		got[line] = true
	}
	for _, line := range slices.Sorted(maps.Keys(got)) {
		if !want[line] {
			t.Errorf("a desk may %s, and never does", line)
		}
	}
	for _, line := range slices.Sorted(maps.Keys(want)) {
		if !got[line] {
			t.Errorf("a desk may not %s", line)
		}
	}
	for _, name := range lines(t, c, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' EXCEPT SELECT relname "+rightsInTables+" AND privilege = 'SELECT'") {
		t.Errorf("a desk may not look at %s", name)
	}
}
