package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// Pragmas belong to a connection, so every connection gets them when it is
// made. A commit is on disk when it is acknowledged (FULL), a writer locks from
// its start (immediate) and waits five seconds for another to finish.
const (
	shared     = "_journal_mode=WAL&_synchronous=FULL&_foreign_keys=1&_busy_timeout=5000&_stmt_cache_size=64"
	forWriting = shared + "&_txlock=immediate"
	forReading = shared + "&_query_only=1"
)

// distrust makes SQLite check what it reads and run nothing that a foreign
// schema might hold.
const distrust = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"

// maxReaders is how many snapshots may be read at once; more wait.
const maxReaders = 4

// connector makes the connections of one pool.
type connector struct {
	driver *sqlite3.SQLiteDriver
	name   string
}

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.name) }

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return c.driver }

// pool returns at most size connections to the database that uri names.
func pool(uri, options string, size int) *sql.DB {
	hook := func(conn *sqlite3.SQLiteConn) error {
		_, err := conn.Exec(distrust, nil)
		return err
	}
	db := sql.OpenDB(connector{&sqlite3.SQLiteDriver{ConnectHook: hook}, uri + "?" + options})
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db
}

// uriOf names a file so that no character of its path is taken for something
// else.
func uriOf(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	return (&url.URL{Scheme: "file", Path: slashed}).String()
}
