package textview

import (
	"jianbao/editor/buffer"
	"jianbao/editor/typeset"
)

// cursor is what is selected, where the caret stands, and the column that it
// keeps while it goes up and down.
type cursor struct {
	buffer.Selection
	atEnd  bool
	column typeset.Em
	keeps  bool // the column
}

func (c *cursor) place() place { return place{c.Caret, c.atEnd} }

// moveTo sets the caret; extend keeps the other end of the selection.
func (c *cursor) moveTo(p place, extend bool) {
	c.Caret, c.atEnd, c.keeps = p.Position, p.atEnd, false
	if !extend {
		c.From = c.Caret
	}
}

// choose selects a span with the caret at its end.
func (c *cursor) choose(s buffer.Selection) {
	c.Selection, c.atEnd, c.keeps = s, false, false
}

// vertical goes some lines down, or up, in the column in which the caret
// started. Beyond the first and the last line it goes to the end of the text.
func (c *cursor) vertical(g *geometry, lines int, extend bool) {
	l := g.set()
	at := c.place().typeset()
	column := c.column
	if !c.keeps {
		column = l.X(at)
	}
	to := placeOf(l.Vertical(at, lines, column))
	if l.LineOf(to.typeset()) == l.LineOf(at) {
		to = place{Position: g.text.Start()}
		if lines > 0 {
			to.Position = g.text.End()
		}
	}
	c.moveTo(to, extend)
	c.column, c.keeps = column, true
}

// follow moves the ends of the selection with a change made by somebody else.
func (c *cursor) follow(change buffer.Change) {
	c.choose(buffer.Selection{From: carried(c.From, change), Caret: carried(c.Caret, change)})
}

// carried returns where a position of the text before a change is after it;
// from within deleted text it goes to where that was.
func carried(p buffer.Position, c buffer.Change) buffer.Position {
	last := -1
	for i, e := range c.Edits {
		if p.Before(e.Start) {
			break
		}
		last = i
	}
	if last < 0 {
		return p
	}
	e, now := c.Edits[last], c.Inverse[last]
	if p.Before(e.End) {
		return now.Start
	}
	if p.Paragraph == e.End.Paragraph {
		p.Offset += now.End.Offset - e.End.Offset
	}
	p.Paragraph += now.End.Paragraph - e.End.Paragraph
	return p
}
