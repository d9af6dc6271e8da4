package relational

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/record"
)

// table describes how the records of one noun are kept: each as its stored form
// and the SHA-256 of that, beside columns that repeat what is searched by.
type table[T any] struct {
	name     string
	numbered bool     // has a column n, which says in which order rows were written
	key      []string // the columns that say it where there is no n
	columns  []string
	values   func(T) []any // what the columns hold: only strings and int64s
	codec    record.Codec[T]
	draft    func(T) review.DraftID // the draft that must be there; nil if none
}

// is is one condition on a row: the column has the value.
type is struct {
	column string
	value  any
}

// row returns what is stored for v: the columns, the record, its sum.
func (t table[T]) row(v T) ([]any, error) {
	data, err := t.codec.Encode(v)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	return append(t.values(v), data, sum[:]), nil
}

// all names every column that row fills.
func (t table[T]) all() []string {
	return append(slices.Clone(t.columns), "record", "sum")
}

// insert returns review.ErrExists for a row that a unique index forbids.
func (t table[T]) insert(tx *Tx, v T) error {
	n, err := t.insertOr(tx, v, unlessThere)
	if err == nil && n == 0 {
		return fmt.Errorf("%w: %s", review.ErrExists, t.name)
	}
	return err
}

// upsert inserts, or replaces the row that has the same values in key.
func (t table[T]) upsert(tx *Tx, v T, key ...string) error {
	var sets []string
	for _, c := range t.all() {
		sets = append(sets, c+" = excluded."+c)
	}
	_, err := t.insertOr(tx, v, fmt.Sprintf("ON CONFLICT (%s) DO UPDATE SET %s", strings.Join(key, ", "), strings.Join(sets, ", ")))
	return err
}

// insertOr returns how many rows were written. The number of a row is one more
// than the highest, without a sequence, which would leave gaps.
func (t table[T]) insertOr(tx *Tx, v T, conflict string) (int64, error) {
	args, err := t.row(v)
	if err != nil {
		return 0, err
	}
	if t.draft != nil {
		tx.needs(t.draft(v))
	}
	columns, values := t.all(), placeholders(len(args))
	if t.numbered {
		columns = append(columns, "n")
		values = append(values, fmt.Sprintf("(SELECT coalesce(max(n), 0) + 1 FROM %s)", t.name))
	}
	return tx.exec(t.name, insertion(t.name, columns, values, conflict), args...)
}

func insertion(table string, columns, values []string, conflict string) string {
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) %s", table, strings.Join(columns, ", "), strings.Join(values, ", "), conflict)
}

// unlessThere has an insertion write nothing where a unique index forbids it. An
// error would end the transaction on some engines.
const unlessThere = "ON CONFLICT DO NOTHING"

// update replaces the row for which the conditions hold. It returns
// review.ErrNotFound if there is none.
func (t table[T]) update(tx *Tx, v T, where ...is) error {
	args, err := t.row(v)
	if err != nil {
		return err
	}
	var sets, conditions []string
	for i, c := range t.all() {
		sets = append(sets, fmt.Sprintf("%s = $%d", c, i+1))
	}
	for _, w := range where {
		args = append(args, w.value)
		conditions = append(conditions, fmt.Sprintf("%s = $%d", w.column, len(args)))
	}
	n, err := tx.exec(t.name, fmt.Sprintf("UPDATE %s SET %s WHERE %s",
		t.name, strings.Join(sets, ", "), strings.Join(conditions, " AND ")), args...)
	if err == nil && n == 0 {
		return review.ErrNotFound
	}
	return err
}

// get returns the first row of list, or review.ErrNotFound.
func (t table[T]) get(tx *Tx, tail string, args ...any) (T, error) {
	found, err := t.list(tx, tail+" LIMIT 1", args...)
	if err != nil || len(found) == 0 {
		var none T
		if tx.heard != nil {
			return none, nil // so that f goes on
		}
		return none, orNotFound(err)
	}
	return found[0], nil
}

func orNotFound(err error) error {
	if err == nil {
		return review.ErrNotFound
	}
	return err
}

// list returns the rows that the rest of the query selects, or
// review.ErrDamaged if one of them is not what was written. A transaction that
// knows the answer does not ask.
func (t table[T]) list(tx *Tx, tail string, args ...any) ([]T, error) {
	if !askable(args) {
		return nil, nil
	}
	rows, err := tx.ask(t.question(tail, args))
	if err != nil {
		return nil, err
	}
	var found []T
	for _, row := range rows {
		v, err := t.open(tx, row)
		if err != nil {
			return nil, err
		}
		found = append(found, v)
	}
	return found, nil
}

// sound is list, but it goes on past damage: the sound rows come back together
// with review.ErrDamaged.
func (t table[T]) sound(tx *Tx, tail string, args ...any) ([]T, error) {
	var found []T
	var damage error
	err := t.each(tx, tail, args, func(_ stored, v T, err error) error {
		if errors.Is(err, review.ErrDamaged) {
			damage = errors.Join(damage, err)
			return nil
		}
		found = append(found, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, damage
}

// each calls f with every row and the record in it, or the reason why it cannot
// be read. f asks the database nothing.
func (t table[T]) each(tx *Tx, tail string, args []any, f func(row stored, v T, err error) error) error {
	if !askable(args) {
		return nil
	}
	return tx.read(t.question(tail, args), func(row stored) error {
		v, err := t.open(tx, row)
		return f(row, v, err)
	})
}

// open reads a record and compares it with its sum and its columns. It returns
// review.ErrDamaged unless all of them agree.
func (t table[T]) open(tx *Tx, row stored) (T, error) {
	var none T
	if got := sha256.Sum256(row.data); !bytes.Equal(got[:], row.sum) {
		return none, fmt.Errorf("%w: %s %v: checksum", review.ErrDamaged, t.name, row.columns)
	}
	v, err := t.codec.Decode(row.data)
	if err != nil {
		return none, fmt.Errorf("%s %v: %w", t.name, row.columns, err)
	}
	if !slices.Equal(tx.plain(t.values(v)), row.columns) {
		return none, fmt.Errorf("%w: %s %v: columns", review.ErrDamaged, t.name, row.columns)
	}
	return v, nil
}
