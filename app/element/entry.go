package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is Fyne's entry that keeps to text: function keys and Esc, which do
// nothing in it, go on to the window.
type Entry struct{ widget.Entry }

// NewEntry returns an entry of one line with a hint.
func NewEntry(hint string) *Entry {
	e := &Entry{widget.Entry{Wrapping: fyne.TextWrap(fyne.TextTruncateClip)}}
	e.SetPlaceHolder(hint)
	e.ExtendBaseWidget(e)
	return e
}

// NewPINEntry returns an entry that does not show what is typed.
func NewPINEntry(hint string) *Entry {
	e := NewEntry(hint)
	e.Password = true
	return e
}

// NewLines returns an entry of several lines.
func NewLines(hint string, rows int) *Entry {
	e := NewEntry(hint)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapBreak
	e.SetMinRowsVisible(rows)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if len(key.Name) > 1 && key.Name[0] == 'F' || key.Name == fyne.KeyEscape {
		passOn(e, key)
		return
	}
	e.Entry.TypedKey(key)
}

// Check is Fyne's check that takes only the key that ticks it; all others go on
// to the window.
type Check struct{ widget.Check }

// NewCheck returns a check; changed is called when the user changes it.
func NewCheck(label string, on bool, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.Checked, c.OnChanged = label, on, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeySpace {
		passOn(c, key)
	}
}

// passOn gives a key to the window, as if nothing had the focus.
func passOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}
