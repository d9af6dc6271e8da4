package paper

import (
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	jtheme "jianbao/app/theme"
	"jianbao/assets"
)

var looks = sync.OnceValues(func() (*jtheme.Theme, error) {
	return jtheme.New(jtheme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, jtheme.Light)
})

// newSheet returns a field in a window, so many characters wide.
func newSheet(t testing.TB, characters float32) *Field {
	t.Helper()
	look, err := looks()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	f := NewField(Style{Face: func(rune) fyne.Resource { return nil }, Size: 16, Leading: 1.8, Color: jtheme.ColorInk})
	f.Lines = true
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	f.Resize(fyne.NewSize(0, 0))
	f.lay(1)
	f.Resize(fyne.NewSize(characters*f.metric.advance('中')+2*inset, 400))
	f.lay(f.Size().Width)
	w.Canvas().Focus(f)
	return f
}

func (f *Field) rows() []string {
	rows := make([]string, len(f.lines))
	for i, l := range f.lines {
		rows[i] = string(f.buffer.text[l.from:l.to])
	}
	return rows
}

func (f *Field) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (f *Field) write(s string) {
	for _, r := range s {
		f.TypedRune(r)
	}
}

func TestLinesBreakWhereReadersExpect(t *testing.T) {
	for _, c := range []struct {
		text   string
		indent float32
		want   string
	}{
		{"一二三四五六七", 0, "一二三四|五六七"},
		{"一二三四，五", 0, "一二三|四，五"},
		{"一二三（四五", 0, "一二三|（四五"},
		{"一二三四五六七", 2, "一二|三四五六|七"},
		{"一二\n三", 0, "一二|三"},
		{"", 0, ""},
		{"一二三12 34", 0, "一二三|12 34"},
		{"1234567890123456", 0, "12345678|90123456"},
	} {
		f := newSheet(t, 4)
		f.Style.Indent = c.indent
		if digit := f.metric.advance('1'); strings.HasPrefix(c.text, "1234") {
			f.Resize(fyne.NewSize(8*digit+2*inset, 400))
		}
		f.SetText(c.text)
		f.lay(f.Size().Width)
		if got := strings.Join(f.rows(), "|"); got != c.want {
			t.Errorf("%q breaks into %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTypingDeletingUndoing(t *testing.T) {
	f := newSheet(t, 10)
	var heard string
	f.OnChanged = func(s string) { heard = s }
	f.write("今天。明天")
	f.press(fyne.KeyReturn)
	f.write("后天")
	f.press(fyne.KeyBackspace)
	if f.Text() != "今天。明天\n后" || heard != f.Text() {
		t.Fatalf("text %q, told %q", f.Text(), heard)
	}
	steps := []string{"今天。明天\n后天", "今天。明天\n", "今天。", ""}
	for _, want := range steps {
		f.TypedShortcut(&fyne.ShortcutUndo{})
		if f.Text() != want {
			t.Errorf("undone to %q, want %q", f.Text(), want)
		}
	}
	for range steps {
		f.TypedShortcut(&fyne.ShortcutRedo{})
	}
	if f.Text() != "今天。明天\n后" {
		t.Errorf("redone to %q", f.Text())
	}
}

func TestSelectionIsReplacedCopiedAndCut(t *testing.T) {
	f := newSheet(t, 10)
	f.SetText("一二三四")
	clipboard := test.NewClipboard()
	f.Select(1, 3)
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if f.Text() != "一二三二三四" {
		t.Errorf("text %q", f.Text())
	}
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.press(fyne.KeyHome)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.write("零")
	if f.Text() != "零四" {
		t.Errorf("text %q", f.Text())
	}
}

func TestReadOnlyTextIsReadAndCopiedOnly(t *testing.T) {
	f := newSheet(t, 10)
	f.SetText("定稿")
	f.ReadOnly = true
	clipboard := test.NewClipboard()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	f.write("改")
	f.press(fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn)
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if f.Text() != "定稿" || clipboard.Content() != "定稿" {
		t.Errorf("text %q, copied %q", f.Text(), clipboard.Content())
	}
}

func TestKeysGoByLines(t *testing.T) {
	f := newSheet(t, 4)
	f.SetText("一二三四五六七\n八")
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 4}, {fyne.KeyEnd, 7}, {fyne.KeyDown, 9}, {fyne.KeyDown, 9},
		{fyne.KeyUp, 5}, {fyne.KeyHome, 4}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 3}, {fyne.KeyPageDown, 9}, {fyne.KeyPageUp, 1},
	} {
		f.press(c.key)
		if f.Caret() != c.want {
			t.Errorf("%s goes to %d, want %d", c.key, f.Caret(), c.want)
		}
	}
}

func TestUnknownKeysReachTheWindow(t *testing.T) {
	f := newSheet(t, 4)
	var got fyne.KeyName
	f.canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = e.Name })
	f.press(fyne.KeyF8)
	if got != fyne.KeyF8 {
		t.Errorf("the window heard %q", got)
	}
}

func TestClickSetsTheCaretWithoutMovingThePage(t *testing.T) {
	f := newSheet(t, 4)
	f.SetText("一二三四五六七八")
	f.canvas().Unfocus()
	var shown []float32
	f.OnCaret = func(at fyne.Position, _ float32) { shown = append(shown, at.Y) }
	f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary,
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(inset+17, inset+f.pitch()*1.5)}})
	if f.Caret() != 5 {
		t.Errorf("caret at %d, want 5", f.Caret())
	}
	for _, y := range shown {
		if y != inset+f.pitch() {
			t.Errorf("the page was shown line at %v", y)
		}
	}
}

func TestFittingTextIsOneLine(t *testing.T) {
	f := newSheet(t, 4)
	f.Style.Fit = true
	f.SetText("一二三四五六七八九十")
	f.lay(f.Size().Width)
	if len(f.lines) != 1 || f.metric.style.Size >= f.Style.Size {
		t.Errorf("%d lines at size %v", len(f.lines), f.metric.style.Size)
	}
}

func FuzzLinesCoverTheText(f *testing.F) {
	for _, s := range []string{"", "今年以来，青石街道", "a b\n\n，。，。", "“一巷一策”12,345.6%（拟）"} {
		f.Add(s, uint8(4))
	}
	field := newSheet(f, 4)
	f.Fuzz(func(t *testing.T, s string, characters uint8) {
		field.Resize(fyne.NewSize(float32(characters)*4, 400))
		field.SetText(s)
		field.lay(field.Size().Width)
		at := 0
		for i, l := range field.lines {
			if l.hard && i > 0 {
				at++ // the line end before it
			}
			if l.from != at || l.to < l.from {
				t.Fatalf("line %+v begins at %d, want %d", l, l.from, at)
			}
			at = l.to
		}
		if at != len(field.buffer.text) {
			t.Fatalf("lines end at %d of %d", at, len(field.buffer.text))
		}
	})
}

func BenchmarkKey(b *testing.B) {
	f := newSheet(b, 32)
	f.SetText(strings.Repeat(strings.Repeat("今年以来聚焦群众反映，", 27)+"\n", 34)) // 10,000 characters
	f.Select(5000, 5000)
	for b.Loop() {
		f.TypedRune('中')
		f.press(fyne.KeyBackspace)
	}
}
