// Package subset owns small font files: of one typeface only the characters
// that a document shows, as a plain TrueType file that any reader of PDF, OFD
// or HTML takes, whatever kind of file the typeface came from. It does not know
// pages or formats of documents, and it draws nothing.
package subset

import (
	"errors"
	"fmt"
	"math"

	"github.com/go-text/typesetting/font"

	"jianbao/editor/typeset/face"
)

// NoGlyph is the glyph of a character that has no ink and no width of its own,
// such as the second half of a cluster that one glyph draws whole.
const NoGlyph = face.GID(math.MaxUint32)

// ErrTooMany means that a document shows more glyphs of one font than a
// TrueType file can number.
var ErrTooMany = errors.New("subset: more than 65,535 characters of one font")

// Set is a growing subset of one font. Its glyphs are numbered from 1 in the
// order in which they are added; 0 is the box of a missing character.
type Set struct {
	font   *face.Font
	face   *font.Face // of our own: a font.Face must not be shared
	shown  []shown
	widths []float64 // of shown, in units of the font
	number map[shown]uint16
	drawn  drawing // of the first glyphs; see draw
}

// shown is a glyph and the character it stands for. A glyph that stands for two
// characters is two glyphs in the subset, so that each says what it means.
type shown struct {
	id   face.GID
	char rune
}

// New returns an empty subset of f.
func New(f *face.Font) *Set {
	own := font.NewFace(f.Face.Font)
	own.SetCoords(f.Face.Coords())
	s := &Set{font: f, face: own, number: map[shown]uint16{}}
	s.append(shown{})
	return s
}

func (s *Set) append(g shown) {
	width := 0.0
	if g.id != NoGlyph {
		width = math.Round(float64(s.face.HorizontalAdvance(g.id)))
	}
	s.shown, s.widths = append(s.shown, g), append(s.widths, width)
}

// Add returns the number that a glyph, drawn for a character, has in the
// subset.
func (s *Set) Add(id face.GID, char rune) uint16 {
	key := shown{id, char}
	n, ok := s.number[key]
	if !ok {
		n = uint16(len(s.shown))
		s.number[key] = n
		s.append(key)
	}
	return n
}

// Len counts the glyphs, the missing one included.
func (s *Set) Len() int { return len(s.shown) }

// Char returns the character that glyph n stands for, 0 for the missing one.
func (s *Set) Char(n int) rune { return s.shown[n].char }

// Font returns the font that s is a subset of.
func (s *Set) Font() *face.Font { return s.font }

// Advance returns the width of glyph n in thousandths of the em.
func (s *Set) Advance(n int) float64 { return s.widths[n] * 1000 / float64(s.face.Upem()) }

// File returns the subset as the bytes of a TrueType file. Equal subsets of
// equal fonts are equal bytes.
func (s *Set) File() ([]byte, error) {
	if len(s.shown) > math.MaxUint16 {
		return nil, ErrTooMany
	}
	source, err := openSource(s.font)
	if err != nil {
		return nil, fmt.Errorf("subset: %s: %w", s.font.Name, err)
	}
	drawn := s.draw()
	glyf, loca := drawn.glyf()
	return assemble(map[string][]byte{
		"OS/2": s.os2(source), "cmap": s.cmap(), "glyf": glyf, "head": s.head(drawn), "hhea": s.hhea(drawn), "hmtx": s.hmtx(drawn),
		"loca": loca, "maxp": drawn.maxp(), "name": names(source, s.Tag()), "post": post(source),
	}), nil
}
