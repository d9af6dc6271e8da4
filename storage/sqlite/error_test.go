package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"jianbao/review"
)

func TestTranslate(t *testing.T) {
	coded := func(code sqlite3.ErrNo, extended sqlite3.ErrNoExtended, errno syscall.Errno) error {
		return fmt.Errorf("driver: %w", sqlite3.Error{Code: code, ExtendedCode: extended, SystemErrno: errno})
	}
	unknown := errors.New("unknown")
	for name, c := range map[string]struct{ err, want error }{
		"busy":           {coded(sqlite3.ErrBusy, sqlite3.ErrBusySnapshot, 0), review.ErrBusy},
		"full":           {coded(sqlite3.ErrFull, 0, 0), review.ErrFull},
		"file too big":   {coded(sqlite3.ErrIoErr, sqlite3.ErrIoErrWrite, syscall.EFBIG), review.ErrFull},
		"full on open":   {coded(sqlite3.ErrCantOpen, 0, syscall.ENOSPC), review.ErrFull},
		"read only":      {coded(sqlite3.ErrReadonly, 0, 0), review.ErrReadOnly},
		"cannot open":    {coded(sqlite3.ErrCantOpen, 0, syscall.EACCES), review.ErrReadOnly},
		"read-only disk": {coded(sqlite3.ErrIoErr, sqlite3.ErrIoErrWrite, syscall.EROFS), review.ErrReadOnly},
		"corrupt":        {coded(sqlite3.ErrCorrupt, 0, 0), review.ErrDamaged},
		"not a database": {coded(sqlite3.ErrNotADB, 0, 0), review.ErrDamaged},
		"short read":     {coded(sqlite3.ErrIoErr, sqlite3.ErrIoErrShortRead, 0), review.ErrDamaged},
		"unique":         {coded(sqlite3.ErrConstraint, sqlite3.ErrConstraintUnique, 0), review.ErrExists},
		"foreign key":    {coded(sqlite3.ErrConstraint, sqlite3.ErrConstraintForeignKey, 0), review.ErrNotFound},
		"permission":     {fmt.Errorf("os: %w", fs.ErrPermission), review.ErrReadOnly},
		"disk full":      {&fs.PathError{Op: "write", Err: syscall.ENOSPC}, review.ErrFull},
		"quota":          {&fs.PathError{Op: "write", Err: syscall.EDQUOT}, review.ErrFull},
		"ours":           {review.ErrStale, review.ErrStale},
		"unknown":        {unknown, unknown},
	} {
		got := translate(c.err)
		if !errors.Is(got, c.err) {
			t.Errorf("%s: the cause is lost in %v", name, got)
		}
		if !errors.Is(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if broken := coded(sqlite3.ErrIoErr, sqlite3.ErrIoErrRead, syscall.EIO); translate(broken) != broken {
		t.Errorf("a broken disk became %v", translate(broken))
	}
	if translate(nil) != nil {
		t.Error("no error became one")
	}
}
