package setup

import (
	"errors"
	"os"
	"strings"
	"testing"

	"jianbao/app/secret"
	"jianbao/storage"
	"jianbao/storage/postgres/pgtest"
)

// ring is a keyring in memory.
type ring map[string]string

func (r ring) Available() bool { return true }

func (r ring) Password(host, user string) (string, bool) {
	password, known := r[user+"@"+host]
	return password, known
}

func (r ring) Keep(host, user, password string) error {
	r[user+"@"+host] = password
	return nil
}

func (r ring) Forget(host, user string) error {
	delete(r, user+"@"+host)
	return nil
}

func TestWhichDatabaseIsOpened(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	const server = "postgres://wang@db1/jianbao"
	for _, c := range []struct {
		o      Options
		suffix string
		remote bool
	}{
		{Options{}, "jianbao.db", false},
		{Options{Chosen: server}, server, true},
		{Options{Chosen: server, DSN: "desk.db"}, "desk.db", false},
		{Options{Chosen: server, Sample: true}, "sample.db", false},
		{Options{DSN: server, Sample: true}, server, true},
	} {
		if got, err := c.o.Database(); err != nil || !strings.HasSuffix(got, c.suffix) || c.o.OnServer() != c.remote {
			t.Errorf("%+v opens %s, %v", c.o, got, err)
		}
	}
}

// A password that is typed to try an address is used and not kept; without one,
// what the keyring keeps is.
func TestTryAnAddress(t *testing.T) {
	c := pgtest.NewCluster(t, pgtest.Options{Passwords: true})
	if err := c.Role("wang", "s3cret"); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PGPASSFILE", os.DevNull)
	dsn := c.Database(t)
	address := c.DSNAs("wang", "", dsn[strings.LastIndex(dsn, "/")+1:])
	words, err := Words("")
	if err != nil {
		t.Fatal(err)
	}
	r := ring{}
	s := Servers{Words: words, Passwords: r}
	if _, err := s.Try(t.Context(), address, ""); err == nil {
		t.Error("let in without a password")
	}
	said, err := s.Try(t.Context(), address, "s3cret")
	if err != nil || !strings.Contains(said, "登录名 wang") || len(r) > 0 {
		t.Errorf("%s, %v; the keyring holds %v", said, err, r)
	}
	if err := s.KeepPassword(address, "s3cret"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Try(t.Context(), address, ""); err != nil {
		t.Errorf("with the password kept: %v", err)
	}
}

func TestOnlyACleanAddressIsRemembered(t *testing.T) {
	var remembered []string
	s := Servers{Remember: func(address string) error {
		remembered = append(remembered, address)
		return nil
	}}
	var refused *storage.AddressError
	if err := s.Choose("postgres://wang:s3cret@db1/jianbao"); !errors.As(err, &refused) {
		t.Errorf("a password is remembered: %v", err)
	}
	for _, address := range []string{"postgres://wang@db1/jianbao", ""} {
		if err := s.Choose(address); err != nil {
			t.Error(err)
		}
	}
	if got := strings.Join(remembered, "|"); got != "postgres://wang@db1/jianbao|" {
		t.Errorf("remembered %s", got)
	}
	var none *secret.Error
	if err := s.KeepPassword("postgres://wang@db1/jianbao", "s3cret"); !errors.As(err, &none) || none.Code != secret.CodeNone || s.CanKeep() {
		t.Errorf("kept without a keyring: %v", err)
	}
}
