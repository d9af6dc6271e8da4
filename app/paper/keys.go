package paper

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pageLines is how many lines PageUp and PageDown go.
const pageLines = 15

// KeyDown implements desktop.Keyable.
func (f *Field) KeyDown(e *fyne.KeyEvent) { f.hold(e, true) }

// KeyUp implements desktop.Keyable.
func (f *Field) KeyUp(e *fyne.KeyEvent) { f.hold(e, false) }

func (f *Field) hold(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		f.shift = down
	}
}

// TypedKey implements fyne.Focusable. A key that means nothing here goes on to
// the window, so that its commands work while text is being written.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	f.lay(f.Size().Width)
	if to, ok := f.target(e.Name); ok {
		f.buffer.moveTo(to, f.shift)
		f.moved()
		return
	}
	switch e.Name {
	case fyne.KeyBackspace:
		f.erase(-1)
	case fyne.KeyDelete:
		f.erase(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter()
	default:
		f.passOn(e)
	}
}

// target returns where a key moves the caret.
func (f *Field) target(key fyne.KeyName) (int, bool) {
	at := f.buffer.caret
	here := f.lineAt(at)
	switch key {
	case fyne.KeyLeft:
		return at - 1, true
	case fyne.KeyRight:
		return at + 1, true
	case fyne.KeyUp:
		return f.vertical(here, -1), true
	case fyne.KeyDown:
		return f.vertical(here, 1), true
	case fyne.KeyPageUp:
		return f.vertical(here, -pageLines), true
	case fyne.KeyPageDown:
		return f.vertical(here, pageLines), true
	case fyne.KeyHome:
		return f.lines[here].from, true
	case fyne.KeyEnd:
		return f.positionOn(here, f.width+1), true
	}
	return 0, false
}

// vertical returns the position by so many lines below the caret; beyond the
// first or last line it is the start or the end of the text.
func (f *Field) vertical(here, by int) int {
	to := here + by
	switch {
	case to < 0 && here == 0:
		return 0
	case to >= len(f.lines) && here == len(f.lines)-1:
		return len(f.buffer.text)
	}
	return f.positionOn(min(max(to, 0), len(f.lines)-1), f.xOf(here, f.buffer.caret))
}

// erase removes the selection, or the character on one side of the caret.
func (f *Field) erase(side int) {
	from, to := f.buffer.selection()
	if from == to {
		from, to = min(from, from+side), max(to, to+side)
	}
	if f.ReadOnly || from < 0 || to > len(f.buffer.text) {
		return
	}
	f.buffer.replace(from, to, nil)
	f.changed()
}

func (f *Field) enter() {
	if f.Lines {
		f.insert([]rune{'\n'})
		return
	}
	if c := f.canvas(); c != nil {
		c.FocusNext()
	}
}

func (f *Field) passOn(e *fyne.KeyEvent) {
	if c := f.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

func (f *Field) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(f)
}

// TypedShortcut implements fyne.Shortcutable.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		f.buffer.moveTo(0, false)
		f.buffer.moveTo(len(f.buffer.text), true)
		f.Refresh()
	case *fyne.ShortcutCopy:
		f.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if f.copyTo(s.Clipboard) {
			f.insert(nil)
		}
	case *fyne.ShortcutPaste:
		f.insert([]rune(strings.ReplaceAll(s.Clipboard.Content(), "\r\n", "\n")))
	case *fyne.ShortcutUndo:
		f.step(f.buffer.undo)
	case *fyne.ShortcutRedo:
		f.step(f.buffer.redo)
	case *desktop.CustomShortcut:
		f.custom(s)
	}
}

func (f *Field) copyTo(clipboard fyne.Clipboard) bool {
	text := f.buffer.selected()
	if text != "" {
		clipboard.SetContent(text)
	}
	return text != ""
}

func (f *Field) step(how func() bool) {
	if !f.ReadOnly && how() {
		f.changed()
	}
}

// custom takes Ctrl+Home and Ctrl+End; what else is a shortcut is the window's.
func (f *Field) custom(s *desktop.CustomShortcut) {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	switch s.KeyName {
	case fyne.KeyHome:
		f.buffer.moveTo(0, extend)
	case fyne.KeyEnd:
		f.buffer.moveTo(len(f.buffer.text), extend)
	default:
		if c, ok := f.canvas().(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
		return
	}
	f.moved()
}
