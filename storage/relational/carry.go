package relational

import (
	"fmt"
	"slices"
	"strings"
)

// PutRow writes a row that Rows returned, maybe of another engine, under the
// same key. It reports whether it did: a row that is there stays as it is. It
// returns review.ErrDamaged for a row that no table ever held.
func (tx *Tx) PutRow(t Table, row Row) (added bool, err error) {
	n, err := tx.PutRows(t, []Row{row})
	return n > 0, err
}

// PutRows is PutRow for some hundred rows in one statement; it returns how many
// were not there yet.
func (tx *Tx) PutRows(t Table, rows []Row) (added int64, err error) {
	if len(rows) == 0 {
		return 0, nil
	}
	var tuples []string
	var args []any
	for _, row := range rows {
		filled, err := t.keeper.fill(row)
		if err != nil {
			return 0, err
		}
		tuples = append(tuples, tuple(len(args), len(filled)))
		args = append(args, filled...)
	}
	return tx.exec(t.Name, fmt.Sprintf("INSERT INTO %s (%s) VALUES %s %s",
		t.Name, strings.Join(t.Columns, ", "), strings.Join(tuples, ", "), unlessThere), args...)
}

// ReplaceRow puts a row in the place of the one with the same key. It returns
// review.ErrNotFound if there is none.
func (tx *Tx) ReplaceRow(t Table, row Row) error {
	filled, err := t.keeper.fill(row)
	if err != nil {
		return err
	}
	var sets []string
	var args []any
	for i, c := range t.Columns {
		if !slices.Contains(t.Key, c) {
			args = append(args, filled[i])
			sets = append(sets, fmt.Sprintf("%s = $%d", c, len(args)))
		}
	}
	where := t.at(len(args))
	n, err := tx.exec(t.Name, fmt.Sprintf("UPDATE %s SET %s WHERE %s", t.Name, strings.Join(sets, ", "), where), append(args, row.Key...)...)
	if err == nil && n == 0 {
		return orNotFound(nil)
	}
	return err
}

// RowsOf returns those of some hundred rows that are there, in any order. It
// returns review.ErrDamaged if one of them is not what was written.
func (tx *Tx) RowsOf(t Table, keys [][]any) ([]Row, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	var where []string
	var args []any
	for _, key := range keys {
		where = append(where, t.at(len(args)))
		args = append(args, key...)
	}
	return t.keeper.read(tx, "WHERE "+strings.Join(where, " OR "), args)
}

// Empty deletes every row of a table, where the engine allows it.
func (tx *Tx) Empty(t Table) error {
	_, err := tx.exec(t.Name, "DELETE FROM "+t.Name)
	return err
}

// at is the condition that a row has a key whose values come after used
// arguments.
func (t Table) at(used int) string {
	return fmt.Sprintf("(%s) = %s", strings.Join(t.Key, ", "), tuple(used, len(t.Key)))
}

// tuple is ($4, $5, $6) for three values after three.
func tuple(used, count int) string {
	return "(" + strings.Join(placeholders(used + count)[used:], ", ") + ")"
}
