package move

import (
	"crypto/sha256"
	"fmt"

	"jianbao/storage/relational"
)

// kind is what may become of the rows of a table.
type kind int

const (
	lasting kind = iota // they neither change nor go
	living              // they change
	passing             // they change and go
	left                // they say who is at work now, and are not copied
)

var kinds = map[string]kind{
	"texts": lasting, "revisions": lasting, "signoffs": lasting, "falls": lasting, "decisions": lasting,
	"events": lasting, "steps": lasting, "signatures": lasting,
	"people": living, "series": living, "drafts": living, "demands": living, "comments": living, "looks": living,
	"ledger": living, "dismissals": living, "tallies": living, "keys": living, "tries": living,
	"workings": passing, "items": passing,
	"sessions": left, "leases": left,
}

// carried lists the tables that are copied, each after those it refers to.
func carried() []relational.Table {
	var tables []relational.Table
	for _, t := range relational.Tables() {
		if kinds[t.Name] != left {
			tables = append(tables, t)
		}
	}
	return tables
}

// content is how many rows a table has and a sum over all of them, in whatever
// order they come: two tables with the same rows have the same.
type content struct {
	rows int64
	sum  [sha256.Size]byte
}

func (c *content) add(rows []relational.Row) {
	for _, row := range rows {
		h := sha256.New()
		fmt.Fprintf(h, "%q", row.Key) // never fails
		h.Write(row.Record)
		for i, b := range h.Sum(nil) {
			c.sum[i] ^= b
		}
		c.rows++
	}
}

// pageSize is how many rows are read and written at once.
const pageSize = 200

// pages calls f with all rows of a table, some at a time.
func pages(tx *relational.Tx, t relational.Table, f func([]relational.Row) error) error {
	var after []any
	for {
		page, err := tx.Rows(t, after, pageSize)
		if err != nil || len(page) == 0 {
			return err
		}
		if err := f(page); err != nil {
			return err
		}
		after = page[len(page)-1].Key
	}
}
