package setup

import (
	"context"
	"errors"
	"strings"
	"time"

	"jianbao/app/i18n"
	"jianbao/app/secret"
	"jianbao/storage"
)

// tryPatience is how long trying an address may take.
const tryPatience = 20 * time.Second

// Servers is what a person can do about the server that the work is kept on.
// Both faces use it.
type Servers struct {
	Words     *i18n.Catalogue
	Passwords secret.Keyring             // nil for none
	Remember  func(address string) error // puts an address into the settings
}

// Try connects to the server at an address, changes nothing there, and says
// what it found. It returns what storage.Inspect returns, and the
// *storage.AddressError of an address that may not be remembered.
func (s Servers) Try(ctx context.Context, address, password string) (string, error) {
	if err := s.Check(address); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, tryPatience)
	defer cancel()
	found, err := storage.Inspect(ctx, address, storage.WithPassword(s.asking(password)))
	if err != nil {
		return "", err
	}
	return strings.Join(append([]string{s.Words.T("database.tried")}, Told(s.Words, found)...), "\n"), nil
}

// asking answers with a password just typed, or what the keyring keeps.
func (s Servers) asking(typed string) func(host, user string) (string, bool) {
	return func(host, user string) (string, bool) {
		if typed != "" || s.Passwords == nil {
			return typed, typed != ""
		}
		return s.Passwords.Password(host, user)
	}
}

// CanKeep reports whether there is a keyring.
func (s Servers) CanKeep() bool { return s.Passwords != nil && s.Passwords.Available() }

// KeepPassword puts a password into the keyring, for every host of an address. It
// returns a *storage.AddressError or a *secret.Error.
func (s Servers) KeepPassword(address, password string) error {
	server, err := s.keeping(address)
	if err != nil {
		return err
	}
	for _, host := range server.Names() {
		if err := s.Passwords.Keep(host, server.User, password); err != nil {
			return err
		}
	}
	return nil
}

// ForgetPassword takes it out again. It returns a *secret.Error where nothing was kept
// for any of the hosts.
func (s Servers) ForgetPassword(address string) error {
	server, err := s.keeping(address)
	if err != nil {
		return err
	}
	var gone error
	forgotten := false
	for _, host := range server.Names() {
		err := s.Passwords.Forget(host, server.User)
		var failed *secret.Error
		switch {
		case err == nil:
			forgotten = true
		case errors.As(err, &failed) && failed.Code == secret.CodeGone:
			gone = err
		default:
			return err
		}
	}
	if forgotten {
		return nil
	}
	return gone
}

// keeping takes an address apart whose password is kept in the keyring.
func (s Servers) keeping(address string) (storage.Server, error) {
	if s.Passwords == nil {
		return storage.Server{}, &secret.Error{Code: secret.CodeNone}
	}
	return storage.ParseServer(address)
}

// Check says why an address cannot be remembered, as a *storage.AddressError.
func (s Servers) Check(address string) error { return storage.CheckAddress(address) }

// Choose remembers an address; "" stands for the file of one's own.
func (s Servers) Choose(address string) error {
	if address != "" {
		if err := s.Check(address); err != nil {
			return err
		}
	}
	return s.Remember(address)
}

// Told says in sentences where the work is kept and how the server there
// stands.
func Told(words *i18n.Catalogue, r storage.Report) []string {
	if !r.Server {
		return []string{words.T("database.file", "place", r.Place)}
	}
	told := []string{words.T("database.server", "place", r.Place),
		words.T("database.login", "product", r.Product, "host", r.Host, "database", r.Database, "user", r.User),
		words.T(tlsKey(r), "protocol", r.Protocol), words.T("database.rights." + string(r.Rights))}
	switch {
	case r.Schema < 0:
		return told
	case r.Schema == r.Newest:
		return append(told, words.T("database.schema", "schema", r.Schema))
	}
	return append(told, words.T("database.schema.differs", "schema", r.Schema, "newest", r.Newest))
}

// tlsKey is the catalogue key of how private a connection is.
func tlsKey(r storage.Report) string {
	switch {
	case r.TLS && r.Verified:
		return "database.tls.verified"
	case r.TLS:
		return "database.tls"
	}
	return "database.tls.none"
}
