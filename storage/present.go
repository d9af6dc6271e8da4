package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"jianbao/review"
	"jianbao/storage/sqlite"
)

// The codes of a StateError.
const (
	CodeMissing  = "database.missing"  // place: there is no database
	CodeOutdated = "database.outdated" // place: it is one of an older version of the program
)

// StateError says that a database is not one that may be used as it is. It
// holds the place as it may be shown.
type StateError struct{ Code, Place string }

func (e *StateError) Error() string { return fmt.Sprintf("storage: %s %s", e.Code, e.Place) }

// Message returns the code of the sentence people read and its arguments.
func (e *StateError) Message() (string, map[string]string) {
	return e.Code, map[string]string{"place": e.Place}
}

// OpenToRead opens a database that is there, in which others may be working, to
// be read: it is neither made nor upgraded. It returns a *StateError, and what
// Open returns.
func OpenToRead(ctx context.Context, name string, options ...Option) (review.Store, error) {
	there, err := current(ctx, name, options)
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, &StateError{CodeMissing, Shown(name)}
	}
	if name == Memory || IsServer(name) {
		return Open(ctx, name, options...)
	}
	store, err := sqlite.OpenToRead(name)
	if err != nil {
		return nil, err // a nil *sqlite.Store must not become a review.Store that is not nil
	}
	return store, nil
}

// OpenCurrent is Open, but it upgrades nothing: it returns a *StateError with
// CodeOutdated in its place. What is not there is made.
func OpenCurrent(ctx context.Context, name string, options ...Option) (review.Store, error) {
	if _, err := current(ctx, name, options); err != nil {
		return nil, err
	}
	return Open(ctx, name, options...)
}

// current reports whether there is a database of this program, and returns a
// *StateError for one that Open would upgrade.
func current(ctx context.Context, name string, options []Option) (there bool, err error) {
	if name == Memory {
		return true, nil
	}
	if found, err := Inspect(ctx, name, options...); err != nil || found.Server {
		if err == nil && found.Schema > 0 && found.Schema < found.Newest {
			err = &StateError{CodeOutdated, found.Place}
		}
		return found.Schema > 0, err
	}
	old, err := sqlite.Outdated(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case old:
		return true, &StateError{CodeOutdated, Shown(name)}
	}
	return true, err
}

// SameFile reports whether two names mean the same database file.
func SameFile(a, b string) bool {
	if IsServer(a) || IsServer(b) {
		return false
	}
	first, err1 := os.Stat(a)
	second, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(first, second)
}
