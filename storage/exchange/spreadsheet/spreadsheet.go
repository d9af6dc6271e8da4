// Package spreadsheet owns what makes a cell of a CSV table safe to open in a
// spreadsheet, which would calculate some texts, and how it is said what is wrong
// with a table. It reads and writes no tables.
package spreadsheet

import "strings"

// formula are characters with which a cell begins that a spreadsheet would
// calculate.
const formula = "=+-@＝＋－＠'\t\r"

// Disarm puts an apostrophe before a cell that a spreadsheet would calculate.
func Disarm(cell string) string {
	if strings.IndexAny(cell, formula) == 0 {
		return "'" + cell
	}
	return cell
}

// Arm takes away what Disarm put there.
func Arm(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.IndexAny(rest, formula) == 0 {
		return rest
	}
	return cell
}
