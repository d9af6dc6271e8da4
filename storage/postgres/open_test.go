package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jianbao/review"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

func requireIs(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error = %v, want %v", err, want)
	}
}

// requireCode holds an error to being a problem with this code, and to keeping
// passwords to itself.
func requireCode(t *testing.T, err error, code string) {
	t.Helper()
	var p *postgres.Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Errorf("error = %v, want %s", err, code)
	}
	if said := fmt.Sprintf("%v %+v", err, p); strings.Contains(said, secret) || strings.Contains(said, url.PathEscape(secret)) {
		t.Errorf("the password is said: %s", said)
	}
}

// secret is the password of logins in these tests.
const secret = "Geheim-密码/@:"

// with puts settings into an address.
func with(dsn string, settings string) string {
	if strings.Contains(dsn, "?") {
		return dsn + "&" + settings
	}
	return dsn + "?" + settings
}

// alone keeps passwords of this machine out of a test.
func alone(t *testing.T) {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	for _, name := range []string{"PGPASSWORD", "PGPASSFILE", "PGSSLMODE", "PGHOST", "PGSERVICE"} {
		t.Setenv(name, "")
	}
}

func failsToOpen(t *testing.T, dsn, code string) {
	t.Helper()
	s, err := postgres.Open(context.Background(), dsn)
	if err == nil {
		s.Close()
	}
	requireCode(t, err, code)
}

// TestTenDesksStart opens an empty database from ten desks at once.
func TestTenDesksStart(t *testing.T) {
	for range 20 {
		dsn := pgtest.DSN(t)
		var group sync.WaitGroup
		names := make([]string, 10)
		for i := range names {
			group.Go(func() {
				s, err := postgres.Open(context.Background(), dsn)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				names[i] = s.Identity()
			})
		}
		group.Wait()
		for _, name := range names {
			if name == "" || name != names[0] {
				t.Fatalf("identities %q", names)
			}
		}
	}
}

func TestPasswords(t *testing.T) {
	alone(t)
	c := pgtest.NewCluster(t, pgtest.Options{Passwords: true, TLS: true})
	if err := c.Role("desk", secret); err != nil {
		t.Fatal(err)
	}
	right, _ := url.Parse(c.Database(t))
	name := strings.TrimPrefix(right.Path, "/")
	for code, dsn := range map[string]string{
		postgres.CodePassword:   c.DSNAs("postgres", secret, name),
		postgres.CodeNoPassword: c.DSNAs("postgres", "", name),
		postgres.CodeDatabase:   c.DSN("nowhere"),
		postgres.CodeEmpty:      c.DSNAs("desk", secret, name),
		postgres.CodeUnknownCA:  with(right.String(), "sslmode=verify-full"),
		postgres.CodeOtherName: with(strings.Replace(right.String(), "127.0.0.1", "localhost", 1),
			"sslmode=verify-full&sslrootcert="+url.QueryEscape(c.Certificate())),
	} {
		failsToOpen(t, dsn, code)
	}
	openAt(t, with(right.String(), "sslmode=verify-full&sslrootcert="+url.QueryEscape(c.Certificate())))
	asked := ""
	s, err := postgres.Open(context.Background(), c.DSNAs("desk", "", name), postgres.WithPassword(func(host, user string) (string, bool) {
		asked = host + " " + user
		return secret, true
	}))
	requireCode(t, err, postgres.CodeRights) // in, but without rights to what the administrator made
	if s != nil || asked != "127.0.0.1 desk" {
		t.Errorf("asked for the password of %q", asked)
	}
}

func TestDoors(t *testing.T) {
	alone(t)
	c := pgtest.Shared(t)
	dsn := c.Database(t)
	name := dsn[strings.LastIndex(dsn, "/")+1:]
	if err := c.Exec("postgres", "DROP ROLE IF EXISTS crowd", "CREATE ROLE crowd LOGIN CONNECTION LIMIT 0",
		"CREATE DATABASE "+name+"_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"); err != nil {
		t.Fatal(err)
	}
	failsToOpen(t, c.DSNAs("nobody", secret, name), postgres.CodeLogin)
	failsToOpen(t, c.DSNAs("crowd", secret, name), postgres.CodeTooMany)
	failsToOpen(t, with(dsn, "sslmode=require"), postgres.CodeNoTLS)
	failsToOpen(t, c.DSN(name+"_ascii"), postgres.CodeEncoding)
	if err := c.Exec("postgres", "DROP DATABASE "+name+"_ascii WITH (FORCE)"); err != nil {
		t.Error(err)
	}
}

// answering listens on loopback and does with every connection what it is told.
func answering(t *testing.T, do func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			do(c)
		}
	}()
	return l.Addr().String()
}

func TestUnreachable(t *testing.T) {
	alone(t)
	dsn := func(host string) string {
		return (&url.URL{Scheme: "postgres", User: url.UserPassword("desk", secret), Host: host, Path: "/office", RawQuery: "connect_timeout=1"}).String()
	}
	silent := answering(t, func(c net.Conn) { t.Cleanup(func() { c.Close() }) })
	closing := answering(t, func(c net.Conn) { c.Close() })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := l.Addr().String()
	l.Close()
	for code, host := range map[string]string{
		postgres.CodeRefused: free, postgres.CodeTimeout: silent, postgres.CodeBroken: closing, postgres.CodeHost: "no-such-host.invalid",
	} {
		_, err := postgres.Open(context.Background(), dsn(host))
		requireCode(t, err, code)
		requireIs(t, err, review.ErrLost)
	}
	_, err = postgres.Open(context.Background(), dsn(free+","+silent))
	requireCode(t, err, postgres.CodeRefused)
}

func TestAddresses(t *testing.T) {
	alone(t)
	password := url.QueryEscape(secret)
	for dsn, setting := range map[string]string{
		"postgres://desk:" + password + "@host/db?sslmode=sometimes":                                                     "sslmode",
		"postgres://desk:" + password + "@host:port/db":                                                                  "port",
		"postgres://desk:" + secret + "@host/db":                                                                         "port",
		"postgres://desk:" + password + "@host/db?connect_timeout=soon":                                                  "connect_timeout",
		"postgres://desk:" + password + "@host/db?target_session_attrs=any-but-monday":                                   "target_session_attrs",
		"postgres://desk:" + password + "@host/db?sslmode=verify-full&sslrootcert=" + filepath.Join(t.TempDir(), "none"): "sslrootcert",
	} {
		_, err := postgres.Open(context.Background(), dsn)
		requireCode(t, err, postgres.CodeAddress)
		var p *postgres.Problem
		if errors.As(err, &p) && p.Args["setting"] != setting {
			t.Errorf("%s: setting %q, want %q", postgres.Redact(dsn), p.Args["setting"], setting)
		}
	}
}

func TestForeignAndNewer(t *testing.T) {
	c := pgtest.Shared(t)
	for code, statements := range map[string][]string{
		postgres.CodeForeign: {"CREATE TABLE customers (id int)"},
		postgres.CodeNewer:   {"INSERT INTO migrations (number, name) VALUES (9999, 'later')"},
	} {
		dsn := c.Database(t)
		if code == postgres.CodeNewer {
			openAt(t, dsn).Close()
		}
		if err := c.Exec(dsn[strings.LastIndex(dsn, "/")+1:], statements...); err != nil {
			t.Fatal(err)
		}
		failsToOpen(t, dsn, code)
	}
	dsn := c.Database(t)
	if err := c.Exec(dsn[strings.LastIndex(dsn, "/")+1:], "CREATE TABLE migrations (id int, migration text)"); err != nil {
		t.Fatal(err)
	}
	_, err := postgres.Open(context.Background(), dsn)
	requireCode(t, err, postgres.CodeForeign)
	requireIs(t, err, review.ErrForeign)
}

// TestSchema keeps the tables in a schema that the address names.
func TestSchema(t *testing.T) {
	dsn := pgtest.DSN(t)
	do(t, administrator(t, dsn), "CREATE SCHEMA desk", "CREATE TABLE public.customers (id int)")
	s := openAt(t, with(dsn, "search_path=desk"))
	counted(t, s)
	if found, err := s.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
}

// TestLeastRights opens, uses and checks a database that another login made.
func TestLeastRights(t *testing.T) {
	c := pgtest.Shared(t)
	owner := c.Database(t)
	openAt(t, owner)
	name := owner[strings.LastIndex(owner, "/")+1:]
	if err := c.Exec(name, "DROP ROLE IF EXISTS plain", "CREATE ROLE plain LOGIN",
		"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO plain", "GRANT UPDATE ON turn, receipts, drafts TO plain"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Exec(name, "DROP OWNED BY plain", "DROP ROLE plain"); err != nil {
			t.Error(err)
		}
	})
	s := openAt(t, c.DSNAs("plain", "", name))
	counted(t, s)
	if _, err := count(context.Background(), s); err != nil {
		t.Error(err)
	}
	if found, err := s.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
	err := s.Atomically(context.Background(), func(tx review.Tx) error { return tx.Items().Delete("x") })
	requireIs(t, err, review.ErrDenied)
}

// TestCheckSeesSwitchedOffGuards takes the guards away as an administrator can.
func TestCheckSeesSwitchedOffGuards(t *testing.T) {
	c := pgtest.Shared(t)
	dsn := c.Database(t)
	s := openAt(t, dsn)
	err := c.Exec(dsn[strings.LastIndex(dsn, "/")+1:], "ALTER TABLE texts DISABLE TRIGGER texts_update", "DROP TRIGGER events_delete ON events",
		"CREATE RULE quietly AS ON INSERT TO steps DO INSTEAD NOTHING", "DROP INDEX ledger_total", "ALTER TABLE tallies SET UNLOGGED")
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Check(context.Background())
	var names []string
	for _, f := range found {
		names = append(names, f.Code+" "+f.Args["name"])
	}
	const want = "postgres.schema events_delete, postgres.schema ledger_total, postgres.schema quietly, postgres.schema tallies, postgres.schema texts_update"
	if got := strings.Join(names, ", "); err != nil || got != want {
		t.Errorf("Check = %v, %s\nwant %s", err, got, want)
	}
}
