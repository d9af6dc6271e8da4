package search

import (
	"database/sql"
	"errors"
	"maps"
	"slices"
)

// batch gathers the grams of rows, to be written as one piece of every list.
type batch struct {
	lists map[gram]*list
	size  int // bytes, about
}

// fullBatch is how large a batch grows before it is written: one for 5,000
// issues. Two would take a tenth more of the disk, and longer to ask.
const fullBatch = 64 << 20

func newBatch() *batch { return &batch{lists: map[gram]*list{}} }

// add adds a row; rows come in the order of their numbers.
func (b *batch) add(number int64, r row) {
	for column, text := range r {
		place, before := 0, rune(-1)
		for _, c := range text {
			if c == '\n' {
				before = -1
				place++
				continue
			}
			if before >= 0 {
				b.put(pair(before, c), spotAt(number, column, place-1))
			}
			b.put(single(c), spotAt(number, column, 0))
			before = c
			place++
		}
	}
}

func (b *batch) put(g gram, s spot) {
	l := b.lists[g]
	if l == nil {
		l = &list{bare: g.bare()}
		b.lists[g] = l
	}
	if s == l.last {
		return // a character stands once for each column
	}
	was := len(l.data)
	l.add(s)
	b.size += len(l.data) - was
}

// keyOf is the number of the row of lists that has a piece of a gram's list.
func keyOf(g gram, piece int64) int64 { return int64(g)<<pieceBits | piece }

// pieceBits are few, so that a key takes seven bytes.
const pieceBits = 13

// mostPieces is how many there can be.
const mostPieces = 1 << pieceBits

// write stores the lists as a piece of that number, and forgets them. It returns
// how many there were and the sum of their sums.
func (b *batch) write(tx *sql.Tx, number int64) (count, sum int64, err error) {
	insert, err := tx.Prepare("INSERT INTO lists (key, list) VALUES (?, ?)")
	if err != nil {
		return 0, 0, err
	}
	for _, g := range slices.Sorted(maps.Keys(b.lists)) {
		key := keyOf(g, number)
		stored, one := sealed(key, b.lists[g].data)
		if _, err := insert.Exec(key, stored); err != nil {
			return 0, 0, errors.Join(err, insert.Close())
		}
		count, sum = count+1, sum+int64(one)
	}
	b.lists, b.size = map[gram]*list{}, 0
	return count, sum, insert.Close()
}
