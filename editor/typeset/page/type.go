package page

import (
	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// look is how a stretch of type is set. Looks can be compared with ==.
type look struct {
	role  face.Role
	head  face.Role // of the first sentence of a heading; empty where it is as the rest
	size  Pt
	color Color
	left  MM // of the column, from the edge of the sheet
	width MM
	style typeset.Style
}

// strip is one line of type with its places from left to right, not yet placed
// on a page. Its runs have neither baseline nor block.
type strip struct {
	runs   []Run
	width  MM
	begins int // sentences
}

// setting is a block of type cut into lines. It does not change.
type setting struct {
	strips   []strip
	strays   []stray
	overfull bool
	used     int // number of the last laying that needed it
}

// stray is a character that its role's first font could not show.
type stray struct {
	role    face.Role
	cluster string
	used    *face.Font
	missing bool
}

// compositor sets text and remembers what it has set.
type compositor struct {
	sheet   Sheet
	faces   *face.Set
	gauge   gauge
	known   map[key]*setting
	laying  int
	reading []typeset.Cell
}

type key struct {
	text string
	look look
}

func newCompositor(s Sheet, faces *face.Set) *compositor {
	return &compositor{sheet: s, faces: faces, gauge: newGauge(s, faces), known: map[key]*setting{}}
}

// look returns plain body type on the whole width.
func (c *compositor) look(role face.Role, size Pt) look {
	return look{role: role, size: size, left: c.sheet.Left, width: c.sheet.TextWide, style: typeset.Style{
		Face: typeset.Face(role.Number()), Size: typeset.Ems(float64(size / c.sheet.Size)), Squeeze: typeset.SqueezeLine}}
}

// em is what one character of a size takes on a line: its own width, as much
// closer set as the grid closes the body.
func (c *compositor) em(size Pt) MM { return c.sheet.cell() * MM(size/c.sheet.Size) }

func (c *compositor) ems(length MM) typeset.Em {
	return typeset.Ems(float64(length / c.sheet.cell()))
}

func (c *compositor) mm(e typeset.Em) MM { return MM(e.Float()) * c.sheet.cell() }

// set returns the lines of a text, from memory if it was set before.
func (c *compositor) set(text string, l look) *setting {
	k := key{text, l}
	s, ok := c.known[k]
	if !ok {
		s = c.compose(text, l)
		c.known[k] = s
	}
	s.used = c.laying
	return s
}

// forget drops what the last laying did not need.
func (c *compositor) forget() {
	for k, s := range c.known {
		if s.used != c.laying {
			delete(c.known, k)
		}
	}
	c.laying++
}

func (c *compositor) compose(text string, l look) *setting {
	s := &setting{}
	p := typeset.NewParagraph(text, l.style, c.ems(l.width), &c.gauge)
	head, starts := headEnd(text, l), sentenceStarts(text)
	for n, line := range p.Lines() {
		c.reading = p.Cells(c.reading[:0], n)
		w := writer{compositor: c, look: l, setting: s, head: head}
		for _, cell := range c.reading {
			w.put(cell)
		}
		t := strip{runs: w.runs, width: c.mm(line.Width)}
		for len(starts) > 0 && starts[0] < int(line.To) {
			t.begins, starts = t.begins+1, starts[1:]
		}
		s.strips = append(s.strips, t)
		s.overfull = s.overfull || line.Overfull
	}
	return s
}
