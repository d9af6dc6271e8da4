// Package ime owns the program's side of input methods: keys that an input method has taken never reach a
// widget, the candidate window stands at the caret, and an input method listens only where text is written.
// It does not own any widget, does not read text, and draws no text that is still being composed.
//
// Linking the package is enough to keep composing keys from the widgets of every window, and to let the
// program outlive an input method that ends and use it again when it comes back; [Attach] adds the candidate
// window's place and must be called once for each window.
//
// All of it works with X11 and GLFW 3.3 (Fyne 2.7). On Windows, where no keys need keeping away, Attach tells
// the Input Method Manager the caret's place. On other systems Attach does nothing: there the toolkit's own
// behaviour stands.
package ime

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Caret is a widget that takes written text and knows where its caret is. Widgets of our own implement it;
// *widget.Entry and types that embed it need not.
type Caret interface {
	fyne.CanvasObject
	// CaretArea returns the caret's upper left corner relative to the widget, and its height.
	CaretArea() (topLeft fyne.Position, height float32)
}

// entry is what *widget.Entry, and whatever embeds it, says about its caret.
type entry interface {
	fyne.Widget
	CursorPosition() fyne.Position
}

// spotOf returns the point at which candidates for the focused object should appear, in the canvas's
// units. It reports false where no text is written, or where the text is secret and must not show in a
// candidate window.
func spotOf(focused fyne.Focusable) (fyne.Position, bool) {
	if e, ok := focused.(*widget.Entry); ok && e.Password {
		return fyne.Position{}, false
	}
	switch o := focused.(type) {
	case Caret:
		topLeft, height := o.CaretArea()
		return below(o, topLeft, height), true
	case entry:
		return below(o, o.CursorPosition(), lineHeight(o)), true
	}
	return fyne.Position{}, false
}

// below returns the lower end of o's caret on the canvas. A caret that o has scrolled out of its own frame
// is taken to be at the frame's nearest edge.
func below(o fyne.CanvasObject, topLeft fyne.Position, height float32) fyne.Position {
	x := min(max(topLeft.X, 0), o.Size().Width)
	y := min(max(topLeft.Y+height, 0), o.Size().Height)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(x, y)
}

// lineHeight is the height of one line of an entry's text.
func lineHeight(o fyne.Widget) float32 {
	size := theme.SizeForWidget(theme.SizeNameText, o)
	return fyne.MeasureText("中", size, fyne.TextStyle{}).Height
}
