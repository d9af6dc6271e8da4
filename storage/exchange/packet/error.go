package packet

import (
	"errors"
	"fmt"

	"jianbao/storage/exchange/dossier"
)

// The codes of Error.
const (
	CodeNone     = "packet.file.none"     // not a packet, or cut off
	CodeTooBig   = "packet.file.toobig"   // more than any draft has
	CodeTampered = "packet.file.tampered" // not what was signed
	CodeMember   = "packet.file.member"   // a member is missing, strange or not what it should be: name
	CodeNewer    = "packet.file.newer"    // a format that is not known here: format
)

// Codes lists every code of this package, so that the message catalogue can be
// checked for completeness.
func Codes() []string { return []string{CodeNone, CodeTooBig, CodeTampered, CodeMember, CodeNewer} }

// Error says why a file is not taken for a packet. Code is stable and names the
// sentence people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
	Err  error // the cause, for a log
}

func (e *Error) Error() string { return fmt.Sprintf("packet: %s %v: %v", e.Code, e.Args, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

func failure(code string, err error, args ...string) *Error {
	e := &Error{Code: code, Args: map[string]string{}, Err: err}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[args[i]] = args[i+1]
	}
	return e
}

// unsound names what is wrong with the archive of a packet whose seal is right:
// whoever signed it made it so.
func unsound(err error) *Error {
	var fault *dossier.Fault
	switch {
	case errors.Is(err, dossier.ErrTooBig):
		return failure(CodeTooBig, err)
	case errors.As(err, &fault):
		return failure(CodeMember, err, "name", fault.Member)
	}
	return failure(CodeNone, err)
}
