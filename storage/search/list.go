package search

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
)

// A spot is a character of an indexed text: its row, its column and its place
// in that. Spots sort in this order.
type spot uint64

// A column has room for 268 million characters, far more than memory has.
const (
	placeBits  = 28
	columnBits = 3
)

func spotAt(row int64, column, place int) spot {
	return spot(row)<<(columnBits+placeBits) | spot(column)<<placeBits | spot(place)
}

func (s spot) row() int64  { return int64(s >> (columnBits + placeBits)) }
func (s spot) column() int { return int(s>>placeBits) & (1<<columnBits - 1) }
func (s spot) place() int  { return int(s) & (1<<placeBits - 1) }
func (s spot) unit() spot  { return s >> placeBits }

// list is the spots of a gram, in order. One in the same column of the same row
// as the spot before is how much farther it stands, doubled. Any other is how
// many rows farther, with one bit for a column that is not the first and one
// that tells it from the former; that column, if so; and its place, unless the
// list is bare: then all are the first of their column.
type list struct {
	bare bool
	data []byte
	last spot
}

func (l *list) add(s spot) {
	if s.unit() == l.last.unit() {
		l.data = binary.AppendUvarint(l.data, uint64(s-l.last)<<1)
		l.last = s
		return
	}
	head, column := uint64(s.row()-l.last.row())<<2|1, s.column()
	if column > 0 {
		l.data = append(binary.AppendUvarint(l.data, head|2), byte(column))
	} else {
		l.data = binary.AppendUvarint(l.data, head)
	}
	if !l.bare {
		l.data = binary.AppendUvarint(l.data, uint64(s.place()))
	}
	l.last = s
}

// errList says that a list cannot be read.
var errList = errors.New("search: a list is damaged")

// reader reads a list.
type reader struct {
	bare bool
	data []byte
	last spot
}

// next returns the next spot; it is not ok at the end. A damaged list was told
// from a sound one before, by its sum.
func (r *reader) next() (s spot, ok bool) {
	if len(r.data) == 0 {
		return 0, false
	}
	head := r.uvarint()
	if head&1 == 0 {
		r.last += spot(head >> 1)
		return r.last, true
	}
	column := 0
	if head&2 != 0 && len(r.data) > 0 {
		column, r.data = int(r.data[0]), r.data[1:]
	}
	place := 0
	if !r.bare {
		place = int(r.uvarint())
	}
	r.last = spotAt(r.last.row()+int64(head>>2), column, place)
	return r.last, true
}

func (r *reader) uvarint() uint64 {
	if len(r.data) > 0 && r.data[0] < 0x80 {
		v := r.data[0]
		r.data = r.data[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.data)
	r.data = r.data[max(n, min(1, len(r.data))):]
	return v
}

// piece is a list of a gram as it is stored, and where it belongs in the phrase
// asked for.
type piece struct {
	bare bool
	data []byte
	at   int
}

// spots returns where a phrase would begin that has the piece.
func (p piece) spots() []spot {
	all := make([]spot, 0, len(p.data)/2)
	r := reader{bare: p.bare, data: p.data}
	for s, ok := r.next(); ok; s, ok = r.next() {
		if s.place() >= p.at {
			all = append(all, s-spot(p.at))
		}
	}
	return all
}

// retain keeps of the spots those at which a phrase would begin that has the
// piece too.
func (p piece) retain(all []spot) []spot {
	kept, later := all[:0], spot(p.at)
	r := reader{bare: p.bare, data: p.data}
	s, ok := r.next()
	for _, want := range all {
		for ok && s < want+later {
			s, ok = r.next()
		}
		if !ok {
			break
		}
		if s == want+later {
			kept = append(kept, want)
		}
	}
	return kept
}

// meet returns those of the spots at which a phrase begins that has all the
// pieces; nil is everywhere.
func meet(pieces []piece, all []spot) []spot {
	slices.SortFunc(pieces, func(a, b piece) int { return len(a.data) - len(b.data) })
	if all == nil {
		all, pieces = pieces[0].spots(), pieces[1:]
	}
	for _, p := range pieces {
		all = p.retain(all)
	}
	return all
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

const sumSize = 2

// sealed is a list with half of the sum over it and its key behind it: there are
// many, and short. The sum of all sums is whole, see known.
func sealed(key int64, data []byte) (stored []byte, sum uint32) {
	sum = sumOf(key, data)
	return binary.BigEndian.AppendUint16(data, uint16(sum)), sum
}

// unsealed returns the list that sealed stored, or errList.
func unsealed(key int64, stored []byte) (data []byte, sum uint32, err error) {
	if len(stored) < sumSize {
		return nil, 0, errList
	}
	data, end := stored[:len(stored)-sumSize], stored[len(stored)-sumSize:]
	sum = sumOf(key, data)
	if uint16(sum) != binary.BigEndian.Uint16(end) {
		return nil, 0, errList
	}
	return data, sum, nil
}

func sumOf(key int64, data []byte) uint32 {
	var head [8]byte
	binary.BigEndian.PutUint64(head[:], uint64(key))
	return crc32.Update(crc32.Checksum(head[:], castagnoli), castagnoli, data)
}
