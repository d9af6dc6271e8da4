package relational

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"jianbao/review"
)

// Table names a table of records or texts.
type Table struct {
	Name    string
	Columns []string // all of them
	Key     []string // those that tell its rows apart
	keeper  keeper
}

// keeper reads and writes the rows of a table, whatever they hold.
type keeper interface {
	audit(*Tx) ([]review.Finding, error)
	belongs() bool // its rows belong to drafts
	read(tx *Tx, tail string, args []any) ([]Row, error)
	fill(Row) ([]any, error) // what Table.Columns hold
}

// Row is a row of a table as it goes from one database to another. All other
// columns follow from its record.
type Row struct {
	Key    []any  // what Table.Key names: strings and int64s
	Record []byte // or the text
}

// Tables lists every table, each after those its rows refer to.
func Tables() []Table {
	return []Table{
		peopleTable.table(), seriesTable.table(), draftsTable.table(),
		{"texts", []string{"hash", "body"}, []string{"hash"}, texts{}}, revisionsTable.table(), workingsTable.table(),
		signOffsTable.table(), fallsTable.table(), demandsTable.table(), commentsTable.table(), decisionsTable.table(), looksTable.table(),
		ledgerTable.table(), eventsTable.table(), itemsTable.table(), dismissalsTable.table(), talliesTable.table(), stepsTable.table(),
		keysTable.table(), signaturesTable.table(), triesTable.table(), sessionsTable.table(), leasesTable.table(),
	}
}

// table is t for those who do not know what it keeps.
func (t table[T]) table() Table {
	if t.numbered {
		return Table{t.name, append([]string{"n"}, t.all()...), []string{"n"}, t}
	}
	return Table{t.name, t.all(), t.key, t}
}

// Rows returns the next rows of a table after the one with a key, at most limit,
// in the order in which the engine puts keys; with a nil key from the first one.
// It returns review.ErrDamaged if one of them is not what was written.
func (tx *Tx) Rows(t Table, after []any, limit int) ([]Row, error) {
	key, where := strings.Join(t.Key, ", "), ""
	if len(after) > 0 {
		where = fmt.Sprintf("WHERE (%s) > (%s) ", key, strings.Join(placeholders(len(after)), ", "))
	}
	args := append(slices.Clone(after), limit)
	return t.keeper.read(tx, fmt.Sprintf("%sORDER BY %s LIMIT $%d", where, key, len(args)), args)
}

// Row returns the row with a key, or review.ErrNotFound or ErrDamaged.
func (tx *Tx) Row(t Table, key []any) (Row, error) {
	where := fmt.Sprintf("WHERE (%s) = (%s)", strings.Join(t.Key, ", "), strings.Join(placeholders(len(key)), ", "))
	found, err := t.keeper.read(tx, where, key)
	if err != nil || len(found) == 0 {
		return Row{}, orNotFound(err)
	}
	return found[0], nil
}

// Count returns how many rows a table has.
func (tx *Tx) Count(t Table) (int64, error) { return tx.number("SELECT count(*) FROM " + t.Name) }

func (t table[T]) belongs() bool { return t.draft != nil }

func (t table[T]) read(tx *Tx, tail string, args []any) ([]Row, error) {
	var found []Row
	err := t.each(tx, tail, args, func(row stored, v T, err error) error {
		found = append(found, Row{t.keyOf(row.n, v), row.data})
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// keyOf takes the key from the record: columns may hold it in another form.
func (t table[T]) keyOf(n int64, v T) []any {
	if t.numbered {
		return []any{n}
	}
	var key []any
	for i, value := range t.values(v) {
		if slices.Contains(t.key, t.columns[i]) {
			key = append(key, value)
		}
	}
	return key
}

func (t table[T]) fill(row Row) ([]any, error) {
	v, err := t.codec.Decode(row.Record)
	if err != nil {
		return nil, fmt.Errorf("%s %v: %w", t.name, row.Key, err)
	}
	n, _ := row.Key[0].(int64)
	if !slices.Equal(t.keyOf(n, v), row.Key) {
		return nil, fmt.Errorf("%w: %s %v: key", review.ErrDamaged, t.name, row.Key)
	}
	sum := sha256.Sum256(row.Record)
	filled := append(t.values(v), row.Record, sum[:])
	if t.numbered {
		filled = append([]any{n}, filled...)
	}
	return filled, nil
}
