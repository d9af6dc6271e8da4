package spreadsheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"

	"jianbao/editor/doc"
)

// Error says why a table is not taken in: nothing of it was. Code names the
// sentence for the whole table, which tells how many problems there are; each
// problem has an argument "row" that names the line of the file.
type Error struct {
	Code     string
	Problems []doc.Problem
}

// Failure returns an Error of one problem.
func Failure(table, code string, line int, args ...string) *Error {
	e := &Error{Code: table}
	e.Add(code, line, args...)
	return e
}

// Add adds a problem; args are names and values in turn.
func (e *Error) Add(code string, line int, args ...string) {
	p := doc.Problem{Code: code, Args: map[string]string{"row": strconv.Itoa(line)}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	e.Problems = append(e.Problems, p)
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s: %d problems, first %v", e.Code, len(e.Problems), e.Problems[0])
}

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) {
	return e.Code, map[string]string{"count": strconv.Itoa(len(e.Problems))}
}

// LineOf is the line at which a CSV reader gave up, the first if it does not
// say.
func LineOf(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.Line
	}
	return 1
}
