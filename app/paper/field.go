// Package paper owns the fields of a page on the screen: text that looks as it
// will print and is edited in place, grows with what is written, is centred or
// indented, and can be read and copied where it is frozen. It does not know
// what a field means, and it does not scroll: the page does.
//
// Fyne's own entry cannot stand here: it knows no centred line, no indent and no
// line height of prose, it keeps the wheel from the page around it, and each
// page in a theme of its own would load its fonts anew.
package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Style says how the text of a field looks.
type Style struct {
	Face    func(rune) fyne.Resource // nil for a character means the system's
	Size    float32                  // of one character
	Leading float32                  // from line to line, in characters
	Indent  float32                  // of the first line of a paragraph, in characters
	Align   fyne.TextAlign
	Color   fyne.ThemeColorName
	Fit     bool   // one line: the text shrinks before it breaks
	Before  string // stands before the text and is not part of it: a label, a bracket
	After   string
}

// Field is a text on the page.
type Field struct {
	widget.BaseWidget
	Style    Style
	Hint     string // shown while the field is empty
	Lines    bool   // Enter breaks the line; otherwise it goes to the next field
	ReadOnly bool   // can be read and copied, not changed

	OnChanged func(string)
	OnFocus   func()
	// OnCaret is called when the caret moved; the area is relative to the field.
	OnCaret func(topLeft fyne.Position, height float32)

	buffer  buffer
	lines   []line
	metric  *metric
	width   float32 // for which lines were made
	focused bool
	shift   bool
}

var (
	_ fyne.Focusable      = (*Field)(nil)
	_ fyne.Shortcutable   = (*Field)(nil)
	_ fyne.Draggable      = (*Field)(nil)
	_ fyne.DoubleTappable = (*Field)(nil)
	_ desktop.Keyable     = (*Field)(nil)
	_ desktop.Mouseable   = (*Field)(nil)
	_ desktop.Cursorable  = (*Field)(nil)
)

// NewField returns an empty field of one paragraph.
func NewField(style Style) *Field {
	f := &Field{Style: style}
	f.ExtendBaseWidget(f)
	return f
}

// Text returns what stands in the field.
func (f *Field) Text() string { return string(f.buffer.text) }

// SetText replaces the text and forgets what could be undone.
func (f *Field) SetText(s string) {
	f.buffer = buffer{text: []rune(s)}
	f.relay()
}

// Caret returns where the next character goes, in runes from the start.
func (f *Field) Caret() int { return f.buffer.caret }

// Selection returns the selected span in runes; both are the caret if nothing
// is selected.
func (f *Field) Selection() (from, to int) { return f.buffer.selection() }

// Select marks a span, or sets the caret where both ends are the same.
func (f *Field) Select(from, to int) {
	f.buffer.moveTo(from, false)
	f.buffer.moveTo(to, true)
	f.moved()
}

// SetStyle changes how the text looks.
func (f *Field) SetStyle(style Style) {
	f.Style = style
	f.metric = nil
	f.relay()
}

// CaretArea implements ime.Caret.
func (f *Field) CaretArea() (fyne.Position, float32) {
	f.lay(f.Size().Width)
	at := f.lineAt(f.buffer.caret)
	return fyne.NewPos(f.xOf(at, f.buffer.caret), f.lines[at].y), f.pitch()
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.focused = true
	if f.OnFocus != nil {
		f.OnFocus()
	}
	f.moved()
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() {
	f.focused, f.shift = false, false
	f.Refresh()
}

// TypedRune implements fyne.Focusable.
func (f *Field) TypedRune(r rune) { f.insert([]rune{r}) }

func (f *Field) insert(text []rune) {
	if !f.ReadOnly {
		f.buffer.replaceSelection(text)
		f.changed()
	}
}

// changed lays the text out anew and tells the owner.
func (f *Field) changed() {
	f.relay()
	if f.OnChanged != nil {
		f.OnChanged(f.Text())
	}
	f.moved()
}

// moved shows the caret where it now is.
func (f *Field) moved() {
	f.Refresh()
	if f.OnCaret != nil && f.focused {
		f.OnCaret(f.CaretArea())
	}
}

func (f *Field) relay() {
	f.lines = nil
	f.Refresh()
}
