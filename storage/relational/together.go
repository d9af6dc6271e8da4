package relational

import (
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianbao/review"
)

// errRehearsal is what f is answered while Together learns what it asks.
var errRehearsal = errors.New("relational: nothing is asked or written yet")

// rehearsal implements Conn for a transaction in which f is only heard. What it
// asks tables for is noted and answered with nothing; anything else is refused.
type rehearsal struct{ asked []question }

// Query implements Conn.
func (*rehearsal) Query(string, ...any) (*sql.Rows, error) { return nil, errRehearsal }

// Exec implements Conn.
func (*rehearsal) Exec(string, ...any) (sql.Result, error) { return nil, errRehearsal }

// Together implements review.Tx. Where a statement is a long way, all that f asks
// is fetched by one.
func (tx *Tx) Together(f func(review.Tx) error) error {
	if tx.recall == nil {
		return f(tx)
	}
	if err := tx.fetch(heard(f)); err != nil {
		return err
	}
	return f(tx)
}

// heard returns what f asks.
func heard(f func(review.Tx) error) []question {
	r := &rehearsal{}
	tx := NewTx(r, Dialect{Kind: func(error) error { return nil }})
	tx.heard = r
	_ = f(tx) // what it makes of empty answers is of no interest
	return r.asked
}

// fetch asks, at once, those questions whose answers are not known yet.
func (tx *Tx) fetch(asked []question) error {
	seen := map[string]bool{}
	asked = slices.DeleteFunc(asked, func(q question) bool {
		_, known := tx.recall.answers[q.key()]
		again := seen[q.key()]
		seen[q.key()] = true
		return known || again
	})
	if len(asked) < 2 {
		return nil // it asks for itself
	}
	statement, args := union(asked)
	rows, err := tx.query(statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	answers := make([][]stored, len(asked))
	for width := widest(asked); rows.Next(); {
		var which, place int64
		row, err := scan(rows, width.texts+width.numbers, &which, &place)
		if err != nil {
			return tx.dialect.Translate(err)
		}
		row.columns = width.pick(asked[which], row.columns)
		answers[which] = append(answers[which], row)
	}
	if err := rows.Err(); err != nil {
		return tx.dialect.Translate(err)
	}
	for i, q := range asked {
		tx.recall.keep(q, answers[i])
	}
	return nil
}

// width is how many columns of each type the answers to several questions have
// room for.
type width struct{ texts, numbers int }

func widest(asked []question) (w width) {
	for _, q := range asked {
		numbers := 0
		for _, number := range q.numbers {
			if number {
				numbers++
			}
		}
		w.numbers, w.texts = max(w.numbers, numbers), max(w.texts, len(q.columns)-numbers)
	}
	return w
}

// union is one statement for several questions. Each row says which question it
// answers and in which place; the columns of texts come before those of numbers.
func union(asked []question) (statement string, args []any) {
	var branches []string
	for i, q := range asked {
		branches = append(branches, fmt.Sprintf("SELECT * FROM (SELECT %d AS which, %s AS place, %s AS n, %s, record, sum FROM %s %s) AS q%[1]d",
			i, q.place(), q.n, strings.Join(widest(asked).spread(q), ", "), q.table, later(q.tail, len(args))))
		args = append(args, q.args...)
	}
	return strings.Join(branches, " UNION ALL ") + " ORDER BY 1, 2", args
}

// place numbers the rows as the question wants them.
func (q question) place() string {
	order := ""
	if at := strings.LastIndex(q.tail, "ORDER BY"); at >= 0 {
		order, _, _ = strings.Cut(q.tail[at:], " LIMIT")
	}
	return "row_number() OVER (" + order + ")"
}

// spread puts the columns of a question where its answer has room for them.
func (w width) spread(q question) []string {
	texts, numbers := slices.Repeat([]string{"''"}, w.texts), slices.Repeat([]string{"0"}, w.numbers)
	t, n := 0, 0
	for i, column := range q.columns {
		if q.numbers[i] {
			numbers[n] = column
			n++
		} else {
			texts[t] = column
			t++
		}
	}
	all := append(texts, numbers...)
	for i := range all {
		all[i] += " AS c" + strconv.Itoa(i)
	}
	return all
}

// pick is the opposite of spread.
func (w width) pick(q question, all []any) []any {
	columns := make([]any, len(q.columns))
	t, n := 0, w.texts
	for i := range columns {
		if q.numbers[i] {
			columns[i] = all[n]
			n++
		} else {
			columns[i] = all[t]
			t++
		}
	}
	return columns
}

var placeholder = regexp.MustCompile(`\$\d+`)

// later makes placeholders come after used arguments.
func later(tail string, used int) string {
	return placeholder.ReplaceAllStringFunc(tail, func(p string) string {
		n, _ := strconv.Atoi(p[1:]) // digits, as the expression says
		return "$" + strconv.Itoa(used+n)
	})
}
