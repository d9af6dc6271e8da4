package postgres_test

import (
	"net/url"
	"strings"
	"testing"

	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

func inspect(t *testing.T, dsn string) postgres.About {
	t.Helper()
	a, err := postgres.Inspect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestInspectChangesNothing(t *testing.T) {
	dsn := pgtest.DSN(t)
	for range 2 {
		a := inspect(t, dsn)
		if a.Schema != 0 || a.Newest == 0 || !a.Owner || a.Desk || a.Protocol != "" || !strings.HasPrefix(a.Product, "PostgreSQL ") ||
			strings.Contains(a.Product, "(") || !strings.HasPrefix(a.Server, "127.0.0.1:") {
			t.Errorf("an empty database: %+v", a)
		}
	}
	s := openAt(t, dsn)
	own, err := s.About(t.Context())
	if a := inspect(t, dsn); err != nil || a != own || a.Schema != a.Newest || !a.Owner || !a.Desk {
		t.Errorf("seen from outside %+v, from inside %+v, %v", a, own, err)
	}
}

func TestInspectTellsTheRights(t *testing.T) {
	c := pgtest.Shared(t)
	dsn := c.Database(t)
	openAt(t, dsn)
	database := dsn[strings.LastIndex(dsn, "/")+1:]
	if err := c.Role("about_login", ""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Exec(database, "DROP OWNED BY about_login", "DROP ROLE about_login"); err != nil {
			t.Error(err)
		}
	})
	login := c.DSNAs("about_login", "", database)
	if a := inspect(t, login); a.Owner || a.Desk || a.Schema != postgres.Hidden {
		t.Errorf("a login without any right: %+v", a)
	}
	if err := c.Exec(database, "GRANT SELECT ON migrations TO about_login"); err != nil {
		t.Fatal(err)
	}
	if a := inspect(t, login); a.Owner || a.Desk || a.User != "about_login" || a.Schema != a.Newest {
		t.Errorf("a login that may look: %+v", a)
	}
	if err := c.Exec(database, "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO about_login"); err != nil {
		t.Fatal(err)
	}
	if a := inspect(t, login); a.Owner || !a.Desk {
		t.Errorf("a login with the rights of a desk: %+v", a)
	}
}

func TestInspectTellsEncryption(t *testing.T) {
	c := pgtest.NewCluster(t, pgtest.Options{TLS: true})
	dsn := c.Database(t)
	for query, want := range map[string]struct{ secure, verified bool }{
		"sslmode=disable": {false, false},
		"sslmode=require": {true, false},
		"sslmode=verify-full&sslrootcert=" + url.QueryEscape(c.Certificate()): {true, true},
	} {
		if a := inspect(t, dsn+"?"+query); (a.Protocol != "") != want.secure || a.Verified != want.verified {
			t.Errorf("%s: %+v", query, a)
		}
	}
}
