package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jianbao/editor/buffer"
)

// KeyDown implements desktop.Keyable.
func (v *View) KeyDown(e *fyne.KeyEvent) { v.hold(e, true) }

// KeyUp implements desktop.Keyable.
func (v *View) KeyUp(e *fyne.KeyEvent) { v.hold(e, false) }

func (v *View) hold(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		v.input.shift = down
	}
}

// TypedKey implements fyne.Focusable. A key that means nothing here goes on to
// the window, so that its commands work while text is being written.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	v.Flush()
	if v.move(e.Name, v.input.shift) {
		return
	}
	switch e.Name {
	case fyne.KeyBackspace:
		v.backspace(v.text.Previous)
	case fyne.KeyDelete:
		v.erase(v.text.Next)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.enter()
	default:
		v.passOn(e)
	}
}

// move does what a key without Ctrl does to the caret, and reports whether it
// does anything.
func (v *View) move(key fyne.KeyName, extend bool) bool {
	c, span := &v.cursor, v.cursor.Span()
	jumps := !extend && !span.Empty() // an arrow only ends the selection
	switch key {
	case fyne.KeyLeft:
		to := span.From
		if !jumps {
			to = v.text.Previous(c.Caret)
		}
		c.moveTo(place{Position: to}, extend)
	case fyne.KeyRight:
		to := span.To
		if !jumps {
			to = v.text.Next(c.Caret)
		}
		c.moveTo(place{Position: to}, extend)
	case fyne.KeyHome:
		c.moveTo(placeOf(v.geometry.set().Home(c.place().typeset())), extend)
	case fyne.KeyEnd:
		c.moveTo(placeOf(v.geometry.set().End(c.place().typeset())), extend)
	default:
		lines, ok := v.linesDown(key)
		if !ok {
			return false
		}
		c.vertical(v.geometry, lines, extend)
	}
	v.text.EndGroup()
	v.input.helped = false
	v.moved()
	return true
}

// linesDown returns by how many lines a key goes down, and whether it does.
func (v *View) linesDown(key fyne.KeyName) (lines int, ok bool) {
	_, height := v.CaretArea()
	screen := max(1, int(v.window.page()/height)-1)
	switch key {
	case fyne.KeyUp:
		return -1, true
	case fyne.KeyDown:
		return 1, true
	case fyne.KeyPageUp:
		return -screen, true
	case fyne.KeyPageDown:
		return screen, true
	}
	return 0, false
}

// passOn hands a key to the window: with Shift as a shortcut, which the toolkit
// makes only of keys with Ctrl or Alt.
func (v *View) passOn(e *fyne.KeyEvent) {
	if v.input.shift {
		v.passOnShortcut(&desktop.CustomShortcut{KeyName: e.Name, Modifier: fyne.KeyModifierShift})
		return
	}
	if c := v.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (v *View) TypedShortcut(s fyne.Shortcut) {
	v.Flush()
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		v.selectAll()
	case *fyne.ShortcutCopy:
		v.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		v.cutTo(s.Clipboard)
	case *fyne.ShortcutPaste:
		v.paste(s.Clipboard.Content())
	case *fyne.ShortcutUndo:
		v.undoKey()
	case *fyne.ShortcutRedo:
		v.redoKey()
	case *desktop.CustomShortcut:
		if !v.control(s) {
			v.passOnShortcut(s)
		}
	default:
		v.passOnShortcut(s)
	}
}

// control does what a key with Ctrl does, and reports whether it does anything.
func (v *View) control(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	w := words{v.text, v.Segment}
	switch s.KeyName {
	case fyne.KeyBackspace:
		v.backspace(w.previous)
	case fyne.KeyDelete:
		v.erase(w.next)
	case fyne.KeyZ:
		v.redoKey()
	default:
		return v.jump(s.KeyName, w, extend)
	}
	return true
}

// jump does what a key with Ctrl does to the caret.
func (v *View) jump(key fyne.KeyName, w words, extend bool) bool {
	var to buffer.Position
	switch key {
	case fyne.KeyLeft:
		to = w.previous(v.cursor.Caret)
	case fyne.KeyRight:
		to = w.next(v.cursor.Caret)
	case fyne.KeyHome:
		to = v.text.Start()
	case fyne.KeyEnd:
		to = v.text.End()
	default:
		return false
	}
	v.text.EndGroup()
	v.input.helped = false
	v.cursor.moveTo(place{Position: to}, extend)
	v.moved()
	return true
}

func (v *View) passOnShortcut(s fyne.Shortcut) {
	if c, ok := v.canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

func (v *View) selectAll() {
	v.cursor.choose(buffer.Selection{From: v.text.Start(), Caret: v.text.End()})
	v.beat()
	v.repaint()
	if v.OnCaret != nil {
		v.OnCaret()
	}
}
