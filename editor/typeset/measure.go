package typeset

import "unicode/utf8"

// Measurer knows how wide characters are.
type Measurer interface {
	// Advance returns the width of one cluster (a character with what combines
	// with it) in a face, in ems of the size it is set in: Full for 国. It is
	// asked for every character of a text, so it should answer from a table.
	Advance(face Face, cluster string) Em
}

// Grid measures without a font: wide characters and full-width marks take one
// em, all others half an em, what only combines or controls nothing. It serves
// estimates and tests.
type Grid struct{}

// Advance implements Measurer.
func (Grid) Advance(_ Face, cluster string) Em {
	r, _ := utf8.DecodeRuneInString(cluster)
	switch t := traitOf(r); {
	case invisible(r):
		return 0
	case t&wide != 0:
		return Full
	}
	return Full / 2
}

// invisible reports whether r takes no room of its own.
func invisible(r rune) bool {
	switch {
	case r < ' ', 0x7F <= r && r < 0xA0, 0x300 <= r && r < 0x370:
		return true
	case 0x200B <= r && r <= 0x200F, r == 0x2028, r == 0x2029, 0x2060 <= r && r <= 0x206F:
		return true
	}
	return 0xFE00 <= r && r <= 0xFE0F || r == 0xFEFF || 0xE0000 <= r && r <= 0xE0FFF
}
