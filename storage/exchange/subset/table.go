package subset

import (
	"encoding/binary"
	"math"
)

// macStyle, lowestRecPPEM, fontDirectionHint, indexToLocFormat (long), glyphDataFormat.
var headEnd = []int{0, 8, 2, 1, 0}

func (s *Set) head(d drawing) []byte {
	const magic = 0x5F0F3CF5
	b := binary.BigEndian.AppendUint32(nil, 0x00010000)
	b = binary.BigEndian.AppendUint32(b, 0x00010000)
	b = binary.BigEndian.AppendUint32(b, 0) // the sum of the file, set by assemble
	b = binary.BigEndian.AppendUint32(b, magic)
	b = shorts(b, 0x0003, int(s.face.Upem())) // baseline and left edge at 0
	b = append(b, make([]byte, 16)...)        // no dates: equal subsets are equal bytes
	all := d.box()
	b = shorts(b, all.left, all.bottom, all.right, all.top)
	return shorts(b, headEnd...)
}

func (s *Set) hhea(d drawing) []byte {
	m := s.Metrics()
	widest := 0
	for _, width := range s.widths {
		widest = max(widest, int(width))
	}
	b := binary.BigEndian.AppendUint32(nil, 0x00010000)
	b = shorts(b, m.ascent, m.descent, 0, widest, d.box().left, 0, d.box().right, 1, 0, 0)
	return shorts(b, 0, 0, 0, 0, 0, len(s.shown))
}

func (s *Set) hmtx(d drawing) []byte {
	var b []byte
	for i, g := range d {
		b = shorts(b, int(s.widths[i]), g.box.left)
	}
	return b
}

func (d drawing) maxp() []byte {
	points, contours := 0, 0
	for _, g := range d {
		n := 0
		for _, c := range g.contours {
			n += len(c)
		}
		points, contours = max(points, n), max(contours, len(g.contours))
	}
	b := binary.BigEndian.AppendUint32(nil, 0x00010000)
	b = shorts(b, len(d), points, contours, 0, 0, 2) // no composites; two zones
	return append(b, make([]byte, 16)...)
}

// post of the source says how it leans and is underlined; names of glyphs go.
func post(from *source) []byte {
	const size = 32
	b := make([]byte, size)
	if raw := from.table("post"); len(raw) >= size {
		copy(b, raw[:size])
	}
	binary.BigEndian.PutUint32(b, 0x00030000)
	return b
}

// Metrics are the measures of a font that formats ask for.
type Metrics struct {
	ascent, descent int // in units of the font
	upem            int
}

// Metrics returns the measures of s's font.
func (s *Set) Metrics() Metrics {
	m := Metrics{ascent: int(s.face.Upem()), upem: int(s.face.Upem())}
	if e, ok := s.face.FontHExtents(); ok {
		m.ascent, m.descent = int(math.Round(float64(e.Ascender))), int(math.Round(float64(e.Descender)))
	}
	return m
}

// Ascent returns how far the font reaches above the baseline, in thousandths of the em.
func (m Metrics) Ascent() int { return m.ascent * 1000 / m.upem }

// Descent returns how far it reaches below, a negative number of thousandths.
func (m Metrics) Descent() int { return m.descent * 1000 / m.upem }

// Box returns the rectangle round all glyphs, left, bottom, right and top, in
// thousandths of the em.
func (s *Set) Box() [4]int {
	b, upem := s.draw().box(), int(s.face.Upem())
	return [4]int{b.left * 1000 / upem, b.bottom * 1000 / upem, b.right * 1000 / upem, b.top * 1000 / upem}
}
