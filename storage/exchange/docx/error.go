package docx

import (
	"fmt"
	"strconv"
)

// The codes of Error.
const (
	CodeRune      = "exchange.docx.rune"      // a character that no XML file can hold: rune, line
	CodeNotDocx   = "exchange.docx.notdocx"   // the file is not a DOCX package
	CodeTooLarge  = "exchange.docx.toolarge"  // the file unpacks to more than is read
	CodeUnsafe    = "exchange.docx.unsafe"    // the package holds what no honest one does: part
	CodeDamaged   = "exchange.docx.damaged"   // a part cannot be read: part
	CodeEncrypted = "exchange.docx.encrypted" // the file is protected by a password
)

// Codes lists every code of this package, so that the message catalogue can be
// checked for completeness.
func Codes() []string {
	return []string{CodeRune, CodeNotDocx, CodeTooLarge, CodeUnsafe, CodeDamaged, CodeEncrypted,
		MissingNumbers, MissingNotes, MissingPictures}
}

// Error says why a bulletin could not be written or a file not be read. Code
// is stable and names the sentence people read; Args fill its placeholders.
type Error struct {
	Code string
	Args map[string]string
	Err  error // the cause, if another package found it
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("docx: %s %v: %v", e.Code, e.Args, e.Err)
	}
	return fmt.Sprintf("docx: %s %v", e.Code, e.Args)
}

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, e.Args }

func runeError(line string, r rune) error {
	return &Error{Code: CodeRune, Args: map[string]string{"rune": strconv.QuoteRuneToASCII(r), "line": strconv.QuoteToGraphic(line)}}
}
