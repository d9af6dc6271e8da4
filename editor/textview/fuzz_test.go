package textview

import (
	"strings"
	"testing"

	"jianbao/editor/buffer"
)

// model is a text with a selection as plainly as can be: runes, and offsets
// into them.
type model struct {
	text        []rune
	from, caret int
	seen        map[string]bool // texts there were
}

func (m *model) replace(with string) {
	a, b := min(m.from, m.caret), max(m.from, m.caret)
	m.put(a, b, with)
}

func (m *model) put(a, b int, with string) {
	rest := string(m.text[b:])
	m.text = []rune(string(m.text[:a]) + with + rest)
	m.from = a + len([]rune(with))
	m.caret = m.from
}

// erase deletes the selection, or one rune on a side of the caret.
func (m *model) erase(side int) {
	if m.from != m.caret {
		m.replace("")
		return
	}
	if to := m.caret + side; to >= 0 && to <= len(m.text) {
		m.put(min(m.caret, to), max(m.caret, to), "")
	}
}

func (m *model) arrow(side int, extend bool) {
	switch {
	case extend:
		m.caret = min(max(m.caret+side, 0), len(m.text))
		return
	case m.from == m.caret:
		m.caret = min(max(m.caret+side, 0), len(m.text))
	case side < 0:
		m.caret = min(m.from, m.caret)
	default:
		m.caret = max(m.from, m.caret)
	}
	m.from = m.caret
}

func (m *model) offset(text *buffer.Buffer, p buffer.Position) int {
	ahead := text.Slice(buffer.Span{To: p})
	return len([]rune(ahead))
}

// bursts are what is typed in one turn. None of their runes joins another, so
// that a rune is a grapheme.
var bursts = []string{"你", "你好", "a", "ab3", "，", "情况通报。", "“高效”", "—", " "}

// step does one thing to both.
func (m *model) step(d *desk, op, argument byte) {
	burst := bursts[int(argument)%len(bursts)]
	switch op % 12 {
	case 0, 1, 2:
		d.write(burst)
		m.replace(burst)
	case 3:
		d.stroke("BackSpace")
		m.erase(-1)
	case 4:
		d.stroke("Delete")
		m.erase(1)
	case 5:
		d.stroke("Return")
		m.replace("\n")
	case 6:
		d.stroke([]string{"Left", "S-Left"}[argument%2])
		m.arrow(-1, argument%2 == 1)
	case 7:
		d.stroke([]string{"Right", "S-Right"}[argument%2])
		m.arrow(1, argument%2 == 1)
	case 8:
		d.paste(burst + "\r\n" + burst)
		m.replace(burst + "\n" + burst)
	case 9:
		m.travel(d, argument%2 == 0)
	case 10: // to any place the layout knows
		d.stroke([]string{"Up", "Down", "Home", "End", "S-Up", "S-Down", "C-Left", "C-S-Right"}[argument%8])
		m.look(d)
	case 11: // a turn that does not end before the next key
		for _, r := range burst {
			d.TypedRune(r)
		}
		d.stroke("BackSpace")
		m.replace(burst)
		m.seen[string(m.text)] = true
		m.erase(-1)
	}
}

// look takes over where the caret is: the layout decides that.
func (m *model) look(d *desk) {
	s := d.View.Selection()
	m.from, m.caret = m.offset(d.text, s.From), m.offset(d.text, s.Caret)
}

// travel undoes or redoes, which comes to a text there was.
func (m *model) travel(d *desk, back bool) {
	if back {
		d.Undo()
	} else {
		d.Redo()
	}
	if m.seen[d.Text()] {
		m.text = []rune(d.Text())
	}
	m.look(d)
}

func (m *model) check(t *testing.T, d *desk) {
	t.Helper()
	if got := d.Text(); got != string(m.text) {
		t.Fatalf("text is %q, want %q", got, string(m.text))
	}
	s := d.View.Selection()
	if from, caret := m.offset(d.text, s.From), m.offset(d.text, s.Caret); from != m.from || caret != m.caret {
		t.Fatalf("selection %d to %d, want %d to %d in %q", from, caret, m.from, m.caret, string(m.text))
	}
	m.seen[string(m.text)] = true
	d.checkDrawn(t)
}

// checkDrawn compares what is drawn with the text: every line in sight, and
// nothing else.
func (d *desk) checkDrawn(t *testing.T) {
	t.Helper()
	l := d.geometry.set()
	if l.Paragraphs() != int(d.text.Paragraphs()) {
		t.Fatalf("%d paragraphs are set, %d written", l.Paragraphs(), d.text.Paragraphs())
	}
	for i := range l.Paragraphs() {
		if got, want := l.Paragraph(i).Text(), d.text.Paragraph(buffer.Paragraph(i)); got != want {
			t.Fatalf("paragraph %d is set as %q, written %q", i, got, want)
		}
	}
	rows, n := d.painter().rows.order, 0
	for line := range d.geometry.lines(d.View.window.top-ahead, d.View.window.bottom+ahead) {
		var drawn strings.Builder
		for _, text := range rows[n].texts {
			drawn.WriteString(text.Text)
		}
		want := l.Paragraph(line.Para).LineText(line.Line)
		if got := strings.ReplaceAll(drawn.String(), " ", ""); got != strings.ReplaceAll(want, " ", "") {
			t.Fatalf("drawn is %q, set %q", got, want)
		}
		n++
	}
	if n != len(rows) {
		t.Fatalf("%d rows are drawn, %d in sight", len(rows), n)
	}
}

func FuzzAgainstModel(f *testing.F) {
	f.Add([]byte{0, 1, 5, 0, 0, 5, 3, 0, 9, 0, 9, 1, 11, 1})
	f.Add([]byte{8, 5, 6, 1, 6, 1, 0, 4, 10, 4, 3, 0, 9, 0, 10, 7, 4, 0})
	f.Add([]byte{0, 5, 0, 5, 0, 5, 0, 5, 10, 0, 10, 5, 5, 0, 9, 0, 9, 0, 9, 0, 9, 1, 9, 1})
	d := newDesk(f, "")
	d.Literal = true
	f.Fuzz(func(t *testing.T, ops []byte) {
		if len(ops) > 200 {
			return
		}
		d.SetBuffer(newBuffer(t, "一二\n三"))
		m := &model{text: []rune("一二\n三"), seen: map[string]bool{}}
		m.check(t, d)
		for ; len(ops) > 1; ops = ops[2:] {
			m.step(d, ops[0], ops[1])
			m.check(t, d)
		}
		last := d.Text()
		for d.Undo() {
		}
		if d.Text() != "一二\n三" {
			t.Fatalf("all undone is %q", d.Text())
		}
		for d.Redo() {
		}
		if !m.seen[d.Text()] || d.text.CanRedo() {
			t.Fatalf("all done again is %q, was %q", d.Text(), last)
		}
		d.checkDrawn(t)
	})
}
