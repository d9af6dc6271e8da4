package textview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jianbao/editor/buffer"
)

const (
	doubleClick = 400 * time.Millisecond // from one click to the next of a series
	clickSlop   = 5                      // and how far apart they may be
	scrollBeat  = 50 * time.Millisecond  // of the scrolling while the mouse drags
)

// pointer is what the mouse is doing.
type pointer struct {
	clicks  int // of the series: 2 is a double click
	last    time.Time
	at      fyne.Position // of the last press, or of the drag
	down    bool
	dragged bool
	stop    func() // ends the scrolling of a drag beyond what is in sight
}

// press counts the clicks of a series: after the paragraph it starts anew.
func (p *pointer) press(at fyne.Position, now time.Time) {
	apart := at.Subtract(p.at)
	near := max(apart.X, -apart.X) < clickSlop && max(apart.Y, -apart.Y) < clickSlop
	if !near || now.Sub(p.last) > doubleClick || p.clicks == 4 {
		p.clicks = 0
	}
	p.clicks++
	p.at, p.last, p.down, p.dragged = at, now, true, false
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown implements desktop.Mouseable: one click sets the caret, two select
// the word, three the sentence, four the paragraph.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.Flush()
	if c := v.canvas(); c != nil && !v.focused {
		c.Focus(v)
	}
	hit := v.geometry.hit(e.Position)
	if e.Button != desktop.MouseButtonPrimary {
		if s := v.cursor.Span(); s.Empty() || !s.Contains(hit.Position) {
			v.cursor.moveTo(hit, false)
			v.chose()
		}
		return
	}
	v.pointer.press(e.Position, v.clock.now())
	if v.pointer.clicks == 1 {
		v.cursor.moveTo(hit, e.Modifier&fyne.KeyModifierShift != 0 || v.input.shift)
	} else {
		s := v.unit(hit.Position)
		v.cursor.choose(buffer.Selection{From: s.From, Caret: s.To})
	}
	v.chose()
}

// unit returns what so many clicks select.
func (v *View) unit(at buffer.Position) buffer.Span {
	switch v.pointer.clicks {
	case 2:
		return words{v.text, v.Segment}.at(at)
	case 3:
		return v.text.Sentence(at)
	}
	return buffer.Span{
		From: buffer.Position{Paragraph: at.Paragraph},
		To:   buffer.Position{Paragraph: at.Paragraph, Offset: v.text.Runes(at.Paragraph)},
	}
}

// chose follows a selection by the mouse.
func (v *View) chose() {
	v.text.EndGroup()
	v.input.helped = false
	v.beat()
	v.repaint()
	if v.OnCaret != nil {
		v.OnCaret()
	}
}

// MouseUp implements desktop.Mouseable: a click on a mark tells whose it is.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	if v.pointer.down && !v.pointer.dragged && v.pointer.clicks == 1 && v.OnMark != nil {
		if m, ok := v.markUnder(e.Position); ok {
			v.OnMark(m)
		}
	}
	v.pointer.down = false
}

// Dragged implements fyne.Draggable. The place is taken from the window, since
// the view may be scrolled meanwhile.
func (v *View) Dragged(e *fyne.DragEvent) {
	if !v.pointer.down {
		return
	}
	v.pointer.dragged = true
	v.pointer.at = e.AbsolutePosition
	v.dragTo(0)
	if v.pointer.stop == nil {
		v.pointer.stop = v.clock.every(scrollBeat, v.dragOn)
	}
}

// dragOn scrolls a line further where the mouse is held beyond what is in
// sight.
func (v *View) dragOn() {
	y := v.onView(v.pointer.at).Y
	_, line := v.CaretArea()
	switch {
	case y < v.window.top:
		v.dragTo(-line)
	case y > v.window.bottom:
		v.dragTo(line)
	}
}

// dragTo extends the selection to where the mouse is, and by so much further;
// beyond what is in sight only a line further than that.
func (v *View) dragTo(further float32) {
	at := v.onView(v.pointer.at)
	_, line := v.CaretArea()
	at.Y = min(max(at.Y, v.window.top-line/2), v.window.bottom+line/2) + further
	v.cursor.moveTo(v.geometry.hit(at), true)
	v.beat()
	v.repaint()
	if further != 0 {
		caret, height := v.CaretArea()
		v.reveal(caret.Y, caret.Y+height)
	}
	if v.OnCaret != nil {
		v.OnCaret()
	}
}

// onView returns where a point of the window is on the view.
func (v *View) onView(at fyne.Position) fyne.Position {
	return at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(v))
}

// DragEnd implements fyne.Draggable. The toolkit takes the focus away where the
// mouse is let go outside of the view.
func (v *View) DragEnd() {
	if c := v.canvas(); c != nil && !v.focused {
		c.Focus(v)
	}
	v.endDrag()
}

func (v *View) endDrag() {
	if v.pointer.stop != nil {
		v.pointer.stop()
		v.pointer.stop = nil
	}
	v.pointer.down = false
}
