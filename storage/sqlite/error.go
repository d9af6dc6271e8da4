package sqlite

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"jianbao/review"
	"jianbao/storage/relational"
)

// dialect is what sets SQLite apart from other engines.
var dialect = relational.Dialect{Kind: kindOf, ForeignKeys: true}

// translate puts the kind of error that review knows before what the driver or
// the system said.
func translate(err error) error { return dialect.Translate(err) }

func kindOf(err error) error {
	var e sqlite3.Error
	switch {
	case errors.As(err, &e):
		return kindOfCode(e)
	case isFull(err):
		return review.ErrFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return review.ErrReadOnly
	}
	return nil
}

func kindOfCode(e sqlite3.Error) error {
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return review.ErrBusy
	case sqlite3.ErrFull:
		return review.ErrFull
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return review.ErrReadOnly
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return review.ErrDamaged
	case sqlite3.ErrCantOpen:
		return kindOfErrno(e.SystemErrno, review.ErrReadOnly)
	case sqlite3.ErrIoErr:
		return kindOfIO(e)
	case sqlite3.ErrConstraint:
		return kindOfConstraint(e)
	}
	return nil
}

func kindOfIO(e sqlite3.Error) error {
	switch e.ExtendedCode {
	case sqlite3.ErrIoErrShortRead, sqlite3.ErrIoErr.Extend(33): // the latter is IOERR_CORRUPTFS
		return review.ErrDamaged
	}
	return kindOfErrno(e.SystemErrno, nil)
}

func kindOfErrno(errno syscall.Errno, other error) error {
	switch {
	case isFull(errno):
		return review.ErrFull
	case errno == syscall.EROFS:
		return review.ErrReadOnly
	}
	return other
}

// isFull reports whether a system error means that there is no room: on the
// disk, in the user's quota, or under the limit set for a file.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func kindOfConstraint(e sqlite3.Error) error {
	switch e.ExtendedCode {
	case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey:
		return review.ErrExists
	case sqlite3.ErrConstraintForeignKey:
		return review.ErrNotFound
	}
	return nil
}
