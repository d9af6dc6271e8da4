package register

import "jianbao/storage/exchange/spreadsheet"

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

// Error says why a table is not taken in.
type Error = spreadsheet.Error

func failure(code string, line int, args ...string) *Error {
	return spreadsheet.Failure(CodeTable, code, line, args...)
}
