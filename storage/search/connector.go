package search

import (
	"context"
	"database/sql/driver"

	"github.com/mattn/go-sqlite3"
)

// connector makes connections without a name in the list of drivers.
type connector struct {
	driver *sqlite3.SQLiteDriver
	name   string
}

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.name) }

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return c.driver }
