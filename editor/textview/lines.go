package textview

import (
	"jianbao/editor/buffer"
)

// Lines returns how many lines the text has at the width it has now.
func (v *View) Lines() int {
	v.Flush()
	return v.geometry.set().Lines()
}

// LineOf returns the number of the line on which a place stands; the first is 0.
func (v *View) LineOf(p buffer.Position) int {
	v.Flush()
	return v.geometry.set().Number(v.geometry.lineOf(place{Position: v.text.Clamp(p)}))
}

// LineStart returns where line n begins; of a number that is none, the nearest
// line.
func (v *View) LineStart(n int) buffer.Position {
	v.Flush()
	l := v.geometry.set()
	line := l.Numbered(min(max(n, 0), l.Lines()-1))
	return buffer.Position{Paragraph: buffer.Paragraph(line.Para), Offset: buffer.RuneOffset(l.Line(line).From)}
}
