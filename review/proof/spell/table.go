package spell

import (
	"math"
	"math/bits"
)

// order is how many characters the longest counted sequence has.
const order = 5

// idBits is the width of the number of a character: five of them and the length
// of the sequence fit into 64 bits.
const idBits = 12

// Sequence is a run of up to five characters by their numbers, the last one in
// the lowest bits, with a mark above the first one.
type Sequence uint64

// SequenceOf returns the sequence of one to five characters.
func SequenceOf(ids []uint16) Sequence {
	s := Sequence(1)
	for _, id := range ids {
		s = s<<idBits | Sequence(id)
	}
	return s
}

// A slot of the table holds nineteen bits of a hash and five of a level; a slot
// of 0 is empty.
const (
	levelBits = 5
	levels    = 1 << levelBits
	step      = 1.5 // between the counts of two levels
)

// counts are the counts that levels stand for; level 0 stands for none.
var counts = func() (c [levels]float64) {
	for i := 1; i < levels; i++ {
		c[i] = math.Pow(step, float64(i-1))
	}
	return c
}()

// levelOf returns the level nearest to a count of at least one.
func levelOf(count float64) uint32 {
	return uint32(min(levels-1, max(1, 1+math.Round(math.Log(count)/math.Log(step)))))
}

// table holds how often sequences of two to five characters stand in the
// training text, closely enough. A slot takes three bytes; one sequence in some
// ten thousand that never stood there is taken for another one.
type table []byte

const slotSize = 3

func newTable(slots int) table { return make(table, slots*slotSize) }

func mix(s Sequence) uint64 {
	x := uint64(s) * 0x9e3779b97f4a7c15
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	return x ^ x>>32
}

// home returns the byte to begin at and the bits of the hash kept there.
func (t table) home(s Sequence) (at int, print uint32) {
	x := mix(s)
	slots := uint64(len(t) / slotSize)
	return int(x>>32*slots>>32) * slotSize, uint32(x) & (1<<24 - 1) &^ (levels - 1)
}

func (t table) at(i int) uint32 { return uint32(t[i]) | uint32(t[i+1])<<8 | uint32(t[i+2])<<16 }

func (t table) next(i int) int {
	if i += slotSize; i == len(t) {
		return 0
	}
	return i
}

// level returns the level of a sequence, 0 if it does not stand in the training
// text. From the home of a sequence to its own slot the bits of hashes only
// fall, so that most of what does not stand there is soon known not to.
func (t table) level(s Sequence) int {
	i, print := t.home(s)
	for slot := t.at(i); slot != 0 && slot&^(levels-1) >= print; slot = t.at(i) {
		if slot&^(levels-1) == print {
			return int(slot & (levels - 1))
		}
		i = t.next(i)
	}
	return 0
}

// put stores a sequence; the table must have an empty slot besides.
func (t table) put(s Sequence, count float64) {
	i, print := t.home(s)
	slot := print | levelOf(count)
	for old := t.at(i); old != 0; old = t.at(i) {
		if old&^(levels-1) < slot&^(levels-1) {
			t.set(i, slot)
			slot = old
		}
		i = t.next(i)
	}
	t.set(i, slot)
}

func (t table) set(i int, slot uint32) {
	t[i], t[i+1], t[i+2] = byte(slot), byte(slot>>8), byte(slot>>16)
}

// isFull reports whether no slot is empty, where a search might not end.
func (t table) isFull() bool {
	for i := 0; i < len(t); i += slotSize {
		if t.at(i) == 0 {
			return false
		}
	}
	return true
}

// Word returns the sequence that stands for these characters as a word of the
// lexicon.
func (s Sequence) Word() Sequence { return s | 1<<63 }

// Len returns how many characters the sequence has.
func (s Sequence) Len() int { return (bits.Len64(uint64(s)) - 1) / idBits }
