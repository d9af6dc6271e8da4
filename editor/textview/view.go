// Package textview owns the writing surface: a Fyne widget that shows a
// buffer as a page of Chinese text and in which it is edited. It owns the
// caret, the selection, what keys, the mouse, the clipboard and an input method
// do, and the marks drawn over the text. It does not own the text, does not
// know what the text or a mark means, and holds no words, fonts or colours of
// its own: they are handed in.
//
// From below upwards:
//
//	advances   how wide characters are
//	geometry   a text on the screen: where every line and place stands
//	cursor     the caret, the selection and the column it keeps
//	marks      spans of text that are drawn in a style
//	painter    what of all that is in sight, as canvas objects
//	View       the widget: input is turned into edits and moves of the cursor
//	Finder     finding and replacing in a View
//
// A View grows with its text and draws only what is in sight. It does not
// scroll: whoever scrolls tells it what is in sight with SetVisible, and is
// asked through OnReveal to bring a part of it into sight.
package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jianbao/editor/buffer"
)

// View is a text on the screen that can be written in.
//
// Runes that come in one turn of the event loop, as from an input method, are
// one edit, made at the end of the turn. All methods of View make it first;
// who reads the buffer directly calls Flush before.
type View struct {
	widget.BaseWidget
	Options

	OnChanged func()             // the text was changed, by whomever
	OnCaret   func()             // the caret or the selection moved
	OnFocus   func(focused bool) // the view got the focus or lost it
	// OnUndo and OnRedo, where they are set, are called by the keys in the place
	// of Undo and Redo: by who keeps one order of thoughts over several texts.
	OnUndo, OnRedo func()
	// OnReveal asks that the part of the view from top to bottom be scrolled
	// into sight.
	OnReveal func(top, bottom float32)
	// OnHeight says that the view wants another height than before: whoever
	// scrolls gives it before the next OnReveal.
	OnHeight func()
	// OnMark is called when a mark was clicked.
	OnMark func(Mark)
	// OnCleaned says what was left out of pasted text, or replaced in it.
	OnCleaned func([]Cleaned)
	// OnComment is called by the menu with what is selected.
	OnComment func(buffer.Span)
	// MoreItems returns what else the menu has for a place.
	MoreItems func(buffer.Position) []*fyne.MenuItem

	text     *buffer.Buffer
	unwatch  func()
	editing  bool // the change on its way is the view's own
	geometry *geometry
	cursor   cursor
	marks    *marks
	input    input
	pointer  pointer
	window   window
	blink    blink
	focused  bool
	clock    clock
}

// Options are what a view is for. They may be changed at any time; Refresh
// shows it.
type Options struct {
	Hint     string    // shown while the text is empty
	ReadOnly bool      // can be read, selected and copied, not changed
	OneLine  bool      // Enter goes to the next field, and no paragraph can be begun
	Segment  Segmenter // nil: words are runs of characters of one kind
	Words    Words     // of the menu
	Literal  bool      // typed quotes and marks stay as they are
}

var (
	_ fyne.Focusable         = (*View)(nil)
	_ fyne.Shortcutable      = (*View)(nil)
	_ fyne.Draggable         = (*View)(nil)
	_ fyne.SecondaryTappable = (*View)(nil)
	_ desktop.Keyable        = (*View)(nil)
	_ desktop.Mouseable      = (*View)(nil)
	_ desktop.Cursorable     = (*View)(nil)
)

// New returns a view of a text. It follows all changes of the text, whoever
// makes them, until Close.
func New(text *buffer.Buffer, look Look, options Options) *View {
	v := &View{Options: options, clock: realClock()}
	v.geometry = newGeometry(text, look)
	v.window = window{bottom: untold}
	v.watch(text)
	v.ExtendBaseWidget(v)
	return v
}

func (v *View) watch(text *buffer.Buffer) {
	v.text, v.cursor = text, cursor{}
	v.geometry.text, v.geometry.layout = text, nil
	v.marks = &marks{text: text}
	v.unwatch = text.Observe(v.follow)
}

// SetBuffer replaces the text by another one. Marks and what can be undone go with
// the old text.
func (v *View) SetBuffer(text *buffer.Buffer) {
	v.leave()
	v.watch(text)
	v.resized()
}

// Close ends the view's following of its text. A view that is no longer shown
// must be closed.
func (v *View) Close() {
	v.leave()
	v.focused = false
	v.beat()
	v.endDrag()
}

// leave lets go of the text.
func (v *View) leave() {
	v.Flush()
	v.marks.clear()
	v.unwatch()
}

// Buffer returns the text as it stands.
func (v *View) Buffer() *buffer.Buffer {
	v.Flush()
	return v.text
}

// Text returns the whole text, "\n" between paragraphs.
func (v *View) Text() string { return v.Buffer().Text() }

// Selection returns what is selected and where the caret stands.
func (v *View) Selection() buffer.Selection {
	v.Flush()
	return v.cursor.Selection
}

// SelectedText returns the text that is selected.
func (v *View) SelectedText() string {
	v.Flush()
	return v.text.Slice(v.cursor.Span())
}

// Select sets the caret and what is selected, and brings it into sight.
func (v *View) Select(s buffer.Selection) {
	v.Flush()
	v.text.EndGroup()
	v.cursor.choose(buffer.Selection{From: v.text.Clamp(s.From), Caret: v.text.Clamp(s.Caret)})
	v.moved()
}

// Reveal brings a span into sight without moving the caret.
func (v *View) Reveal(s buffer.Span) {
	v.Flush()
	top, height := v.geometry.caret(place{Position: v.text.Clamp(s.From)})
	last, lastHeight := v.geometry.caret(place{v.text.Clamp(s.To), true})
	v.reveal(top.Y, max(top.Y+height, last.Y+lastHeight))
}

// SetZoom sets the size of the text; 1 is 100 %.
func (v *View) SetZoom(zoom float32) {
	v.Flush()
	if zoom != v.geometry.zoom {
		v.geometry.setZoom(zoom)
		v.resized()
	}
}

// Restyle asks Look.Style anew how the paragraphs are set.
func (v *View) Restyle() {
	v.Flush()
	v.geometry.restyle()
	v.resized()
}

// Resize implements fyne.CanvasObject.
func (v *View) Resize(size fyne.Size) {
	v.geometry.setWidth(size.Width)
	v.BaseWidget.Resize(size)
}

// CaretArea implements ime.Caret: the place of the caret in the view and its
// height.
func (v *View) CaretArea() (topLeft fyne.Position, height float32) {
	return v.geometry.caret(v.cursor.place())
}

// FocusGained implements fyne.Focusable. A view of which nothing is in sight
// asks to be brought there.
func (v *View) FocusGained() {
	v.setFocus(true)
	if !v.window.shows(v.geometry.height()) {
		v.moved()
	}
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.Flush()
	v.text.EndGroup()
	v.setFocus(false)
}

func (v *View) setFocus(focused bool) {
	v.focused, v.input.shift = focused, false
	v.beat()
	v.repaint()
	if v.OnFocus != nil {
		v.OnFocus(focused)
	}
}

func (v *View) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(v)
}
