package textview

import (
	"fyne.io/fyne/v2"

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

// TopOf returns how far below the upper edge of the view the line of a place
// begins.
func (v *View) TopOf(p buffer.Position) float32 {
	v.Flush()
	at, _ := v.geometry.caret(place{Position: v.text.Clamp(p)})
	return at.Y
}

// PlaceAt returns the place at which the line so far below the upper edge of the
// view begins; above and below the text, where the first or last line does.
func (v *View) PlaceAt(top float32) buffer.Position {
	v.Flush()
	return v.geometry.hit(fyne.NewPos(0, max(0, top))).Position
}
