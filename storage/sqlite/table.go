package sqlite

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
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
	name    string
	columns []string
	values  func(T) []any // what the columns hold: only strings and int64s
	codec   record.Codec[T]
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
func (t table[T]) insert(tx *sql.Tx, v T) error {
	return t.insertOr(tx, v, "")
}

// upsert inserts, or replaces the row that has the same values in key.
func (t table[T]) upsert(tx *sql.Tx, v T, key ...string) error {
	var sets []string
	for _, c := range t.all() {
		sets = append(sets, c+" = excluded."+c)
	}
	return t.insertOr(tx, v, fmt.Sprintf("ON CONFLICT (%s) DO UPDATE SET %s", strings.Join(key, ", "), strings.Join(sets, ", ")))
}

func (t table[T]) insertOr(tx *sql.Tx, v T, conflict string) error {
	args, err := t.row(v)
	if err != nil {
		return err
	}
	_, err = tx.Exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s) %s",
		t.name, strings.Join(t.all(), ", "), strings.Repeat(", ?", len(args)-1), conflict), args...)
	return translate(err)
}

// update replaces the row for which the condition holds. It returns
// review.ErrNotFound if there is none.
func (t table[T]) update(tx *sql.Tx, v T, where string, key ...any) error {
	args, err := t.row(v)
	if err != nil {
		return err
	}
	res, err := tx.Exec(fmt.Sprintf("UPDATE %s SET %s = ? WHERE %s",
		t.name, strings.Join(t.all(), " = ?, "), where), append(args, key...)...)
	if err != nil {
		return translate(err)
	}
	if n, err := res.RowsAffected(); err != nil || n > 0 {
		return translate(err)
	}
	return review.ErrNotFound
}

// get returns the first row of list, or review.ErrNotFound.
func (t table[T]) get(tx *sql.Tx, tail string, args ...any) (T, error) {
	found, err := t.list(tx, tail+" LIMIT 1", args...)
	if err != nil || len(found) == 0 {
		var none T
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
// review.ErrDamaged if one of them is not what was written.
func (t table[T]) list(tx *sql.Tx, tail string, args ...any) ([]T, error) {
	var found []T
	err := t.each(tx, tail, args, func(_ []any, v T, err error) error {
		found = append(found, v)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// sound is list, but it goes on past damage: the sound rows come back together
// with review.ErrDamaged.
func (t table[T]) sound(tx *sql.Tx, tail string, args ...any) ([]T, error) {
	var found []T
	var damage error
	err := t.each(tx, tail, args, func(_ []any, v T, err error) error {
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

// each calls f with the columns of every row and the record, or the reason why
// it cannot be read.
func (t table[T]) each(tx *sql.Tx, tail string, args []any, f func(columns []any, v T, err error) error) error {
	rows, err := tx.Query(fmt.Sprintf("SELECT %s FROM %s %s", strings.Join(t.all(), ", "), t.name, tail), args...)
	if err != nil {
		return translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		columns, data, sum, err := t.scan(rows)
		if err != nil {
			return translate(err)
		}
		v, err := t.open(columns, data, sum)
		if err := f(columns, v, err); err != nil {
			return err
		}
	}
	return translate(rows.Err())
}

func (t table[T]) scan(rows *sql.Rows) (columns []any, data, sum []byte, err error) {
	columns = make([]any, len(t.columns))
	into := make([]any, 0, len(columns)+2)
	for i := range columns {
		into = append(into, &columns[i])
	}
	err = rows.Scan(append(into, &data, &sum)...)
	return columns, data, sum, err
}

// open reads a record and compares it with its sum and its columns. It returns
// review.ErrDamaged unless all of them agree.
func (t table[T]) open(columns []any, data, sum []byte) (T, error) {
	var none T
	if got := sha256.Sum256(data); !bytes.Equal(got[:], sum) {
		return none, fmt.Errorf("%w: %s %v: checksum", review.ErrDamaged, t.name, columns)
	}
	v, err := t.codec.Decode(data)
	if err != nil {
		return none, fmt.Errorf("%s %v: %w", t.name, columns, err)
	}
	if !slices.Equal(t.values(v), columns) {
		return none, fmt.Errorf("%w: %s %v: columns", review.ErrDamaged, t.name, columns)
	}
	return v, nil
}
