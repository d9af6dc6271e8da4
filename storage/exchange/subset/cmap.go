package subset

import (
	"encoding/binary"
	"slices"
)

// mapping says which glyph a character has.
type mapping struct {
	char  rune
	glyph int
}

// mappings are in order of characters; of two glyphs for one the first counts.
func (s *Set) mappings() []mapping {
	var list []mapping
	seen := map[rune]bool{}
	for i, g := range s.shown {
		if i > 0 && !seen[g.char] {
			seen[g.char] = true
			list = append(list, mapping{g.char, i})
		}
	}
	slices.SortFunc(list, func(a, b mapping) int { return int(a.char - b.char) })
	return list
}

// mostNarrow is how many characters the old kind of table takes for sure.
const mostNarrow = 8000

// cmap holds the characters twice: a table of 16 bits for old readers and one
// of 32 bits with all of them.
func (s *Set) cmap() []byte {
	all := s.mappings()
	narrow := all[:0:0]
	for _, m := range all {
		if m.char < 0xFFFF && len(narrow) < mostNarrow {
			narrow = append(narrow, m)
		}
	}
	four, twelve := cmap4(narrow), cmap12(all)
	const start = 4 + 2*8
	b := shorts(nil, 0, 2)
	b = shorts(b, 3, 1, 0, start)
	b = shorts(b, 3, 10, 0, start+len(four))
	return append(append(b, four...), twelve...)
}

// span is a run of characters whose glyphs follow each other too.
type span struct{ first, last mapping }

func spans(list []mapping) []span {
	var all []span
	for _, m := range list {
		if n := len(all); n > 0 && all[n-1].last.char+1 == m.char && all[n-1].last.glyph+1 == m.glyph {
			all[n-1].last = m
			continue
		}
		all = append(all, span{m, m})
	}
	return all
}

func cmap4(list []mapping) []byte {
	all := append(spans(list), span{mapping{0xFFFF, 0}, mapping{0xFFFF, 0}})
	var ends, starts, deltas []byte
	for _, s := range all {
		ends = shorts(ends, int(s.last.char))
		starts = shorts(starts, int(s.first.char))
		deltas = shorts(deltas, s.first.glyph-int(s.first.char))
	}
	size, steps := 16+8*len(all), 0
	for 2<<steps <= len(all) {
		steps++
	}
	search := 2 << steps
	b := shorts(nil, 4, size, 0, 2*len(all), search, steps, 2*len(all)-search)
	b = append(b, ends...)
	b = shorts(b, 0)
	b = append(append(b, starts...), deltas...)
	return append(b, make([]byte, 2*len(all))...) // every span is told by its delta
}

func cmap12(list []mapping) []byte {
	all := spans(list)
	b := shorts(nil, 12, 0)
	for _, n := range []int{16 + 12*len(all), 0, len(all)} {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	for _, s := range all {
		for _, n := range []int{int(s.first.char), int(s.last.char), s.first.glyph} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
	}
	return b
}
