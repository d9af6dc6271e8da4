package postgres

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"jianbao/review"
	"jianbao/storage/migration"
)

// options are what Open can be told.
type options struct {
	patience    time.Duration
	silence     time.Duration
	connections int
	portable    bool
	password    func(host, user string) (string, bool)
	dial        dialer
}

// Option changes what Open does.
type Option func(*options)

// WithPatience says for how long an operation goes on trying after its first
// failure before it returns review.ErrLost; ten seconds unless said.
func WithPatience(d time.Duration) Option { return func(o *options) { o.patience = d } }

// WithSilence says for how long the server may be silent before the connection
// counts as lost; ten seconds unless said.
func WithSilence(d time.Duration) Option { return func(o *options) { o.silence = d } }

// WithConnections says how many connections there may be at once; four unless
// said.
func WithConnections(n int) Option { return func(o *options) { o.connections = n } }

// WithPassword names who knows passwords. He is asked only if the address, the
// environment and the password file give none.
func WithPassword(f func(host, user string) (string, bool)) Option {
	return func(o *options) { o.password = f }
}

// Portable keeps to what every engine can do also on PostgreSQL itself: writing
// transactions do not queue for their turn, but try again.
func Portable() Option { return func(o *options) { o.portable = true } }

func settled(list []Option) options {
	o := options{patience: 10 * time.Second, silence: 10 * time.Second, connections: 4}
	for _, option := range list {
		option(&o)
	}
	return o
}

// Open opens the database that an address postgres://… names, and makes or
// upgrades its tables if that is needed and allowed. It returns a *Problem for
// every way in which a connection fails, which is review.ErrLost, ErrDenied,
// ErrForeign or ErrNewer where that fits. It does not wait for a server that
// cannot be reached, only for one that is starting.
func Open(ctx context.Context, dsn string, list ...Option) (_ *Store, err error) {
	defer because(ctx, &err)
	o := settled(list)
	config, at, err := configure(dsn, o)
	if err != nil {
		return nil, err
	}
	s := &Store{place: at, patience: o.patience, writing: make(chan struct{}, 1)}
	s.db = pool(config, o.connections, s.recognise)
	err = s.again(ctx, func() error {
		err := s.prepare(ctx, o)
		if stateOf(err) == cannotConnectNow {
			return &transient{err}
		}
		return err
	})
	if err != nil {
		s.db.Close() // the first error is the one that tells
		return nil, at.told(err)
	}
	return s, nil
}

// idle is how long a connection that nobody uses is kept.
const idle = 5 * time.Minute

// pool returns at most size connections, each looked at when it is made.
func pool(config *pgx.ConnConfig, size int, look func(context.Context, *pgx.Conn) error) *sql.DB {
	never := func(context.Context, stdlib.ShouldPingParams) bool { return false } // conn.ResetSession asks instead
	db := sql.OpenDB(connector{stdlib.GetConnector(*config, stdlib.OptionShouldPing(never), stdlib.OptionAfterConnect(look))})
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	db.SetConnMaxIdleTime(idle)
	return db
}

// prepare makes sure that the server and the database will do.
func (s *Store) prepare(ctx context.Context, o options) error {
	e, err := askEngine(ctx, s.db)
	if err != nil {
		return err
	}
	if err := e.check(s.place); err != nil {
		return err
	}
	if err := migration.RunShared(ctx, s.db, migration.Postgres(), isRace); err != nil {
		return s.place.unprepared(err)
	}
	name, err := identify(ctx, s.db)
	if err != nil {
		return err
	}
	s.proper = e.proper()
	s.begin = newBeginnings(newName(), s.proper && !o.portable, (o.silence / 2).Milliseconds())
	s.identity = name
	return nil
}

// isRace reports whether a step of migration may have failed because somebody
// else was taking it.
func isRace(err error) bool {
	switch stateOf(err) {
	case uniqueViolation, tableExists, objectExists, serialization, deadlock:
		return true
	}
	return false
}

// unprepared says why a database has not the tables that it should.
func (p place) unprepared(err error) error {
	var step *migration.StepError
	switch {
	case errors.Is(err, review.ErrForeign), stateOf(err) == unknownColumn: // a table of the same name is another's
		return p.fail(CodeForeign, err)
	case errors.Is(err, review.ErrNewer):
		return p.fail(CodeNewer, err)
	case stateOf(err) != denied:
		return err
	case !errors.As(err, &step):
		return p.fail(CodeRights, err, "detail", err.Error())
	case step.Done == 0:
		return p.fail(CodeEmpty, err)
	}
	return p.fail(CodeOutdated, err)
}

// newName returns 128 random bits in hexadecimal.
func newName() string {
	bits := make([]byte, 16)
	rand.Read(bits) // never fails
	return hex.EncodeToString(bits)
}

const identityOf = "SELECT value FROM identity WHERE id = 1"

// identify returns the name of a database, which it gives to a new one.
func identify(ctx context.Context, db *sql.DB) (name string, err error) {
	err = db.QueryRowContext(ctx, identityOf).Scan(&name)
	if !errors.Is(err, sql.ErrNoRows) {
		return name, err
	}
	if _, err := db.ExecContext(ctx, "INSERT INTO identity (id, value) VALUES (1, $1) ON CONFLICT DO NOTHING", newName()); err != nil {
		return "", err
	}
	err = db.QueryRowContext(ctx, identityOf).Scan(&name)
	return name, err
}

// errOther says that a connection leads to another database than before.
var errOther = errors.New("postgres: another database")

// recognise looks whether a new connection leads to the database that was
// opened: of several servers, one may have been set up anew.
func (s *Store) recognise(ctx context.Context, c *pgx.Conn) error {
	if s.identity == "" {
		return nil // not opened yet
	}
	var name string
	err := c.QueryRow(ctx, identityOf).Scan(&name)
	if err == nil && name != s.identity {
		err = fmt.Errorf("%w: %s, not %s", errOther, name, s.identity)
	}
	if err != nil {
		c.Close(ctx) // the first error is the one that tells
	}
	return err
}
