package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/buffer"
)

// stroke types keys: C- with Ctrl, S- with Shift. Next and Prior are PageDown
// and PageUp.
func (d *desk) stroke(keys string) {
	for _, k := range strings.Fields(keys) {
		name, control := strings.CutPrefix(k, "C-")
		name, shift := strings.CutPrefix(name, "S-")
		key := &fyne.KeyEvent{Name: fyne.KeyName(name)}
		if shift {
			d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		if control {
			s := &desktop.CustomShortcut{KeyName: key.Name, Modifier: fyne.KeyModifierShortcutDefault}
			if shift {
				s.Modifier |= fyne.KeyModifierShift
			}
			d.TypedShortcut(s)
		} else {
			d.TypedKey(key)
		}
		if shift {
			d.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
	}
}

// marked shows a text with the caret as ^ and the other end of the selection
// as |.
func (d *desk) marked() string {
	s := d.View.Selection()
	ends := []struct {
		p buffer.Position
		c string
	}{{s.From, "|"}, {s.Caret, "^"}}
	if s.Caret.Before(s.From) {
		ends[0], ends[1] = ends[1], ends[0]
	}
	if s.From == s.Caret {
		ends[0].c = ""
	}
	start, end := d.text.Start(), d.text.End()
	cut := func(a, b buffer.Position) string { return d.text.Slice(buffer.Span{From: a, To: b}) }
	return cut(start, ends[0].p) + ends[0].c + cut(ends[0].p, ends[1].p) + ends[1].c + cut(ends[1].p, end)
}

func TestKeys(t *testing.T) {
	const line = "一二三四五六七八九十一二三四五六七八" // the first of a paragraph: 18
	for _, c := range []struct {
		name, text string
		at         buffer.Selection
		keys, want string
	}{
		{"right", "一二", at(pos(0, 0)), "Right", "一^二"},
		{"right over a line end", "一\n二", at(pos(0, 1)), "Right", "一\n^二"},
		{"left over a line end", "一\n二", at(pos(1, 0)), "Left", "一^\n二"},
		{"left at the beginning", "一", at(pos(0, 0)), "Left", "^一"},
		{"by grapheme", "e\u0301x", at(pos(0, 0)), "Right", "e\u0301^x"},
		{"extends", "一二三", at(pos(0, 1)), "S-Right S-Right S-Left", "一|二^三"},
		{"backwards", "一二三", at(pos(0, 2)), "S-Left", "一^二|三"},
		{"right ends a selection", "一二三", selection(pos(0, 0), pos(0, 2)), "Right", "一二^三"},
		{"left ends a selection", "一二三", selection(pos(0, 1), pos(0, 3)), "Left", "一^二三"},
		{"word", "防汛 2026年，ab", at(pos(0, 0)), "C-Right C-Right", "防汛 2026^年，ab"},
		{"word back", "防汛 2026年，ab", at(pos(0, 10)), "C-Left C-Left", "防汛 2026年^，ab"},
		{"word over a line end", "一\n二", at(pos(0, 1)), "C-Right", "一\n^二"},
		{"word extends", "ab cd", at(pos(0, 0)), "C-S-Right", "|ab ^cd"},
		{"end", "一二\n三", at(pos(0, 0)), "End", "一二^\n三"},
		{"end of a visual line", line + "九十", at(pos(0, 1)), "End", line + "^九十"},
		{"home of a visual line", line + "九十", at(pos(0, 19)), "Home", line + "^九十"},
		{"home after end stays", line + "九十", at(pos(0, 1)), "End Home", "^" + line + "九十"},
		{"all the way", "一\n二\n三", at(pos(1, 0)), "C-End", "一\n二\n三^"},
		{"and back", "一\n二\n三", at(pos(1, 0)), "C-Home", "^一\n二\n三"},
		{"down keeps the column", "一二三\n四\n五六七", at(pos(0, 3)), "Down Down", "一二三\n四\n五六七^"},
		{"up keeps the column", "一二三\n四\n五六七", at(pos(2, 2)), "Up Up", "一二^三\n四\n五六七"},
		{"down by visual line", line + "九十", at(pos(0, 0)), "Down", line + "九十^"},
		{"down at the last line", "一二", at(pos(0, 0)), "Down", "一二^"},
		{"up at the first line", "一二", at(pos(0, 1)), "Up", "^一二"},
		{"extends down", "一\n二", at(pos(0, 1)), "S-Down", "一|\n二^"},
		{"page down and up", strings.Repeat("一\n", 40), at(pos(0, 1)), "Next Prior", "一^\n" + strings.Repeat("一\n", 39)},
		{"backspace", "一二", at(pos(0, 1)), "BackSpace", "^二"},
		{"backspace joins", "一\n二", at(pos(1, 0)), "BackSpace", "一^二"},
		{"backspace takes a grapheme", "xe\u0301", at(pos(0, 3)), "BackSpace", "x^"},
		{"backspace takes the selection", "一二三", selection(pos(0, 0), pos(0, 2)), "BackSpace", "^三"},
		{"backspace a word", "防汛 abc", at(pos(0, 6)), "C-BackSpace", "防汛 ^"},
		{"delete", "一二", at(pos(0, 1)), "Delete", "一^"},
		{"delete joins", "一\n二", at(pos(0, 1)), "Delete", "一^二"},
		{"delete a word", "abc 防汛", at(pos(0, 0)), "C-Delete", "^防汛"},
		{"nothing to delete", "一", at(pos(0, 1)), "Delete", "一^"},
		{"enter", "一二", at(pos(0, 1)), "Return", "一\n^二"},
		{"enter takes the selection", "一二三", selection(pos(0, 1), pos(0, 2)), "KP_Enter", "一\n^三"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, c.text)
			d.View.Select(c.at)
			d.stroke(c.keys)
			if got := d.marked(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// PageDown goes as far as what is in sight, less a line.
func TestPageDown(t *testing.T) {
	d := newDesk(t, strings.Repeat("一\n", 100))
	d.stroke("Next")
	if got := d.View.Selection().Caret; got != pos(12, 0) {
		t.Error("caret at", got)
	}
}

// The caret is always brought into sight.
func TestCaretInSight(t *testing.T) {
	d := newDesk(t, essay(9000))
	check := func(what string) {
		t.Helper()
		at, height := d.CaretArea()
		if at.Y < d.View.window.top || at.Y+height > d.View.window.bottom {
			t.Errorf("%s: caret at %v, in sight %v to %v", what, at.Y, d.View.window.top, d.View.window.bottom)
		}
	}
	for _, keys := range []string{"C-End", "C-Home", "Next Next", "Down Down Down", "C-End Return Return", "Prior Prior"} {
		d.stroke(keys)
		check(keys)
	}
	d.pane.ScrollTo(5000)
	d.write("字")
	check("writing after scrolling")
	d.pane.ScrollTo(0)
	d.TypedShortcut(&fyne.ShortcutUndo{})
	check("undo after scrolling")
}

func TestUndoRedoKeys(t *testing.T) {
	d := newDesk(t, "一")
	d.stroke("End")
	d.write("二")
	d.stroke("Return")
	d.write("三四")
	for _, want := range []string{"一二\n^", "一二^", "一^"} {
		d.TypedShortcut(&fyne.ShortcutUndo{})
		if got := d.marked(); got != want {
			t.Fatalf("undone to %q, want %q", got, want)
		}
	}
	d.stroke("C-S-Z")
	d.TypedShortcut(&fyne.ShortcutRedo{})
	if got := d.marked(); got != "一二\n^" {
		t.Errorf("done again to %q", got)
	}
}

func TestKeysGoOn(t *testing.T) {
	d := newDesk(t, "一")
	var keys []fyne.KeyName
	var shortcuts []string
	d.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}
	up := &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	for _, s := range []fyne.Shortcut{save, up} {
		d.window.Canvas().AddShortcut(s, func(s fyne.Shortcut) { shortcuts = append(shortcuts, s.ShortcutName()) })
	}
	d.key(fyne.KeyF3, fyne.KeyEscape, fyne.KeyLeft)
	d.TypedShortcut(save)
	d.TypedShortcut(up)
	if len(keys) != 2 || keys[0] != fyne.KeyF3 || keys[1] != fyne.KeyEscape {
		t.Error("the window got", keys)
	}
	if len(shortcuts) != 2 {
		t.Error("the window got", shortcuts)
	}
}

func TestOneLine(t *testing.T) {
	d := newDesk(t, "一")
	d.OneLine = true
	d.stroke("End Return")
	d.paste("二\n三")
	if got := d.marked(); got != "一二 三^" {
		t.Errorf("%q", got)
	}
}

func TestReadOnly(t *testing.T) {
	d := newDesk(t, "一二三")
	d.write("零")
	d.ReadOnly = true
	d.TypedRune('x')
	d.end()
	d.stroke("BackSpace Delete Return C-BackSpace C-Delete")
	d.paste("x")
	d.Undo()
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.TypedShortcut(&fyne.ShortcutCut{Clipboard: test.NewClipboard()})
	if got := d.Text(); got != "零一二三" {
		t.Errorf("%q", got)
	}
	clipboard := test.NewClipboard()
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if got := clipboard.Content(); got != "零一二三" {
		t.Errorf("copied %q", got)
	}
}

func selection(from, caret buffer.Position) buffer.Selection {
	return buffer.Selection{From: from, Caret: caret}
}
