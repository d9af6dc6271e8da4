package exchange

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"syscall"

	"jianbao/review"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/pdftext"
	"jianbao/storage/exchange/webpage"
	"jianbao/storage/exchange/worddoc"
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
	CodeLayout    = "exchange.layout"    // a format with pages, and nothing says how they look: format
	CodeStamp     = "exchange.stamp"     // a draft without a stamp, or a final text with one
	CodeMarked    = "exchange.marked"    // a marked-up copy, and no earlier text to mark against
	CodeTooLarge  = "exchange.toolarge"  // a file from elsewhere has more than is read: size, limit, in MB
	CodeForeign   = "exchange.foreign"   // of this format only files of this program can be read: format
	CodeCancelled = "exchange.cancelled" // stopped before the file was in place: name
)

// The codes of what is wrong with an archive package.
const (
	CodeArchiveDraft   = "exchange.archive.draft"   // only a final text has one
	CodeArchiveNone    = "exchange.archive.none"    // no archive package, or a damaged one
	CodeArchiveMissing = "exchange.archive.missing" // a member is not there: name
	CodeArchiveExtra   = "exchange.archive.extra"   // a member does not belong there: name
	CodeArchiveHash    = "exchange.archive.hash"    // a member is not what the list of hashes says: name
	CodeArchiveText    = "exchange.archive.text"    // a member does not say what was signed: name

	CodeArchiveSignature = "exchange.archive.signature" // a signature does not prove its sign-off: role, name
)

// The codes of Notice.
const (
	NoticeLegacy  = "exchange.notice.legacy"  // an old file of Word or WPS: what was crossed out in it cannot be told
	NoticeLines   = "exchange.notice.lines"   // paragraphs were put together from the lines of pages
	NoticeTracked = "exchange.notice.tracked" // tracked changes were taken as accepted: names
	NoticeBlank   = "exchange.notice.blank"   // pages without text: pages
)

// Codes lists every code of this package and of the file formats below it, so
// that the message catalogue can be checked for completeness.
func Codes() []string {
	own := []string{CodeExists, CodeReadOnly, CodeNoFolder, CodeDiskFull, CodeWrite, CodeReadBack, CodeUnread,
		CodeName, CodeFormat, CodeLayout, CodeStamp, CodeCancelled,
		CodeArchiveDraft, CodeArchiveNone, CodeArchiveMissing, CodeArchiveExtra, CodeArchiveHash, CodeArchiveText, CodeArchiveSignature}
	reading := []string{CodeMarked, CodeTooLarge, CodeForeign, NoticeLegacy, NoticeLines, NoticeTracked, NoticeBlank}
	return slices.Concat(own, reading, docx.Codes(), pdftext.Codes(), webpage.Codes(), worddoc.Codes())
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

// UnlikeOf is what a failed read-back check found, without its format; false for
// any other error.
func UnlikeOf(err error) (review.Unlike, bool) {
	var e *Error
	if !errors.As(err, &e) || e.Code != CodeReadBack && e.Code != CodeArchiveText {
		return review.Unlike{}, false
	}
	return review.Unlike{Wanted: e.Args["wanted"], Found: e.Args["found"]}, true
}

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
