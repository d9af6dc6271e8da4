package migration_test

import (
	"strings"
	"testing"

	"jianbao/storage/migration"
	"jianbao/storage/relational"
)

// TestPostgresMakesEveryTable holds the steps for PostgreSQL to making every
// table and column that records are kept in, without asking a server.
func TestPostgresMakesEveryTable(t *testing.T) {
	var all strings.Builder
	for _, step := range migration.Postgres() {
		all.WriteString(step.SQL)
	}
	for _, table := range relational.Tables() {
		_, rest, made := strings.Cut(all.String(), "CREATE TABLE "+table.Name+" (")
		body, _, _ := strings.Cut(rest, "\n);")
		if !made {
			t.Errorf("no table %s", table.Name)
			continue
		}
		for _, column := range table.Columns {
			if !strings.Contains(body, "\n    "+column+" ") {
				t.Errorf("no column %s.%s", table.Name, column)
			}
		}
	}
}
