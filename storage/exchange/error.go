package exchange

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"jianbao/storage/exchange/docx"
)

// The codes of Error.
const (
	CodeExists    = "exchange.exists"    // every name that was tried is taken: name
	CodeReadOnly  = "exchange.readonly"  // the folder may not be written to: folder
	CodeNoFolder  = "exchange.nofolder"  // the folder is not there, or is none: folder
	CodeDiskFull  = "exchange.diskfull"  // no room left: folder
	CodeWrite     = "exchange.write"     // the file could not be written: name
	CodeReadBack  = "exchange.readback"  // what was written is not what was signed: name, line, column, wanted, found
	CodeUnread    = "exchange.unread"    // what was written could not be read again: name
	CodeName      = "exchange.name"      // not a name for a file: name
	CodeFormat    = "exchange.format"    // no such format: format
	CodeStamp     = "exchange.stamp"     // a draft without a stamp, or a final text with one
	CodeCancelled = "exchange.cancelled" // stopped before the file was in place: name
)

// Codes lists every code of this package and of the file formats below it, so
// that the message catalogue can be checked for completeness.
func Codes() []string {
	own := []string{CodeExists, CodeReadOnly, CodeNoFolder, CodeDiskFull, CodeWrite, CodeReadBack, CodeUnread,
		CodeName, CodeFormat, CodeStamp, CodeCancelled}
	return append(own, docx.Codes()...)
}

// Error says why a file is not there. Code is stable and names the sentence
// people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
	Err  error // the cause, for a log
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("exchange: %s %v: %v", e.Code, e.Args, e.Err)
	}
	return fmt.Sprintf("exchange: %s %v", e.Code, e.Args)
}

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

func failure(code string, err error, args ...string) *Error {
	e := &Error{Code: code, Err: err}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = map[string]string{}
		}
		e.Args[args[i]] = args[i+1]
	}
	return e
}

// classify gives an error of the system or of a writer the code people are
// told. One that has a code already passes as it is.
func classify(err error, dir, name string) error {
	var own *Error
	var coded interface {
		error
		Message() (code string, args map[string]string)
	}
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &coded):
		code, args := coded.Message()
		return &Error{code, args, err}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return failure(CodeCancelled, err, "name", name)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return failure(CodeDiskFull, err, "folder", dir, "name", name)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return failure(CodeReadOnly, err, "folder", dir, "name", name)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return failure(CodeNoFolder, err, "folder", dir, "name", name)
	}
	return failure(CodeWrite, err, "folder", dir, "name", name)
}
