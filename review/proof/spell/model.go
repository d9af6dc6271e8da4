package spell

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"unicode"
)

// ErrModel says that a file is no model of this version.
var ErrModel = errors.New("spell: the model cannot be used")

// magic begins a model file.
const magic = "JBSPELL2"

// alphabetSize is one more than the characters that a model tells apart: number
// 0 is every other one.
const alphabetSize = 1 << idBits

// Model holds how often characters and sequences of them stand in the training
// text.
type Model struct {
	ids    map[rune]uint16
	runes  []rune
	single []float64 // counts by number
	table  table

	frequency []float64 // chance of each character by itself
	rest      []float64
}

// Fold returns the character that stands for a whole class in the model: one
// digit for all digits and one letter for all letters.
func Fold(r rune) rune {
	switch {
	case unicode.IsDigit(r):
		return '0'
	case r < 0x250 && unicode.IsLetter(r):
		return 'a'
	}
	return r
}

// NewModel returns a model with the counts of characters and of sequences;
// the same counts always make the same model.
func NewModel(runes []rune, single []float64, sequences map[Sequence]float64) *Model {
	m := &Model{runes: runes, single: single, table: newTable(len(sequences)*6/5 + 1)}
	for _, s := range slices.Sorted(maps.Keys(sequences)) {
		m.table.put(s, sequences[s])
	}
	m.index()
	return m
}

func (m *Model) index() {
	m.ids = make(map[rune]uint16, len(m.runes))
	total := 0.0
	for i, r := range m.runes {
		m.ids[r] = uint16(i)
		total += m.single[i] + 0.5
	}
	delete(m.ids, 0)
	m.frequency, m.rest = make([]float64, len(m.single)), make([]float64, len(m.single))
	for i, n := range m.single {
		m.frequency[i], m.rest[i] = (n+0.5)/total, rest(n)
	}
}

// Write writes the model so that readModel understands it.
func (m *Model) Write(w io.Writer) error {
	if _, err := io.WriteString(w, magic); err != nil {
		return err
	}
	single := make([]float32, len(m.single))
	for i, n := range m.single {
		single[i] = float32(n)
	}
	for _, part := range []any{uint32(len(m.runes)), uint32(len(m.table)), m.runes, single, []byte(m.table)} {
		if err := binary.Write(w, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return nil
}

// readModel reads a model. It returns ErrModel for anything else.
func readModel(data []byte) (*Model, error) {
	const head = len(magic) + 8
	if len(data) < head || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	n := int(binary.LittleEndian.Uint32(data[len(magic):]))
	size := int(binary.LittleEndian.Uint32(data[len(magic)+4:]))
	if n < 1 || n > alphabetSize || size < slotSize || size%slotSize != 0 || len(data) != head+8*n+size {
		return nil, fmt.Errorf("%w: %d bytes do not hold %d characters and a table of %d", ErrModel, len(data), n, size)
	}
	m := &Model{runes: make([]rune, n), single: make([]float64, n), table: table(data[head+8*n:])}
	if m.table.isFull() {
		return nil, fmt.Errorf("%w: its table has no end", ErrModel)
	}
	data = data[head:]
	for i := range n {
		m.runes[i] = rune(binary.LittleEndian.Uint32(data[4*i:]))
		m.single[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(data[4*(n+i):])))
	}
	m.index()
	return m, nil
}

// diversity is the power of the count of a context that stands for the number
// of different characters that may follow it, seen or not.
const diversity = 0.85

// rest returns how many times the next shorter sequence counts besides what
// was seen of a context.
func rest(before float64) float64 { return math.Pow(before, diversity) }

// rests are the rests of the counts that levels stand for.
var rests = func() (r [levels]float64) {
	for i := 1; i < levels; i++ {
		r[i] = rest(counts[i])
	}
	return r
}()

// chance returns the probability of the last of some characters after the ones
// before it; all count that are within the order.
func (m *Model) chance(ids []uint16) float64 {
	last := len(ids) - 1
	p := m.frequency[ids[last]]
	if last == 0 {
		return p
	}
	both, before := Sequence(1)<<idBits|Sequence(ids[last]), Sequence(1)
	for n := 2; n <= min(order, last+1); n++ {
		first := Sequence(ids[last-n+1])
		mark := Sequence(1) << (idBits * (n - 1))
		context := before&^(mark>>idBits) | first<<(idBits*(n-2)) | mark
		seen, unseen := 0.0, 0.0
		if n == 2 {
			seen, unseen = m.single[first], m.rest[first]
		} else {
			level := m.table.level(context)
			seen, unseen = counts[level], rests[level]
		}
		if seen == 0 {
			break
		}
		both = both&^mark | first<<(idBits*(n-1)) | mark<<idBits
		p = (min(counts[m.table.level(both)], seen) + unseen*p) / (seen + unseen)
		before = context
	}
	return p
}
