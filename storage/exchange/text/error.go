package text

import "fmt"

// Error says why a file cannot be read or written as text. Code is stable and
// names the sentence people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
}

// The codes of Error.
const (
	CodeEmpty       = "text.empty"
	CodeTooLarge    = "text.toolarge"    // size, limit: in MB
	CodeTooLong     = "text.toolong"     // lines, limit
	CodeOtherFormat = "text.otherformat" // format
	CodeBinary      = "text.binary"
	CodeNUL         = "text.nul"      // count, line
	CodeControl     = "text.control"  // count, line, rune
	CodeBadBytes    = "text.badbytes" // encoding, count, line
	CodeNotOurs     = "text.notours"
	CodeNotExact    = "text.notexact" // field
	CodeInvalid     = "text.invalid"  // problem
	CodeRune        = "text.rune"     // rune, encoding
)

// Error is for logs; people read the sentence of the code.
func (e *Error) Error() string { return fmt.Sprintf("%s %v", e.Code, e.Args) }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

func fail(code string, args ...any) *Error {
	e := &Error{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[fmt.Sprint(args[i])] = fmt.Sprint(args[i+1])
	}
	return e
}

// Codes lists every code of this package, so that the message catalogue can be
// checked for completeness.
func Codes() []string {
	codes := []string{CodeEmpty, CodeTooLarge, CodeTooLong, CodeOtherFormat, CodeBinary, CodeNUL,
		CodeControl, CodeBadBytes, CodeNotOurs, CodeNotExact, CodeInvalid, CodeRune}
	codes = append(codes, repairCodes...)
	return append(codes, unplacedCodes...)
}
