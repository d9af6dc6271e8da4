package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// oldest is the first version of PostgreSQL that this package is for.
const oldest = 12

// engine is what a server says that it is.
type engine struct {
	version  string // all it says
	encoding string
}

func askEngine(ctx context.Context, db *sql.DB) (e engine, err error) {
	err = db.QueryRowContext(ctx, "SELECT version(), current_setting('server_encoding')").Scan(&e.version, &e.encoding)
	return e, err
}

// others are engines that speak PostgreSQL's protocol and are not it, by what
// stands in their version.
var others = []string{"CockroachDB", "-YB-", "openGauss", "GaussDB", "Kingbase"}

// proper reports whether the server is PostgreSQL itself, which has what a queue
// is made of.
func (e engine) proper() bool {
	if !strings.HasPrefix(e.version, "PostgreSQL ") {
		return false
	}
	for _, name := range others {
		if strings.Contains(e.version, name) {
			return false
		}
	}
	return true
}

var major = regexp.MustCompile(`^PostgreSQL (\d+)`)

// check returns a *Problem for a server that does not do.
func (e engine) check(at place) error {
	if found := major.FindStringSubmatch(e.version); e.proper() && found != nil {
		if n, err := strconv.Atoi(found[1]); err != nil || n < oldest {
			return at.fail(CodeTooOld, nil, "version", e.version)
		}
	}
	if name := strings.ToUpper(strings.ReplaceAll(e.encoding, "-", "")); name != "UTF8" {
		return at.fail(CodeEncoding, fmt.Errorf("postgres: server_encoding %s", e.encoding), "encoding", e.encoding)
	}
	return nil
}
