package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/buffer"
)

// What an input method commits in one turn is one edit, one layout and one
// step back.
func TestBurst(t *testing.T) {
	d := newDesk(t, "甲乙")
	d.View.Select(at(pos(0, 1)))
	changes, told := 0, 0
	d.text.Observe(func(buffer.Change) { changes++ })
	d.OnChanged = func() { told++ }
	for _, r := range "你好，世界" {
		d.TypedRune(r)
	}
	if changes != 0 {
		t.Error("the text changed before the turn was over")
	}
	d.end()
	if changes != 1 || told != 1 {
		t.Errorf("%d changes, told %d times", changes, told)
	}
	if got := d.marked(); got != "甲你好，世界^乙" {
		t.Errorf("%q", got)
	}
	d.Undo()
	if got := d.marked(); got != "甲^乙" {
		t.Errorf("undone to %q", got)
	}
}

// Whatever is asked or done next sees what was typed.
func TestBurstFlushed(t *testing.T) {
	for name, do := range map[string]func(*desk){
		"text":      func(d *desk) { _ = d.Text() },
		"selection": func(d *desk) { _ = d.View.Selection() },
		"key":       func(d *desk) { d.stroke("Left Right") },
		"shortcut":  func(d *desk) { d.stroke("C-End") },
		"focus":     func(d *desk) { d.window.Canvas().Unfocus() },
		"buffer":    func(d *desk) { _ = d.Buffer() },
		"turn":      (*desk).end,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, "")
			d.TypedRune('你')
			d.TypedRune('好')
			do(d)
			if got := d.text.Text(); got != "你好" {
				t.Errorf("%q", got)
			}
			d.end()
			if got := d.text.Text(); got != "你好" {
				t.Errorf("typed twice: %q", got)
			}
		})
	}
}

func TestFastTyping(t *testing.T) {
	d := newDesk(t, "")
	want := essay(2100)
	want = strings.ReplaceAll(want, "\n", "")
	for i, r := range []rune(want) {
		d.TypedRune(r)
		if i%7 == 0 {
			d.end()
		}
	}
	d.end()
	if got := d.Text(); got != want {
		t.Error("what was typed did not arrive as it was typed")
	}
}

func TestTypingReplacesSelection(t *testing.T) {
	d := newDesk(t, "一二\n三四")
	d.View.Select(selection(pos(1, 1), pos(0, 1)))
	d.write("中")
	if got := d.marked(); got != "一中^四" {
		t.Errorf("%q", got)
	}
	d.Undo()
	if got := d.marked(); got != "一^二\n三|四" {
		t.Errorf("undone to %q", got)
	}
}

func TestHelp(t *testing.T) {
	for _, c := range []struct{ text, typed, want string }{
		{"", `"`, "“"},
		{"他说", `"`, "他说“"},
		{"他说“好", `"`, "他说“好”"},
		{"“甲”", `"`, "“甲”“"},
		{"“他说", `'`, "“他说‘"},
		{"“他说‘好", `'`, "“他说‘好’"},
		{"don", `'`, "don'"},
		{"今天", ",", "今天，"},
		{"今天", ";", "今天；"},
		{"“好”", ":", "“好”："},
		{"10", ":", "10:"},
		{"99", ",", "99,"},
		{"abc", ",", "abc,"},
		{"谁", "?", "谁？"},
		{"好", "!", "好！"},
		{"注", "(", "注（"},
		{"注（见", ")", "注（见）"},
		{"(a", ")", "(a)"},
		{"1", ")", "1)"},
		{"第3", ".", "第3."},
		{"", ",", ","},
		{"他说", `"好",`, "他说“好”，"},
	} {
		d := newDesk(t, c.text)
		d.stroke("C-End")
		for _, key := range c.typed {
			d.write(string(key))
		}
		if got := d.Text(); got != c.want {
			t.Errorf("%q + %s = %q, want %q", c.text, c.typed, got, c.want)
		}
		d = newDesk(t, c.text)
		d.Literal = true
		d.stroke("C-End")
		d.write(c.typed)
		if got, want := d.Text(), c.text+c.typed; got != want {
			t.Errorf("literally: %q, want %q", got, want)
		}
	}
}

// One key takes only the help back, the next the mark.
func TestHelpUndone(t *testing.T) {
	for name, undo := range map[string]func(*desk){
		"backspace": func(d *desk) { d.stroke("BackSpace") },
		"undo":      func(d *desk) { d.TypedShortcut(&fyne.ShortcutUndo{}) },
	} {
		d := newDesk(t, "甲")
		d.stroke("End")
		d.write(",")
		undo(d)
		if got := d.marked(); got != "甲,^" {
			t.Errorf("%s: %q", name, got)
		}
		undo(d)
		if got := d.marked(); got != "甲^" {
			t.Errorf("%s again: %q", name, got)
		}
	}
	d := newDesk(t, "甲")
	d.stroke("End")
	d.write(",")
	d.stroke("Left Right BackSpace")
	if got := d.marked(); got != "甲^" {
		t.Errorf("after a move: %q", got)
	}
}

func TestPaste(t *testing.T) {
	const zero = "\u200B"
	for _, c := range []struct {
		name, content, want string
		cleaned             []Cleaned
	}{
		{"plain", "甲乙", "甲乙", nil},
		{"line ends", "甲\r\n乙\r丙\n丁\u2028戊\v己", "甲\n乙\n丙\n丁\n戊\n己", nil},
		{"zero width", "甲" + zero + "乙" + zero + "\uFEFF", "甲乙", []Cleaned{{0x200B, 2}, {0xFEFF, 1}}},
		{"control", "甲\x00乙\x07丙\t丁", "甲乙丙\t丁", []Cleaned{{0, 1}, {7, 1}}},
		{"directions", "\u202E甲\u202C\u2066", "甲", []Cleaned{{0x202C, 1}, {0x202E, 1}, {0x2066, 1}}},
		{"soft hyphen", "co\u00ADop", "coop", []Cleaned{{0xAD, 1}}},
		{"emoji stay whole", "👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧", nil},
		{"a joiner in plain text", "a\u200Db", "ab", []Cleaned{{0x200D, 1}}},
		{"blanks stay", "a\u00A0b\u3000c", "a\u00A0b\u3000c", nil},
		{"no text", "甲\xFF乙", "甲\uFFFD乙", []Cleaned{{0xFFFD, 1}}},
		{"a sign for no text", "甲\uFFFD", "甲\uFFFD", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, "")
			var told []Cleaned
			d.OnCleaned = func(list []Cleaned) { told = list }
			clipboard := test.NewClipboard()
			clipboard.SetContent(c.content)
			d.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
			if got := d.Text(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if len(told) != len(c.cleaned) {
				t.Fatalf("told %v, want %v", told, c.cleaned)
			}
			for i := range told {
				if told[i] != c.cleaned[i] {
					t.Errorf("told %v, want %v", told, c.cleaned)
				}
			}
			if d.Undo(); d.Text() != "" {
				t.Error("a paste is not one step")
			}
		})
	}
}

func TestCutCopy(t *testing.T) {
	d := newDesk(t, "一二\n三四")
	clipboard := test.NewClipboard()
	clipboard.SetContent("旧")
	d.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if clipboard.Content() != "旧" {
		t.Error("nothing selected took the clipboard")
	}
	d.View.Select(selection(pos(0, 1), pos(1, 1)))
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	d.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
	if got := clipboard.Content(); got != "二\n三" || d.marked() != "一^四" {
		t.Errorf("cut %q, left %q", got, d.marked())
	}
}

// What others do to the text is followed: the layout, the caret, the drawing.
func TestOthersEdit(t *testing.T) {
	d := newDesk(t, "一二三\n四五六")
	d.View.Select(selection(pos(1, 1), pos(1, 2)))
	told := 0
	d.OnChanged = func() { told++ }
	edits := []buffer.Edit{buffer.Insert(pos(0, 0), "新\n段"), buffer.Replace(span(1, 0, 1, 1), "四四")}
	if _, err := d.text.Apply(buffer.Action{Kind: buffer.Command}, edits...); err != nil {
		t.Fatal(err)
	}
	d.end()
	if got := d.marked(); got != "新\n段一二三\n四四|五^六" {
		t.Errorf("%q", got)
	}
	if told != 1 || d.geometry.layout.Paragraphs() != 3 {
		t.Errorf("told %d times, %d paragraphs set", told, d.geometry.layout.Paragraphs())
	}
}

func TestSetBuffer(t *testing.T) {
	d := newDesk(t, "旧文")
	old := d.Buffer()
	d.SetMarks(Comment, []Mark{{Span: span(0, 0, 0, 1)}})
	d.SetBuffer(newBuffer(t, "新文\n二段"))
	if len(old.AnchorsIn(0, 0)) != 0 {
		t.Error("anchors are left in the old text")
	}
	if _, err := old.Apply(buffer.Action{}, buffer.Insert(pos(0, 0), "x\ny\n")); err != nil {
		t.Fatal(err)
	}
	d.stroke("C-End")
	d.write("完")
	if got := d.marked(); got != "新文\n二段完^" {
		t.Errorf("%q", got)
	}
}
