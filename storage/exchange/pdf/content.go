package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// content is what draws page i. Blocks are tagged; everything else is marked
// as an artifact, which is no text of the bulletin.
func (b *book) content(i int, p plate.Page) []byte {
	c := canvas{book: b, height: p.Height}
	for _, r := range p.Rules {
		c.rule(r)
	}
	for _, block := range p.Blocks {
		if block.Number < 0 {
			c.out.WriteString("/Artifact BMC\n")
		} else {
			fmt.Fprintf(&c.out, "/P<</MCID %d>>BDC\n", b.tags.mark(block.Number, i))
		}
		c.block(block)
		c.out.WriteString("EMC\n")
	}
	return c.out.Bytes()
}

type canvas struct {
	book   *book
	height page.MM
	out    bytes.Buffer
	ink    page.Color // black at the start, as PDF has it
}

func (c *canvas) color(to page.Color) {
	if to == c.ink {
		return
	}
	part := func(v uint8) string { return number(float64(v) / 255) }
	fmt.Fprintf(&c.out, "%s %s %s rg\n", part(to.R), part(to.G), part(to.B))
	c.ink = to
}

func (c *canvas) rule(r page.Rule) {
	c.out.WriteString("/Artifact BMC\n")
	c.color(r.Color)
	fmt.Fprintf(&c.out, "%s %s %s %s re f\nEMC\n", length(r.X), length(c.height-r.Y-r.Thickness/2), length(r.Width), length(r.Thickness))
}

func (c *canvas) block(b plate.Block) {
	font, size := -1, page.Pt(0)
	c.out.WriteString("BT\n")
	for _, s := range b.Strips {
		if len(s.Chars) == 0 {
			continue
		}
		if s.Font != font || s.Size != size {
			font, size = s.Font, s.Size
			fmt.Fprintf(&c.out, "/F%d %s Tf\n", font, number(float64(size)))
		}
		c.color(s.Color)
		c.strip(s)
	}
	c.out.WriteString("ET\n")
}

// strip sets the glyphs of s. What most of them are set apart by is said once,
// and where that is not exact enough, a step between two glyphs.
func (c *canvas) strip(s plate.Strip) {
	tracking := c.tracking(s)
	fmt.Fprintf(&c.out, "%s Tc 1 0 0 1 %s %s Tm[<", number(tracking*float64(s.Size)/1000),
		length(s.Chars[0].X), length(c.height-s.Baseline))
	at := 0.0
	for _, char := range s.Chars {
		if off := math.Round(at - thousandths(char.X-s.Chars[0].X, s.Size)); math.Abs(off) > 1 {
			fmt.Fprintf(&c.out, ">%d<", int(off))
			at -= off
		}
		c.code(char.Glyph)
		at += c.width(s, char) + tracking
	}
	c.out.WriteString(">]TJ\n")
}

// code writes the number of a glyph in hexadecimal digits.
func (c *canvas) code(n uint16) {
	const digits = "0123456789ABCDEF"
	c.out.Write([]byte{digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
}

// tracking is the middle one of the gaps between the glyphs of s.
func (c *canvas) tracking(s plate.Strip) float64 {
	var gaps []float64
	for i, char := range s.Chars[1:] {
		gaps = append(gaps, thousandths(char.X-s.Chars[i].X, s.Size)-c.width(s, s.Chars[i]))
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// width is that of a glyph as the file says it, in thousandths of the em.
func (c *canvas) width(s plate.Strip, char plate.Char) float64 {
	return math.Round(c.book.plate.Fonts[s.Font].Advance(int(char.Glyph)))
}

// thousandths turns a length into thousandths of an em.
func thousandths(l page.MM, size page.Pt) float64 { return float64(l/size.MM()) * 1000 }
