package relational

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"jianbao/review"
)

// The codes of what Check finds.
const (
	CodeRow        = "relational.row"        // a record is not what was written: table, row
	CodeText       = "relational.text"       // a text is not what was written: hash
	CodeOrphan     = "relational.orphan"     // rows belong to drafts that are not there: table, count
	CodeUnreadable = "relational.unreadable" // a table could not be read to its end: table, detail
)

// Codes lists every code of this package that reaches people.
func Codes() []string { return []string{CodeRow, CodeText, CodeOrphan, CodeUnreadable} }

// Check reads every row of every table and compares it with its checksum and
// its columns. Indexes, rights and the shape of tables are the engine's own.
func Check(ctx context.Context, conn Conn, d Dialect) ([]review.Finding, error) {
	tx := NewTx(conn, d)
	var found []review.Finding
	for _, t := range Tables() {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		more, err := t.check(tx)
		found = append(found, more...)
		if errors.Is(err, review.ErrDamaged) {
			found = append(found, finding(CodeUnreadable, "table", t.Name, "detail", err.Error()))
		} else if err != nil {
			return found, err
		}
	}
	return found, nil
}

func (t Table) check(tx *Tx) ([]review.Finding, error) {
	found, err := t.keeper.audit(tx)
	if err != nil || tx.dialect.ForeignKeys || !t.keeper.belongs() {
		return found, err
	}
	n, err := tx.number(fmt.Sprintf("SELECT count(*) FROM %s WHERE NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.id = %[1]s.draft)", t.Name))
	if n > 0 {
		found = append(found, finding(CodeOrphan, "table", t.Name, "count", strconv.FormatInt(n, 10)))
	}
	return found, err
}

func finding(code string, args ...string) review.Finding {
	f := review.Finding{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	return f
}

// audit reports the records that are not what was written.
func (t table[T]) audit(tx *Tx) ([]review.Finding, error) {
	var found []review.Finding
	row := 0
	err := t.each(tx, "", nil, func(r stored, _ T, err error) error {
		row++
		if errors.Is(err, review.ErrDamaged) {
			f := finding(CodeRow, "table", t.name, "row", strconv.Itoa(row))
			f.Draft = t.draftOf(r.columns)
			found = append(found, f)
			return nil
		}
		return err
	})
	return found, err
}

// draftOf returns the draft that a row says it belongs to, if it says so.
func (t table[T]) draftOf(columns []any) review.DraftID {
	for i, name := range t.columns {
		if name == "draft" || t.name == draftsTable.name && name == "id" {
			return review.DraftID(fmt.Sprint(columns[i]))
		}
	}
	return ""
}
