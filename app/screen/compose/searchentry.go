package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jianbao/app/element"
)

// searchEntry is an entry in which Esc shuts the bar, and from which F3
// and Shift+F3 reach the window.
type searchEntry struct {
	element.Entry
	escape func()
	shift  bool
}

func newSearchEntry(hint string, escape func()) *searchEntry {
	e := &searchEntry{escape: escape}
	e.SetPlaceHolder(hint)
	e.ExtendBaseWidget(e)
	return e
}

// KeyDown implements desktop.Keyable.
func (e *searchEntry) KeyDown(key *fyne.KeyEvent) {
	e.shift = e.shift || isShift(key)
	e.Entry.KeyDown(key)
}

// KeyUp implements desktop.Keyable.
func (e *searchEntry) KeyUp(key *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(key)
	e.Entry.KeyUp(key)
}

func isShift(key *fyne.KeyEvent) bool {
	return key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight
}

// FocusLost implements fyne.Focusable.
func (e *searchEntry) FocusLost() {
	e.shift = false
	e.Entry.FocusLost()
}

// TypedKey implements fyne.Focusable.
func (e *searchEntry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape:
		e.escape()
	case key.Name == fyne.KeyF3:
		e.further()
	default:
		e.Entry.TypedKey(key)
	}
}

// further hands F3 to the window, with Shift as a shortcut.
func (e *searchEntry) further() {
	window := fyne.CurrentApp().Driver().CanvasForObject(e)
	if window == nil {
		return
	}
	if keys, ok := window.(fyne.Shortcutable); ok && e.shift {
		keys.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF3, Modifier: fyne.KeyModifierShift})
	} else if window.OnTypedKey() != nil {
		window.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF3})
	}
}
