package plate

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/subset"
)

type cell struct {
	char rune
	id   face.GID
	x    page.MM
}

// spell gives each character a glyph of its own.
func spell(glyphs []page.Glyph) ([]cell, error) {
	cells := make([]cell, 0, len(glyphs))
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Text == "" {
			n++
		}
		chars := []rune(glyphs[0].Text)
		if n > len(chars) || !utf8.ValidString(glyphs[0].Text) {
			return nil, fmt.Errorf("%d glyphs stand for %q", n, glyphs[0].Text)
		}
		cells = appendCluster(cells, chars, glyphs[:n])
		glyphs = glyphs[n:]
	}
	return cells, nil
}

// appendCluster gives the glyphs of a cluster to its characters in order: to
// those that can be seen if that comes out even, to the first ones if not. A
// character that is left over gets a glyph without ink.
func appendCluster(cells []cell, chars []rune, glyphs []page.Glyph) []cell {
	seen := 0
	for _, char := range chars {
		if visible(char) {
			seen++
		}
	}
	next := 0
	for _, char := range chars {
		c := cell{char, subset.NoGlyph, glyphs[max(0, next-1)].X}
		if next < len(glyphs) && (visible(char) || seen != len(glyphs)) {
			c.id, c.x = glyphs[next].ID, glyphs[next].X
			next++
		}
		cells = append(cells, c)
	}
	return cells
}

// visible is false for what only steers how others are drawn.
func visible(char rune) bool {
	return !unicode.In(char, unicode.Variation_Selector, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp)
}
