package register

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"

	"jianbao/editor/doc"
)

// The codes of Error and of its problems.
const (
	CodeTable  = "register.csv.table"  // the table is not taken in; the problems say why: count
	CodeHead   = "register.csv.head"   // the first row names no column, or one twice: row, name
	CodeNoHead = "register.csv.nohead" // the first row lacks a column: row, name
	CodeWidth  = "register.csv.width"  // more or fewer cells than columns: row, count
	CodeCell   = "register.csv.cell"   // a cell is not understood: row, name, value
	CodeForm   = "register.csv.form"   // quotes that do not close, or nothing at all: row
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeTable, CodeHead, CodeNoHead, CodeWidth, CodeCell, CodeForm}
}

// Error says why a table is not taken in: nothing of it was. Each problem has an
// argument "row" that names the line of the file.
type Error struct {
	Problems []doc.Problem
}

func (e *Error) Error() string {
	return fmt.Sprintf("register: %d problems, first %v", len(e.Problems), e.Problems[0])
}

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) {
	return CodeTable, map[string]string{"count": strconv.Itoa(len(e.Problems))}
}

func (e *Error) add(code string, line int, args ...string) {
	p := doc.Problem{Code: code, Args: map[string]string{"row": strconv.Itoa(line)}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	e.Problems = append(e.Problems, p)
}

func failure(code string, line int, args ...string) *Error {
	e := &Error{}
	e.add(code, line, args...)
	return e
}

// broken is what the CSV reader says.
func broken(err error) *Error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return failure(CodeForm, parse.Line)
	}
	return failure(CodeForm, 1)
}
