package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"
)

// TestPragmasOnEveryConnection asks several connections of each pool at once.
func TestPragmasOnEveryConnection(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, c := range map[string]struct {
		pool        *sql.DB
		connections int
		queryOnly   string
	}{"writer": {s.writer, 1, "0"}, "readers": {s.readers, maxReaders, "1"}} {
		for range c.connections {
			conn, err := c.pool.Conn(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1",
				"busy_timeout": "5000", "trusted_schema": "0", "cell_size_check": "1", "query_only": c.queryOnly} {
				var got string
				if err := conn.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s: %s = %q, %v; want %s", name, pragma, got, err, want)
				}
			}
		}
	}
}

func TestURIOfDrive(t *testing.T) {
	if got, want := uriOf("C:/甲 乙/x.db"), "file:///C:/%E7%94%B2%20%E4%B9%99/x.db"; got != want {
		t.Errorf("uriOf = %s, want %s", got, want)
	}
}
