package subset

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font"

	"jianbao/editor/typeset/face"
)

// drawing is what all glyphs of a subset look like.
type drawing []glyph

type glyph struct {
	contours []contour
	box      box
}

// box is the smallest upright rectangle round some points, empty if none.
type box struct{ left, bottom, right, top int }

// draw traces the glyphs that were added since it was last asked.
func (s *Set) draw() drawing {
	for _, g := range s.shown[len(s.drawn):] {
		contours := s.outline(g.id)
		s.drawn = append(s.drawn, glyph{contours, boxOf(contours)})
	}
	return s.drawn
}

func (s *Set) outline(id face.GID) []contour {
	switch data := s.glyphData(id).(type) {
	case font.GlyphOutline:
		return trace(data.Segments)
	case font.GlyphSVG:
		return trace(data.Outline.Segments)
	}
	return nil
}

func (s *Set) glyphData(id face.GID) font.GlyphData {
	if id == NoGlyph {
		return nil
	}
	return s.face.GlyphData(id)
}

func boxOf(contours []contour) box {
	var b box
	first := true
	for _, c := range contours {
		for _, p := range c {
			if first {
				b = box{p.x, p.y, p.x, p.y}
				first = false
			}
			b = b.join(box{p.x, p.y, p.x, p.y})
		}
	}
	return b
}

func (b box) join(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// box of the whole subset.
func (d drawing) box() box {
	all := d[0].box
	for _, g := range d {
		if len(g.contours) > 0 {
			all = all.join(g.box)
		}
	}
	return all
}

// glyf returns the outlines, and where each of them begins.
func (d drawing) glyf() (glyf, loca []byte) {
	for _, g := range d {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = g.append(glyf)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

func (g glyph) append(to []byte) []byte {
	if len(g.contours) == 0 {
		return to
	}
	to = shorts(to, len(g.contours), g.box.left, g.box.bottom, g.box.right, g.box.top)
	last := -1
	for _, c := range g.contours {
		last += len(c)
		to = shorts(to, last)
	}
	to = shorts(to, 0) // no instructions
	return g.appendPoints(to)
}

// The bits of a point's flag.
const (
	flagOn     = 1 << 0
	flagShortX = 1 << 1
	flagShortY = 1 << 2
	flagRepeat = 1 << 3
	flagSameX  = 1 << 4 // or positive, of a short one
	flagSameY  = 1 << 5
)

func (g glyph) appendPoints(to []byte) []byte {
	var flags, xs, ys []byte
	var at point
	for _, c := range g.contours {
		for _, p := range c {
			var flag, part byte
			if p.on {
				flag = flagOn
			}
			xs, part = appendStep(xs, p.x-at.x, flagShortX, flagSameX)
			flag |= part
			ys, part = appendStep(ys, p.y-at.y, flagShortY, flagSameY)
			flags = append(flags, flag|part)
			at = p
		}
	}
	return append(append(appendRepeated(to, flags), xs...), ys...)
}

// appendStep writes a distance as short as it can and says how it did.
func appendStep(to []byte, step int, short, same byte) ([]byte, byte) {
	switch {
	case step == 0:
		return to, same
	case step > 0 && step < 256:
		return append(to, byte(step)), short | same
	case step < 0 && step > -256:
		return append(to, byte(-step)), short
	}
	return shorts(to, step), 0
}

// appendRepeated writes equal flags that follow each other once.
func appendRepeated(to, flags []byte) []byte {
	for len(flags) > 0 {
		n := 1
		for n < len(flags) && n < 256 && flags[n] == flags[0] {
			n++
		}
		if n > 1 {
			to = append(to, flags[0]|flagRepeat, byte(n-1))
		} else {
			to = append(to, flags[0])
		}
		flags = flags[n:]
	}
	return to
}

// shorts appends numbers of 16 bits, signed or not.
func shorts(to []byte, numbers ...int) []byte {
	for _, n := range numbers {
		to = binary.BigEndian.AppendUint16(to, uint16(n))
	}
	return to
}
