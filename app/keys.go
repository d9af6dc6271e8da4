package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
)

// keys binds the commands of the moment to the keyboard. Keys with a modifier
// work everywhere, since the menu has them too. Function keys and Esc work where
// what has the focus lets them through, as our own fields, entries and ticks do.
// Plain keys work only where no text is typed.
type keys struct {
	window *window
	bound  []fyne.Shortcut
	plain  map[fyne.KeyName]command.Command
	runes  map[rune]command.Command
}

func newKeys(w *window) *keys {
	k := &keys{window: w}
	w.win.Canvas().SetOnTypedKey(k.typedKey)
	w.win.Canvas().SetOnTypedRune(k.typedRune)
	return k
}

// bind replaces what was bound before.
func (k *keys) bind(commands command.List) {
	canvas := k.window.win.Canvas()
	for _, s := range k.bound {
		canvas.RemoveShortcut(s)
	}
	k.bound, k.plain, k.runes = nil, map[fyne.KeyName]command.Command{}, map[rune]command.Command{}
	for _, c := range commands {
		if c.Key != "" {
			k.bindOne(c)
		}
	}
}

func (k *keys) bindOne(c command.Command) {
	modifier, name := shortcutOf(c.Key)
	switch {
	case modifier != 0:
		s := &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
		k.window.win.Canvas().AddShortcut(s, func(fyne.Shortcut) { k.window.run(c) })
		k.bound = append(k.bound, s)
	case len([]rune(string(c.Key))) == 1:
		r := []rune(string(c.Key))[0]
		k.runes[r] = c
		if r >= 'A' && r <= 'Z' {
			k.runes[r-'A'+'a'] = c
		}
	default:
		k.plain[name] = c
		if name == fyne.KeyReturn {
			k.plain[fyne.KeyEnter] = c
		}
	}
}

// typedKey gets the keys that no focused widget took. Esc closes the dialog in
// front, as its button to cancel would.
func (k *keys) typedKey(e *fyne.KeyEvent) {
	if front, ok := k.window.win.Canvas().Overlays().Top().(*widget.PopUp); ok && e.Name == fyne.KeyEscape {
		front.Hide()
		return
	}
	if c, ok := k.plain[e.Name]; ok {
		k.window.run(c)
	}
}

func (k *keys) typedRune(r rune) {
	if c, ok := k.runes[r]; ok {
		k.window.run(c)
	}
}

// fyneNames maps the names people read to Fyne's, where they differ.
var fyneNames = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "Space": fyne.KeySpace, "Del": fyne.KeyDelete,
	"PgUp": fyne.KeyPageUp, "PgDn": fyne.KeyPageDown, "+": fyne.KeyEqual,
}

// shortcutOf translates a key as people read it.
func shortcutOf(key command.Key) (fyne.KeyModifier, fyne.KeyName) {
	modifiers, name := key.Parts()
	var m fyne.KeyModifier
	for _, one := range modifiers {
		switch one {
		case "Ctrl":
			m |= fyne.KeyModifierShortcutDefault
		case "Shift":
			m |= fyne.KeyModifierShift
		case "Alt":
			m |= fyne.KeyModifierAlt
		}
	}
	if n, ok := fyneNames[name]; ok {
		return m, n
	}
	return m, fyne.KeyName(name)
}

// run carries a command out, or says why it cannot be done now.
func (w *window) run(c command.Command) {
	if len(w.win.Canvas().Overlays().List()) > 0 {
		return // a dialog is open and has the keys
	}
	if why := c.Reason(); why != "" {
		w.tell(c.Title(w.Words().T), why)
		return
	}
	w.touch()
	c.Do()
}
