package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

func TestMain(m *testing.M) {
	if os.Getenv("PGTEST_CHILD") != "" {
		child(m)
	}
	os.Exit(Main(m))
}

// ask runs one query on a connection of its own.
func ask(t *testing.T, dsn, query string) (answer string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), startLimit)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, query).Scan(&answer)
	return answer, err
}

// must is ask where an error is the test's failure.
func must(t *testing.T, dsn, query string) string {
	t.Helper()
	answer, err := ask(t, dsn, query)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// do runs statements.
func do(t *testing.T, dsn string, statements ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), startLimit)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	for _, s := range statements {
		if _, err := conn.Exec(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryTestHasADatabaseOfItsOwn(t *testing.T) {
	one, two := DSN(t), DSN(t)
	if one == two {
		t.Fatalf("both are %s", one)
	}
	do(t, one, "CREATE TABLE here (n int)")
	if n := must(t, two, "SELECT count(*)::text FROM pg_tables WHERE tablename = 'here'"); n != "0" {
		t.Errorf("the other one has %s", n)
	}
	for setting, want := range map[string]string{"server_encoding": "UTF8", "lc_collate": "C.UTF-8", "fsync": "off", "max_connections": "300", "listen_addresses": "127.0.0.1"} {
		if got := must(t, two, "SELECT current_setting('"+setting+"')"); got != want {
			t.Errorf("%s is %s, want %s", setting, got, want)
		}
	}
}

func TestADatabaseIsGoneAfterItsTest(t *testing.T) {
	var name string
	t.Run("one", func(t *testing.T) {
		u, err := url.Parse(DSN(t))
		if err != nil {
			t.Fatal(err)
		}
		name = strings.TrimPrefix(u.Path, "/")
	})
	if n := must(t, DSN(t), "SELECT count(*)::text FROM pg_database WHERE datname = '"+name+"'"); n != "0" {
		t.Errorf("%s is still there", name)
	}
}

func BenchmarkDatabase(b *testing.B) {
	for b.Loop() {
		DSN(b)
	}
}

func TestWhatWasAcknowledgedOutlivesAKill(t *testing.T) {
	c := NewCluster(t, Options{})
	dsn := c.Database(t)
	do(t, dsn, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
	if on := must(t, dsn, "SELECT current_setting('fsync')"); on != "on" {
		t.Errorf("fsync is %s", on)
	}
	helpers := children(c.cmd.Process.Pid)
	if err := c.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := ask(t, dsn, "SELECT ''"); err == nil {
		t.Error("a killed server answers")
	}
	for _, pid := range helpers {
		if alive(pid) {
			t.Errorf("process %d of it is still there", pid)
		}
	}
	if err := c.Restart(); err != nil {
		t.Fatal(err)
	}
	if got := must(t, dsn, "SELECT n::text FROM kept"); got != "7" {
		t.Errorf("kept %s", got)
	}
}

func TestPasswordsAreAsked(t *testing.T) {
	c := NewCluster(t, Options{Passwords: true})
	database := strings.TrimPrefix(mustURL(t, c.Database(t)).Path, "/")
	const password = "it's 密码"
	if err := c.Role("desk", password); err != nil {
		t.Fatal(err)
	}
	if who := must(t, c.DSNAs("desk", password, database), "SELECT current_user::text"); who != "desk" {
		t.Errorf("logged in as %s", who)
	}
	for _, wrong := range []string{"", "its"} {
		_, err := ask(t, c.DSNAs("desk", wrong, database), "SELECT ''")
		var refused *pgconn.PgError
		if wrong != "" && (!errors.As(err, &refused) || refused.Code != "28P01") || err == nil {
			t.Errorf("password %q: %v", wrong, err)
		}
	}
}

func mustURL(t *testing.T, dsn string) *url.URL {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestTheCertificateVouchesForTheServer(t *testing.T) {
	c := NewCluster(t, Options{TLS: true})
	verified := c.DSN(admin) + "?sslmode=verify-full&sslrootcert="
	if on := must(t, verified+url.QueryEscape(c.Certificate()), "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()"); on != "true" {
		t.Errorf("encrypted: %s", on)
	}
	other := NewCluster(t, Options{TLS: true})
	if _, err := ask(t, verified+url.QueryEscape(other.Certificate()), "SELECT ''"); err == nil {
		t.Error("another cluster's certificate vouches for this one")
	}
}

func TestAStandbyTakesOverAndThePrimaryComesBack(t *testing.T) {
	first := NewCluster(t, Options{})
	name := strings.TrimPrefix(mustURL(t, first.Database(t)).Path, "/")
	second := first.Standby(t)
	many := ManyDSN(name, first, second) + "?target_session_attrs=read-write"
	do(t, many, "CREATE TABLE kept (n int)")
	for round := range 4 {
		do(t, many, fmt.Sprintf("INSERT INTO kept VALUES (%d)", round))
		if err := first.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := second.Promote(); err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprint(round + 1)
		if got := must(t, many, "SELECT count(*)::text FROM kept"); got != want {
			t.Fatalf("%s rows of %s after round %d", got, want, round)
		}
		if err := first.Rejoin(second); err != nil {
			t.Fatal(err)
		}
		if got := must(t, first.DSN(name), "SELECT pg_is_in_recovery()::text"); got != "true" {
			t.Fatalf("the old primary is a standby: %s", got)
		}
		first, second = second, first
	}
}

// TestNothingAcknowledgedWithoutTheStandby looks whether the standby is
// synchronous: without it, a commit waits.
func TestNothingAcknowledgedWithoutTheStandby(t *testing.T) {
	first := NewCluster(t, Options{})
	second := first.Standby(t)
	if err := second.Kill(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	conn, err := pgx.Connect(ctx, first.DSN(admin))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.Exec(ctx, "CREATE TABLE alone (n int)"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("acknowledged by one server alone: %v", err)
	}
	if err := second.Rejoin(first); err != nil {
		t.Fatal(err)
	}
}

func TestPlaces(t *testing.T) {
	root := t.TempDir()
	for _, release := range []string{"9.6", "15", "odd", "17"} {
		if err := os.MkdirAll(filepath.Join(root, release, "bin"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var found []string
	for _, folder := range debian(root) {
		found = append(found, filepath.Base(filepath.Dir(folder)))
	}
	if got := strings.Join(found, " "); got != "17 15 9.6 odd" {
		t.Errorf("in this order: %s", got)
	}
	if complete(root) {
		t.Error("a folder without programs is complete")
	}
	t.Setenv("JIANBAO_PG_BIN", root)
	if got := places(); len(got) != 1 || got[0] != root {
		t.Errorf("told to look in %s, looks in %s", root, got)
	}
}
