package postgres

import (
	"context"
	"crypto/tls"
	"database/sql"
	"strings"

	"jianbao/storage/migration"
)

// About is how a server stands, and what a login may do there.
type About struct {
	Server   string // the address that answered
	Database string
	User     string
	Product  string // "PostgreSQL 15.14"
	Protocol string // "TLS 1.3"; "" for a connection that is not encrypted
	Verified bool   // the server's certificate was checked, the name in it too
	Owner    bool   // the login may change the schema
	Desk     bool   // the login may do what a desk does
	Schema   int    // how many steps the database has taken, or Hidden
	Newest   int    // how many this program knows
}

// Hidden is the schema of a database that a login may not even look at.
const Hidden = -1

// Inspect connects and looks; it changes nothing and is content with any state
// of the database. It returns a *Problem for every way in which a connection
// fails.
func Inspect(ctx context.Context, dsn string, list ...Option) (About, error) {
	o := settled(list)
	config, at, err := configure(dsn, o)
	if err != nil {
		return About{}, err
	}
	s := &Store{place: at}
	s.db = pool(config, 1, s.recognise)
	defer s.db.Close() // nothing was written
	return s.About(ctx)
}

// About tells how the server stands by one of the store's connections.
func (s *Store) About(ctx context.Context) (a About, err error) {
	defer because(ctx, &err)
	c, err := s.db.Conn(ctx)
	if err != nil {
		return About{}, s.place.told(err)
	}
	defer c.Close() // returns it to the pool
	if a, err = about(ctx, c); err != nil {
		return About{}, s.place.told(err)
	}
	return a, nil
}

// about asks on one connection.
func about(ctx context.Context, c *sql.Conn) (a About, err error) {
	if err := c.Raw(a.wire); err != nil {
		return a, err
	}
	var version string
	who := c.QueryRowContext(ctx, "SELECT version(), current_user, current_database()")
	if err := who.Scan(&version, &a.User, &a.Database); err != nil {
		return a, err
	}
	a.Product = productOf(version)
	a.Newest = len(migration.Postgres())
	a.Schema, err = migration.ReachedShared(ctx, c)
	switch {
	case stateOf(err) == denied:
		a.Schema = Hidden
		return a, nil
	case err != nil:
		return a, err
	}
	return a, a.rights(ctx, c)
}

// wire looks at the connection itself.
func (a *About) wire(driverConn any) error {
	wire := driverConn.(*conn).Conn.Conn().PgConn().Conn()
	if address := wire.RemoteAddr(); address != nil {
		a.Server = address.String()
	}
	if secure, ok := wire.(*tls.Conn); ok {
		state := secure.ConnectionState()
		a.Protocol, a.Verified = tls.VersionName(state.Version), len(state.VerifiedChains) > 0
	}
	return nil
}

// productOf is the beginning of what a server says of itself, without the
// machine and the compiler: PostgreSQL 15.14.
func productOf(version string) string {
	for _, end := range []string{" (", " on ", ","} {
		version, _, _ = strings.Cut(version, end)
	}
	return version
}

// mayOwn asks whether a login may change the tables; where there are none yet,
// whether it may make them.
const mayOwn = `SELECT coalesce(
    (SELECT pg_has_role(current_user, tableowner, 'USAGE') FROM pg_catalog.pg_tables
     WHERE schemaname = current_schema() AND tablename = 'migrations'),
    has_schema_privilege(current_user, current_schema(), 'CREATE'), false)`

// mayWork asks for the rights without which no desk works.
const mayWork = `SELECT has_table_privilege('turn', 'UPDATE') AND has_table_privilege('receipts', 'INSERT')
    AND has_table_privilege('drafts', 'SELECT') AND has_table_privilege('drafts', 'INSERT') AND has_table_privilege('drafts', 'UPDATE')
    AND has_table_privilege('revisions', 'SELECT') AND has_table_privilege('revisions', 'INSERT')
    AND has_table_privilege('signoffs', 'SELECT') AND has_table_privilege('signoffs', 'INSERT')
    AND has_table_privilege('events', 'SELECT') AND has_table_privilege('events', 'INSERT')`

func (a *About) rights(ctx context.Context, c *sql.Conn) error {
	if err := c.QueryRowContext(ctx, mayOwn).Scan(&a.Owner); err != nil || a.Schema == 0 {
		return err
	}
	return c.QueryRowContext(ctx, mayWork).Scan(&a.Desk)
}
