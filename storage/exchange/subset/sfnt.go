package subset

import (
	"encoding/binary"
	"maps"
	"slices"
)

// sumOfFile is what all words of a font file must add up to.
const sumOfFile = 0xB1B0AFBA

// assemble puts tables into one TrueType file, sorted by their tags.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	steps := 0
	for 2<<steps <= len(tags) {
		steps++
	}
	search := 16 << steps
	file := binary.BigEndian.AppendUint32(nil, 0x00010000)
	file = shorts(file, len(tags), search, steps, 16*len(tags)-search)
	at, headAt := len(file)+16*len(tags), 0
	var body []byte
	for _, tag := range tags {
		if tag == "head" {
			headAt = at + len(body)
		}
		file = append(file, tag...)
		for _, n := range []uint32{sum(tables[tag]), uint32(at + len(body)), uint32(len(tables[tag]))} {
			file = binary.BigEndian.AppendUint32(file, n)
		}
		body = append(body, tables[tag]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	file = append(file, body...)
	binary.BigEndian.PutUint32(file[headAt+8:], sumOfFile-sum(file))
	return file
}

// sum adds up the words of b as if zeros followed it.
func sum(b []byte) uint32 {
	var total uint32
	for len(b) >= 4 {
		total += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return total + binary.BigEndian.Uint32(last[:])
}
