package typeset

import (
	"sort"

	"jianbao/editor/doc"
)

// Paragraph is a text set at a width. It does not change.
type Paragraph struct {
	text  string
	style Style
	width Em
	lines []Line
	set   *breaker // shared with all paragraphs of a layout
}

// NewParagraph sets one paragraph.
func NewParagraph(text string, style Style, width Em, m Measurer) *Paragraph {
	return newBreaker(m).paragraph(text, style, width)
}

func (b *breaker) paragraph(text string, style Style, width Em) *Paragraph {
	return &Paragraph{text: text, style: style, width: width, lines: b.lay(text, style, width), set: b}
}

// Text returns the text that was set.
func (p *Paragraph) Text() string { return p.text }

// Style returns how it was set.
func (p *Paragraph) Style() Style { return p.style }

// Lines returns the lines, at least one. They must not be changed.
func (p *Paragraph) Lines() []Line { return p.lines }

// Runes returns the length of the text.
func (p *Paragraph) Runes() doc.RuneOffset { return p.lines[len(p.lines)-1].To }

// Height returns what the paragraph takes of the page, with the blank before
// and after it.
func (p *Paragraph) Height() Em {
	return p.style.Before + Em(len(p.lines))*p.style.pitch() + p.style.After
}

// LineText returns what stands on line n, without its line end.
func (p *Paragraph) LineText(n int) string { return p.text[p.lines[n].start:p.lines[n].end] }

// Cells returns where every cluster of line n stands, a line end excepted.
// They are appended to dst, which may be nil.
func (p *Paragraph) Cells(dst []Cell, n int) []Cell {
	return p.set.cells(dst, p.text, p.style, p.width, p.lines[n])
}

// LineOf returns the line on which an offset lies. Where a line turns, the
// offset begins the lower line, or ends the upper one if atEnd is true.
func (p *Paragraph) LineOf(at doc.RuneOffset, atEnd bool) int {
	n := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].From > at })
	n = max(0, n-1)
	if atEnd && n > 0 && p.lines[n].From == at && p.lines[n-1].Ending.Turns() {
		n--
	}
	return n
}

// at returns the cells of line n. They are valid until the next call.
func (p *Paragraph) at(n int) []Cell {
	p.set.cellsAt = p.Cells(p.set.cellsAt[:0], n)
	return p.set.cellsAt
}

// X returns where the caret stands on line n before the character at an
// offset: within a cluster at its left edge, beyond the line's end at its end.
func (p *Paragraph) X(n int, at doc.RuneOffset) Em {
	x := p.lines[n].Indent
	for _, c := range p.at(n) {
		if at < c.To {
			return c.Left
		}
		x = c.Right
	}
	return x
}

// Offset returns the offset whose caret is nearest to x on line n. It lies
// between two clusters, never within one.
func (p *Paragraph) Offset(n int, x Em) doc.RuneOffset {
	for _, c := range p.at(n) {
		if x < (c.Left+c.Right)/2 {
			return c.From
		}
	}
	return p.lines[n].End()
}

// Next returns the offset after the cluster that begins at or around an
// offset, or the paragraph's end.
func (p *Paragraph) Next(at doc.RuneOffset) doc.RuneOffset {
	n := p.LineOf(at, false)
	for _, c := range p.at(n) {
		if at < c.To {
			return c.To
		}
	}
	return p.lines[n].To
}

// Previous returns the offset before the cluster that ends at or around an
// offset, or 0.
func (p *Paragraph) Previous(at doc.RuneOffset) doc.RuneOffset {
	n := p.LineOf(max(0, at-1), false)
	before := p.lines[n].From
	for _, c := range p.at(n) {
		if c.From >= at {
			break
		}
		before = c.From
	}
	if l := p.lines[n]; at > l.End() {
		before = l.End()
	}
	return before
}
