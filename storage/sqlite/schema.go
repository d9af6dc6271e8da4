package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"jianbao/review"
	"jianbao/storage/migration"
)

const schemaQuery = "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"

// checkSchema compares the tables, indexes and triggers with those of a new
// database: a trigger that is gone no longer forbids anything.
func checkSchema(tx *sql.Tx) ([]review.Finding, error) {
	want, err := newSchema()
	if err != nil {
		return nil, err
	}
	got, err := schemaOf(tx)
	if err != nil {
		return damaged(err, CodeUnreadable, "table", "sqlite_schema")
	}
	both := maps.Clone(want)
	maps.Copy(both, got)
	var found []review.Finding
	for _, name := range slices.Sorted(maps.Keys(both)) {
		if want[name] != got[name] {
			found = append(found, finding(CodeSchema, "name", name))
		}
	}
	return found, nil
}

// newSchema makes a database in memory to compare with.
func newSchema() (map[string][3]string, error) {
	db := pool("file::memory:", forWriting, 1)
	defer db.Close() // nothing in it is kept
	if err := migration.Run(context.Background(), db, migration.SQLite()); err != nil {
		return nil, translate(err)
	}
	tx, err := db.Begin()
	if err != nil {
		return nil, translate(err)
	}
	defer tx.Rollback() // nothing was written
	return schemaOf(tx)
}

func schemaOf(tx *sql.Tx) (map[string][3]string, error) {
	schema := map[string][3]string{}
	err := eachRow(tx, schemaQuery, func(row []string) { schema[row[0]] = [3]string(row[1:]) })
	return schema, err
}
