// Package storage owns the choice of a store: it turns what a user wrote after
// --db into an open review.Store. It does not read or write a record itself.
package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/memory"
	"jianbao/storage/postgres"
	"jianbao/storage/relational"
	"jianbao/storage/search"
	"jianbao/storage/sqlite"
)

// Memory is the name of a store that is gone when it is closed.
const Memory = "memory:"

// CodeScheme is the code of a SchemeError.
const CodeScheme = "store.scheme"

// Codes lists every code of this package and of the stores below it that
// reaches people, so that the message catalogue can be checked for completeness.
func Codes() []string {
	return slices.Concat(sqlite.Codes(), postgres.Codes(), relational.Codes(), search.Codes(), []string{CodeScheme, CodeAddress, CodePassword, CodeMissing, CodeOutdated})
}

// SchemeError says that this program has no store for a kind of address.
type SchemeError struct{ Scheme string }

func (e *SchemeError) Error() string { return fmt.Sprintf("storage: no store for %q", e.Scheme) }

// Message returns the code of the sentence people read and its arguments.
func (e *SchemeError) Message() (string, map[string]string) {
	return CodeScheme, map[string]string{"scheme": e.Scheme}
}

// Option says how Open reaches a server.
type Option func(*reach)

// reach is how a server is reached.
type reach struct {
	password func(host, user string) (string, bool)
}

// WithPassword has ask told the password of a login where neither the address
// nor the surroundings (PGPASSWORD, PGPASSFILE) tell it.
func WithPassword(ask func(host, user string) (string, bool)) Option {
	return func(r *reach) { r.password = ask }
}

// Open opens the store that name names: the path of a database file, which is
// made if there is none, Memory, or the address of a server. It returns a
// *SchemeError for an address of another kind, and the errors of sqlite.Open and
// postgres.Open.
func Open(ctx context.Context, name string, options ...Option) (review.Store, error) {
	if name == Memory {
		return memory.New(), nil
	}
	if IsServer(name) {
		return openServer(ctx, name, options)
	}
	if scheme, _, ok := strings.Cut(name, "://"); ok {
		return nil, &SchemeError{scheme}
	}
	if name == "" {
		return nil, errors.New("storage: no database named")
	}
	store, err := sqlite.Open(ctx, name)
	if err != nil {
		return nil, err // a nil *sqlite.Store must not become a review.Store that is not nil
	}
	return store, nil
}

// openServer keeps a nil *postgres.Store from becoming a review.Store that is
// not nil.
func openServer(ctx context.Context, name string, options []Option) (review.Store, error) {
	store, err := postgres.Open(ctx, name, reaching(options)...)
	if err != nil {
		return nil, err
	}
	return store, nil
}

// DefaultPath is where the database is unless the user names another place: in
// the folder that the system has for a user's data.
func DefaultPath() (string, error) {
	folder, err := dataFolder(runtime.GOOS)
	if err != nil {
		return "", fmt.Errorf("storage: %w", err)
	}
	return filepath.Join(folder, "jianbao", "jianbao.db"), nil
}

func dataFolder(system string) (string, error) {
	switch system {
	case "windows", "darwin":
		return os.UserConfigDir() // %AppData%, ~/Library/Application Support
	}
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}
