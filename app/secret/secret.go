// Package secret owns where the passwords of database logins are kept: in the
// keyring of the user's operating system, and nowhere else. It does not connect
// to a database, and it keeps no PIN and no signing key.
package secret

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"
)

// The codes of this package.
const (
	CodeNone = "secret.none" // there is no keyring here, or it does not answer
	CodeGone = "secret.gone" // nothing is kept for that login
)

// Codes lists every code of this package.
func Codes() []string { return []string{CodeNone, CodeGone} }

// Error says why a password could not be kept or forgotten. It never holds one.
type Error struct {
	Code string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("secret: %s: %v", e.Code, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, nil }

// Keyring keeps the passwords of database logins.
type Keyring interface {
	// Available reports whether there is a keyring that answers.
	Available() bool
	// Password returns what is kept for a login; false where nothing is, or
	// there is no keyring.
	Password(host, user string) (string, bool)
	// Keep puts a password in the place of what was kept.
	Keep(host, user, password string) error
	// Forget removes what is kept. It returns an *Error with CodeGone where
	// nothing is.
	Forget(host, user string) error
}

// service is what the entries of this program are called in the keyring.
const service = "jianbao"

// patience is how long a keyring may take: it may ask its user to unlock it.
const patience = 30 * time.Second

var errSilent = errors.New("the keyring does not answer")

// System is the keyring of the user's operating system: the Secret Service of
// the session bus, the macOS keychain, the Windows credential manager.
func System() Keyring { return system{present: present, patience: patience} }

type system struct {
	present  func() bool // whether there may be a keyring
	patience time.Duration
}

// present spares a system without a session bus the start of one.
func present() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return err == nil && os.Getenv("XDG_RUNTIME_DIR") != ""
}

func entry(host, user string) string { return user + "@" + host }

// Available implements Keyring.
func (s system) Available() bool {
	_, err := s.get("", "")
	return err == nil || errors.Is(err, keyring.ErrNotFound)
}

// Password implements Keyring.
func (s system) Password(host, user string) (string, bool) {
	password, err := s.get(host, user)
	return password, err == nil
}

func (s system) get(host, user string) (string, error) {
	var password string
	err := s.try(func() (err error) {
		password, err = keyring.Get(service, entry(host, user))
		return err
	})
	if err != nil {
		return "", err // what came too late is not read
	}
	return password, nil
}

// Keep implements Keyring.
func (s system) Keep(host, user, password string) error {
	if err := s.try(func() error { return keyring.Set(service, entry(host, user), password) }); err != nil {
		return &Error{CodeNone, err}
	}
	return nil
}

// Forget implements Keyring.
func (s system) Forget(host, user string) error {
	err := s.try(func() error { return keyring.Delete(service, entry(host, user)) })
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return &Error{CodeGone, err}
	case err != nil:
		return &Error{CodeNone, err}
	}
	return nil
}

// try asks the keyring, but waits no longer than patience for it.
func (s system) try(ask func() error) error {
	if !s.present() {
		return errSilent
	}
	answered := make(chan error, 1)
	go func() { answered <- ask() }()
	select {
	case err := <-answered:
		return err
	case <-time.After(s.patience):
		return errSilent
	}
}
