package subset

import "encoding/binary"

// os2Size is the length of the table since version 2.
const os2Size = 96

// Where the values that depend on the font stand in the table.
const (
	os2Width       = 2
	os2Weight      = 4
	os2WidthClass  = 6
	os2Vendor      = 58
	os2Selection   = 62
	os2First       = 64
	os2Last        = 66
	os2TypoAscent  = 68
	os2TypoDescent = 70
	os2WinAscent   = 74
	os2WinDescent  = 76
)

// os2 keeps what the maker of the font says of it, the rights to embed it
// above all, and says anew which characters there are.
func (s *Set) os2(from *source) []byte {
	b := s.plainOS2()
	if raw := from.table("OS/2"); len(raw) >= 78 {
		copy(b[os2Width:], raw[os2Width:min(len(raw), os2Size)])
	}
	first, last := s.range16()
	binary.BigEndian.PutUint16(b[os2First:], first)
	binary.BigEndian.PutUint16(b[os2Last:], last)
	return b
}

// plainOS2 is for fonts that say nothing of themselves.
func (s *Set) plainOS2() []byte {
	m := s.Metrics()
	b := make([]byte, os2Size)
	put := func(at, value int) { binary.BigEndian.PutUint16(b[at:], uint16(value)) }
	put(0, 4)
	put(os2Width, m.upem)
	put(os2Weight, 400)
	put(os2WidthClass, 5)
	copy(b[os2Vendor:], "    ")
	put(os2Selection, 1<<6) // regular
	put(os2TypoAscent, m.ascent)
	put(os2TypoDescent, m.descent)
	put(os2WinAscent, m.ascent)
	put(os2WinDescent, -m.descent)
	return b
}

// range16 returns the lowest and the highest character, no higher than the
// table can say.
func (s *Set) range16() (first, last uint16) {
	first = 0xFFFF
	for _, g := range s.shown[1:] {
		c := uint16(min(g.char, 0xFFFF))
		first, last = min(first, c), max(last, c)
	}
	return first, last
}
