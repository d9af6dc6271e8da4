package search

import (
	"context"
	"slices"
	"strings"

	"jianbao/review/find"
)

// rows returns the rows that hold every term.
func (x *Index) rows(ctx context.Context, f find.Field, terms []string) (rowSet, error) {
	var all rowSet
	for i, term := range terms {
		rows, err := x.rowsWith(ctx, f, term)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			all = rows
		} else {
			all = all.and(rows)
		}
	}
	return all, nil
}

// rowsWith returns the rows that hold one folded term.
func (x *Index) rowsWith(ctx context.Context, f find.Field, term string) (rowSet, error) {
	var rows rowSet
	if strings.Contains(term, border) {
		return rows, nil
	}
	begins, err := x.begins(ctx, term)
	if err != nil {
		return nil, faulty(err)
	}
	for _, all := range begins {
		for _, s := range all {
			if f == find.Anywhere || f == columns[s.column()] {
				rows.add(s.row())
			}
		}
	}
	for number, r := range x.shelf.waiting {
		if r.holds(f, term) {
			rows.add(number)
		}
	}
	return rows, nil
}

// together is how many grams are looked up before it is seen whether any row is
// left: enough for most terms; a page that was pasted has hundreds.
const together = 6

// begins returns where a term begins, by the number of the piece: all grams of a
// row are in pieces of one number.
func (x *Index) begins(ctx context.Context, term string) (begins map[int64][]spot, err error) {
	for grams := range slices.Chunk(gramsOf(term), together) {
		pieces := map[int64][]piece{}
		for _, g := range grams {
			if err := x.read(ctx, g, pieces); err != nil {
				return nil, err
			}
		}
		if begins = narrowed(begins, pieces, len(grams)); len(begins) == 0 {
			break
		}
	}
	return begins, nil
}

// narrowed keeps of the spots those at which all grams stand; nil is everywhere.
func narrowed(begins map[int64][]spot, pieces map[int64][]piece, grams int) map[int64][]spot {
	left := map[int64][]spot{}
	for number, own := range pieces {
		if before, some := begins[number]; len(own) == grams && (some || begins == nil) {
			if all := meet(own, before); len(all) > 0 {
				left[number] = all
			}
		}
	}
	return left
}

func (x *Index) read(ctx context.Context, g placed, pieces map[int64][]piece) error {
	rows, err := x.db.QueryContext(ctx, "SELECT key, list FROM lists WHERE key BETWEEN ? AND ?", keyOf(g.gram, 0), keyOf(g.gram+1, 0)-1)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		var stored []byte
		if err := rows.Scan(&key, &stored); err != nil {
			return err
		}
		data, _, err := unsealed(key, stored)
		if err != nil {
			return err
		}
		number := key - keyOf(g.gram, 0)
		pieces[number] = append(pieces[number], piece{g.gram.bare(), data, g.at})
	}
	return rows.Err()
}
