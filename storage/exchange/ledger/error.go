package ledger

import "jianbao/storage/exchange/spreadsheet"

// The codes of Error and of its problems.
const (
	CodeTable    = "ledger.csv.table"    // the table is not read; the problems say why: count
	CodeHead     = "ledger.csv.head"     // the first row names a column twice: row, name
	CodeNoHead   = "ledger.csv.nohead"   // the first row lacks a column: row, name
	CodeWidth    = "ledger.csv.width"    // more or fewer cells than columns: row, count
	CodeCell     = "ledger.csv.cell"     // a cell is not understood: row, name, value
	CodeReserved = "ledger.csv.reserved" // a number is kept free for later: row, value
	CodeForm     = "ledger.csv.form"     // quotes that do not close, or nothing at all: row
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeTable, CodeHead, CodeNoHead, CodeWidth, CodeCell, CodeReserved, CodeForm}
}

// Error says why a table is not taken in.
type Error = spreadsheet.Error

func failure(code string, line int, args ...string) *Error {
	return spreadsheet.Failure(CodeTable, code, line, args...)
}
