package storage_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"jianbao/storage"
)

func TestShownHoldsNoPassword(t *testing.T) {
	for name, want := range map[string]string{
		"desk.db":                     "desk.db",
		"memory:":                     "memory:",
		"postgres://wang@db1/jianbao": "postgres://wang@db1/jianbao",
		"POSTGRES://wang@db1/jianbao": "postgres://wang@db1/jianbao",
		"postgres://wang:SECRET@db1:5433,db2:5434/jianbao?sslmode=require": "postgres://wang@db1:5433,db2:5434/jianbao?sslmode=require",
		"postgresql://db1/jianbao?user=wang&password=SECRET":               "postgresql://db1/jianbao?user=wang",
		"mysql://wang:SECRET@db1/x":                                        "mysql://…",
		" postgres://wang:SECRET@db1/x ":                                   "postgres://wang@db1/x",
	} {
		if got := storage.Shown(name); got != want {
			t.Errorf("Shown(%q) = %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{"postgres://wang:SEC@RET@db1/x", "postgres://wang:SEC/RET@db1/x", "postgres://wang:SEC?RET@db1/x",
		"postgres://wang:SEC#RET@db1/x", "postgres:/wang:SECRET@db1/x", "postgresql:wang:SECRET@db1/x", "host=db1 password=SECRET",
		"postgres://:SECRET@db1/x", "postgres://db1/x?sslpassword=SECRET@", "postgres://wang:SEC RET@db1/x"} {
		if got := storage.Shown(name); strings.Contains(got, "SEC") || strings.Contains(got, "RET") {
			t.Errorf("Shown(%q) = %q", name, got)
		}
	}
}

func TestParseServer(t *testing.T) {
	t.Setenv("PGUSER", "from-environment")
	for address, want := range map[string]string{
		"postgres://wang@db1:5433,db2:5434/jianbao":       "db1,db2 wang jianbao",
		"POSTGRES://%E7%8E%8B@db1/%E7%AE%80":              "db1 王 简",
		"postgresql://db1/jianbao":                        "db1 from-environment jianbao",
		"postgres://[::1]:5432/jianbao":                   "::1 from-environment jianbao",
		"postgres:///jianbao?host=/run/postgresql&user=x": "/run/postgresql x jianbao",
		"postgres://db1?dbname=jianbao":                   "db1 from-environment jianbao",
	} {
		s, err := storage.ParseServer(address)
		if got := strings.Join(s.Names(), ",") + " " + s.User + " " + s.Database; err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", address, got, err, want)
		}
	}
}

func TestCheckAddress(t *testing.T) {
	for address, code := range map[string]string{
		"postgres://wang@db1/jianbao":                      "",
		" postgres://wang@db1/jianbao?sslmode=verify-full": "",
		"postgres://wang:SECRET@db1/jianbao":               storage.CodePassword,
		"postgres://db1/jianbao?password=SECRET":           storage.CodePassword,
		"postgres://wang:@db1/jianbao":                     "",
		"desk.db":                                          storage.CodeAddress,
		"db1":                                              storage.CodeAddress,
		"mysql://wang:SECRET@db1/x":                        storage.CodeAddress,
		"postgres://db1":                                   storage.CodeAddress,
		"postgres:///jianbao":                              storage.CodeAddress,
		"postgres://wang:SEC RET@db1/jianbao":              storage.CodeAddress,
		"":                                                 storage.CodeAddress,
	} {
		err := storage.CheckAddress(address)
		var wrong *storage.AddressError
		switch {
		case code == "" && err != nil, code != "" && (!errors.As(err, &wrong) || wrong.Code != code):
			t.Errorf("%q: %v, want %q", address, err, code)
		case err != nil && strings.Contains(err.Error(), "SEC"):
			t.Errorf("%q: the password is in %v", address, err)
		}
	}
}

// What was meant to be an address makes no file.
func TestAMistypedAddressMakesNoFile(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"postgres:/wang:SECRET@127.0.0.1:1/x", "postgres:wang@db1", "password=SECRET host=127.0.0.1 port=1", "POSTGRES://127.0.0.1:1/x"} {
		if s, err := storage.Open(t.Context(), name); s != nil || err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("Open(%q) = %v, %v", name, s, err)
		}
	}
	if made, err := os.ReadDir("."); err != nil || len(made) > 0 {
		t.Errorf("%v, %v", made, err)
	}
}

func TestScrub(t *testing.T) {
	said := storage.Scrub("panic: dial postgres://wang:SEC@RET@db1/x?a=b&password=SECRET&c=d failed")
	if want := "panic: dial postgres://wang@db1/x?a=b&password=…&c=d failed"; said != want {
		t.Errorf("%q", said)
	}
}
