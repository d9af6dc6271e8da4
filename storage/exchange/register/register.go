// Package register owns the table in which the office's registers travel: a CSV
// file with a row for each item, safe to open in a spreadsheet and read back
// exactly. It does not know the store; which words stand for a series it is told.
package register

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/spreadsheet"
	"jianbao/storage/exchange/text"
)

// column is one column of the table: its head, and how a cell is made of an
// item and read into one. read reports whether it understood the cell.
type column struct {
	head  string
	write func(review.Item) string
	read  func(*review.Item, string) (ok bool)
}

// kinds are the words for the registers.
var kinds = map[review.ItemKind]string{
	review.ItemPerson: "人员", review.ItemBody: "机构", review.ItemPhrase: "提法", review.ItemForbidden: "禁用词",
	review.ItemPreferred: "规范用词", review.ItemKnown: "词典", review.ItemSlip: "错情",
}

var columns = []column{
	{"类别", func(i review.Item) string { return kinds[i.Kind] }, readKind},
	cell("名称", func(i *review.Item) *string { return &i.Name }),
	cell("职务", func(i *review.Item) *string { return &i.Post }),
	{"次序", func(i review.Item) string { return number(i.Order) }, readOrder},
	list("简称", func(i *review.Item) *[]string { return &i.Short }),
	cell("改为", func(i *review.Item) *string { return &i.Right }),
	list("除外", func(i *review.Item) *[]string { return &i.Except }),
	date("起", func(i *review.Item) *doc.Date { return &i.From }),
	date("止", func(i *review.Item) *doc.Date { return &i.To }),
	{"出处", func(i review.Item) string { return string(i.Found) }, func(i *review.Item, s string) bool { i.Found = review.DraftID(s); return true }},
	cell("备注", func(i *review.Item) *string { return &i.Note }),
	{seriesHead, func(i review.Item) string { return string(i.Series) }, func(i *review.Item, s string) bool { i.Series = review.SeriesID(s); return true }},
}

// seriesHead is the column that says for which series an item is. The words of
// a Scope stand in it, and on their way through the columns in Item.Series.
const seriesHead = "刊物"

func cell(head string, of func(*review.Item) *string) column {
	return column{head, func(i review.Item) string { return *of(&i) }, func(i *review.Item, s string) bool { *of(i) = s; return true }}
}

func list(head string, of func(*review.Item) *[]string) column {
	return column{head, func(i review.Item) string { return join(*of(&i)) }, func(i *review.Item, s string) bool { *of(i) = split(s); return true }}
}

func date(head string, of func(*review.Item) *doc.Date) column {
	return column{head, func(i review.Item) string { return of(&i).String() }, func(i *review.Item, s string) (ok bool) {
		day, err := doc.ParseDate(s)
		*of(i) = day
		return err == nil
	}}
}

func readKind(i *review.Item, s string) bool {
	for kind, word := range kinds {
		if word == s {
			i.Kind = kind
			return true
		}
	}
	return false
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func readOrder(i *review.Item, s string) bool {
	if s == "" {
		return true
	}
	n, err := strconv.Atoi(s)
	i.Order = n
	return err == nil && n > 0
}

// Several strings stand in one cell with "|" between them; "\" before a "|" or
// a "\" that is meant.
var escape = strings.NewReplacer(`\`, `\\`, `|`, `\|`)

func join(list []string) string {
	cells := make([]string, len(list))
	for i, s := range list {
		cells[i] = escape.Replace(s)
	}
	return strings.Join(cells, "|")
}

func split(cell string) []string {
	if cell == "" {
		return nil
	}
	var list []string
	var one strings.Builder
	escaped := false
	for _, r := range cell {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '|':
			list = append(list, strings.TrimSpace(one.String()))
			one.Reset()
		default:
			one.WriteRune(r)
		}
		escaped = false
	}
	return append(list, strings.TrimSpace(one.String()))
}

// Write returns the table of items, the words for their series by scope. It begins with a byte order mark, by which
// spreadsheets know the encoding.
func Write(items []review.Item, scope Scope) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	row := make([]string, len(columns))
	for n, c := range columns {
		row[n] = c.head
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for _, i := range items {
		if i.Series != "" {
			i.Series = review.SeriesID(scope.Words(i.Series))
		}
		for n, c := range columns {
			row[n] = spreadsheet.Disarm(c.write(i))
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// Read returns the items of a table. The first row names the columns, in any
// order; 类别 and 名称 must be among them. scope says which series the words of
// 刊物 mean. It returns *text.Error for a file whose
// characters cannot be read, and *Error, which names every bad row by its line,
// for a table that cannot be taken in whole.
func Read(data []byte, scope Scope) ([]review.Item, error) {
	s, _, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(s))
	head, err := r.Read()
	if err != nil {
		return nil, failure(CodeForm, spreadsheet.LineOf(err))
	}
	order, err := heads(head)
	if err != nil {
		return nil, err
	}
	t := table{reader: r, order: order, scope: scope, bad: Error{Code: CodeTable}}
	return t.items()
}

// heads returns the columns that the first row names.
func heads(row []string) ([]column, error) {
	var order []column
	var named []string
	for _, cell := range row {
		head := strings.TrimSpace(spreadsheet.Arm(cell))
		n := slices.IndexFunc(columns, func(c column) bool { return c.head == head })
		if n < 0 || slices.Contains(named, head) {
			return nil, failure(CodeHead, 1, "name", cell)
		}
		order, named = append(order, columns[n]), append(named, head)
	}
	for _, c := range columns[:2] {
		if !slices.Contains(named, c.head) {
			return nil, failure(CodeNoHead, 1, "name", c.head)
		}
	}
	return order, nil
}

// table is a table that is being read.
type table struct {
	reader *csv.Reader
	order  []column
	scope  Scope
	bad    Error
	seen   []review.Item
}

func (t *table) items() ([]review.Item, error) {
	for {
		row, err := t.reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, csv.ErrFieldCount) {
			return nil, failure(CodeForm, spreadsheet.LineOf(err))
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
		return nil, &t.bad
	}
	return t.seen, nil
}

func (t *table) row(line int, row []string) {
	var i review.Item
	sound := true
	for n, c := range t.order {
		cell := strings.TrimSpace(spreadsheet.Arm(row[n]))
		if !c.read(&i, cell) {
			t.bad.Add(CodeCell, line, "name", c.head, "value", cell)
			sound = false
		}
	}
	words := string(i.Series)
	series, known := t.scope.Series(words)
	if i.Series = series; !known {
		t.bad.Add(CodeCell, line, "name", seriesHead, "value", words)
	}
	if !sound || !known {
		return
	}
	for _, p := range i.Validate() {
		p.Args["row"] = strconv.Itoa(line)
		t.bad.Problems = append(t.bad.Problems, p)
	}
	if slices.ContainsFunc(t.seen, i.Says) {
		t.bad.Add(review.CodeItemTwice, line, "name", i.Name)
	}
	t.seen = append(t.seen, i)
}
