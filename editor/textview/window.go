package textview

import (
	"time"

	"fyne.io/fyne/v2/canvas"
)

// untold is what is taken to be in sight until somebody says what is: enough
// for fields of a few lines, of which nobody need say it.
const untold = 2000

// window is the part of a view that is in sight, and what draws it.
type window struct {
	top, bottom float32
	painter     *painter // nil until the view is shown
}

// ahead is how much more than what is in sight is drawn, so that a small scroll
// draws nothing new.
const ahead = 200

// SetVisible says which part of the view is in sight, from its upper edge. It
// is cheap when little has changed.
func (v *View) SetVisible(top, bottom float32) {
	v.window.top, v.window.bottom = top, bottom
	v.repaint()
}

// page is how high a screen is.
func (w window) page() float32 { return w.bottom - w.top }

// shows reports whether something of a view of a height is in sight.
func (w window) shows(height float32) bool { return w.top < height && w.bottom > 0 }

// moved shows the caret where it now is, and says so.
func (v *View) moved() {
	v.beat()
	v.repaint()
	at, height := v.CaretArea()
	v.reveal(at.Y, at.Y+height)
	if v.OnCaret != nil {
		v.OnCaret()
	}
}

func (v *View) reveal(top, bottom float32) {
	if v.OnReveal != nil {
		v.OnReveal(top, bottom)
	}
}

// resized shows a text that may have another height than before.
func (v *View) resized() {
	v.Refresh()
	v.grown(-1)
	v.moved()
}

// repaint draws what is in sight.
func (v *View) repaint() {
	if p := v.window.painter; p != nil {
		p.paint()
		canvas.Refresh(v)
	}
}

// blinking is how long the caret is shown, and then hidden.
const blinking = 530 * time.Millisecond

// blink is the state of a caret that comes and goes.
type blink struct {
	hidden bool
	fresh  bool // set since the last beat: it stays a beat longer
	stop   func()
}

// beat shows the caret and lets it blink while the view has the focus.
func (v *View) beat() {
	v.blink.hidden, v.blink.fresh = false, true
	switch {
	case v.focused && v.blink.stop == nil:
		v.blink.stop = v.clock.every(blinking, v.tick)
	case !v.focused && v.blink.stop != nil:
		v.blink.stop()
		v.blink.stop = nil
	}
}

func (v *View) tick() {
	v.blink.hidden = !v.blink.hidden && !v.blink.fresh
	v.blink.fresh = false
	if p := v.window.painter; p != nil {
		p.paintCaret()
		p.caret.Refresh()
	}
}
