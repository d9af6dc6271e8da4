package relational

import (
	"database/sql"
	"fmt"
	"strings"
)

// question is what a table is asked for.
type question struct {
	table   string
	n       string // the column that numbers rows, "0" where there is none
	columns []string
	numbers []bool // which of the columns hold an int64
	tail    string // what comes after the name of the table
	args    []any
}

// question returns what asks for the rows that tail selects.
func (t table[T]) question(tail string, args []any) question {
	var none T
	q := question{table: t.name, n: "0", columns: t.columns, tail: tail, args: args}
	if t.numbered {
		q.n = "n"
	}
	for _, v := range t.values(none) {
		_, number := v.(int64)
		q.numbers = append(q.numbers, number)
	}
	return q
}

// statement asks for the number, the columns, the record and the sum of each row.
func (q question) statement() string {
	return fmt.Sprintf("SELECT %s, %s, record, sum FROM %s %s", q.n, strings.Join(q.columns, ", "), q.table, q.tail)
}

// key is the same only for the same question.
func (q question) key() string { return fmt.Sprintf("%s %s %#v", q.table, q.tail, q.args) }

// ask returns the answer to a question, which a transaction gives itself if it
// knows it.
func (tx *Tx) ask(q question) ([]stored, error) {
	if tx.heard != nil {
		tx.heard.asked = append(tx.heard.asked, q)
		return nil, nil
	}
	if tx.recall != nil {
		if rows, known := tx.recall.answers[q.key()]; known {
			return rows, nil
		}
	}
	var rows []stored
	err := tx.read(q, func(row stored) error {
		rows = append(rows, row)
		return nil
	})
	if err == nil && tx.recall != nil {
		tx.recall.keep(q, rows)
	}
	return rows, err
}

// read calls f with every row of the answer.
func (tx *Tx) read(q question, f func(stored) error) error {
	rows, err := tx.query(q.statement(), q.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		row, err := scan(rows, len(q.columns))
		if err != nil {
			return tx.dialect.Translate(err)
		}
		if err := f(row); err != nil {
			return err
		}
	}
	return tx.dialect.Translate(rows.Err())
}

// stored is a row as it was read.
type stored struct {
	n         int64 // 0 in a table that has no such column
	columns   []any
	data, sum []byte
}

// scan reads a row of count columns, after those that into takes.
func scan(rows *sql.Rows, count int, into ...any) (stored, error) {
	row := stored{columns: make([]any, count)}
	into = append(into, &row.n)
	for i := range row.columns {
		into = append(into, &row.columns[i])
	}
	err := rows.Scan(append(into, &row.data, &row.sum)...)
	for i, c := range row.columns {
		row.columns[i] = scanned(c)
	}
	return row, err
}
