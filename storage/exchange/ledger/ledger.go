// Package ledger owns the table in which a ledger of numbers (台账) travels: a
// CSV file with a row for each number, safe to open in a spreadsheet and read
// back exactly, and read also as offices kept it by hand. It does not know the
// store, nor whether the rows fit what stands in it.
package ledger

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"jianbao/review"
	"jianbao/storage/exchange/spreadsheet"
	"jianbao/storage/exchange/text"
)

// Write returns the table of rows. It begins with a byte order mark, by which
// spreadsheets know the encoding.
func Write(rows review.Ledger) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	cells := make([]string, len(columns))
	for n, c := range columns {
		cells[n] = c.head
	}
	if err := w.Write(cells); err != nil {
		return nil, err
	}
	for _, e := range rows {
		for n, c := range columns {
			cells[n] = spreadsheet.Disarm(c.write(e))
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// Table is what a file says.
type Table struct {
	Rows  []review.OldRow
	Apart []string // heads of columns that a ledger does not keep
}

// Read reads a table. The first row names the columns, in any order and by any
// of the words that offices use; the year and 期号 must be among them. It returns
// *text.Error for a file whose characters cannot be read, and *Error, which
// names every bad row by its line, for a table that cannot be read whole.
func Read(data []byte) (Table, error) {
	s, _, err := text.Decode(data)
	if err != nil {
		return Table{}, err
	}
	r := csv.NewReader(strings.NewReader(s))
	head, err := r.Read()
	if err != nil {
		return Table{}, failure(CodeForm, spreadsheet.LineOf(err))
	}
	t := reading{reader: r, bad: Error{Code: CodeTable}}
	if err := t.heads(head); err != nil {
		return Table{}, err
	}
	return t.rows()
}

// reading is a table that is being read.
type reading struct {
	Table
	reader *csv.Reader
	order  []int // the column of each cell, -1 for one that a ledger does not keep
	bad    Error
}

func (t *reading) heads(row []string) error {
	for _, cell := range row {
		head := strings.TrimSpace(spreadsheet.Arm(cell))
		n := slices.IndexFunc(columns, func(c column) bool { return c.is(head) })
		if n >= 0 && slices.Contains(t.order, n) {
			return failure(CodeHead, 1, "name", head)
		}
		if n < 0 && head != "" {
			t.Apart = append(t.Apart, head)
		}
		t.order = append(t.order, n)
	}
	for n, c := range columns {
		if (c.head == headYear || c.head == headIssue) && !slices.Contains(t.order, n) {
			return failure(CodeNoHead, 1, "name", c.head)
		}
	}
	return nil
}

func (t *reading) rows() (Table, error) {
	for {
		row, err := t.reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, csv.ErrFieldCount) {
			return Table{}, failure(CodeForm, spreadsheet.LineOf(err))
		}
		line, _ := t.reader.FieldPos(0)
		switch {
		case err != nil:
			t.bad.Add(CodeWidth, line, "count", strconv.Itoa(len(row)))
		case slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }):
			t.row(line, row)
		}
	}
	if len(t.bad.Problems) > 0 {
		return Table{}, &t.bad
	}
	return t.Table, nil
}

func (t *reading) row(line int, row []string) {
	e := review.Entry{Kind: review.EntryPast}
	for i, n := range t.order {
		if n < 0 {
			continue
		}
		cell := strings.TrimSpace(spreadsheet.Arm(row[i]))
		if code := columns[n].read(&e, cell); code != "" {
			t.bad.Add(code, line, "name", columns[n].head, "value", cell)
		}
	}
	if e.Number.Year == 0 && e.Number.Issue > 0 {
		e.Number.Year = e.Date.Year
	}
	t.Rows = append(t.Rows, review.OldRow{Line: line, Entry: e})
}
