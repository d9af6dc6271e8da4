package buffer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// counter gives ids n1, n2, …
func counter() func() ID {
	n := 0
	return func() ID { n++; return ID(fmt.Sprint("n", n)) }
}

// contents are paragraphs named p0, p1, … of a text.
func contents(text string) []Content {
	var all []Content
	for i, line := range strings.Split(text, "\n") {
		all = append(all, Content{ID: ID(fmt.Sprint("p", i)), Text: line})
	}
	return all
}

func newBuffer(t testing.TB, text string) *Buffer {
	t.Helper()
	b, err := New(contents(text), counter())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func pos(p, o int) Position { return Position{Paragraph: Paragraph(p), Offset: RuneOffset(o)} }

func span(fp, fo, tp, to int) Span { return Span{From: pos(fp, fo), To: pos(tp, to)} }

// noon is a moment for tests; after returns one some milliseconds later.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func after(ms int) time.Time { return noon.Add(time.Duration(ms) * time.Millisecond) }

// apply does edits as one command.
func apply(t testing.TB, b *Buffer, edits ...Edit) []Edit {
	t.Helper()
	inverse, err := b.Apply(Action{Kind: Command, At: noon}, edits...)
	if err != nil {
		t.Fatal(err)
	}
	return inverse
}

func wantText(t testing.TB, b *Buffer, want string) {
	t.Helper()
	if got := b.Text(); got != want {
		t.Fatalf("text is %q, want %q", got, want)
	}
}

func ids(b *Buffer) string {
	var all []string
	for _, c := range b.Contents() {
		all = append(all, string(c.ID))
	}
	return strings.Join(all, " ")
}

func TestNew(t *testing.T) {
	for _, c := range []struct {
		name    string
		content []Content
		want    error
	}{
		{"good", []Content{{"a", "一"}, {"b", ""}}, nil},
		{"line end", []Content{{"a", "一\n二"}}, ErrText},
		{"not UTF-8", []Content{{"a", "\xff"}}, ErrText},
		{"NUL", []Content{{"a", "\x00"}}, ErrText},
		{"carriage return", []Content{{"a", "一\r"}}, ErrText},
		{"no id", []Content{{"", "一"}}, ErrID},
		{"id twice", []Content{{"a", "一"}, {"a", "二"}}, ErrID},
	} {
		if _, err := New(c.content, counter()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	b, err := New(nil, counter())
	if err != nil || b.Paragraphs() != 1 || b.ID(0) != "n1" || b.Text() != "" {
		t.Errorf("an empty buffer is %v, %v", b.Contents(), err)
	}
}

func TestReading(t *testing.T) {
	b := newBuffer(t, "春天来了\n\nabc é\n𠮷野")
	for _, c := range []struct {
		span  Span
		text  string
		count int
	}{
		{span(0, 0, 3, 2), "春天来了\n\nabc é\n𠮷野", 11},
		{span(0, 1, 0, 3), "天来", 2},
		{span(0, 4, 1, 0), "\n", 0},
		{span(0, 3, 2, 1), "了\n\na", 2},
		{span(2, 4, 3, 1), "é\n𠮷", 2},
		{span(3, 2, 3, 2), "", 0},
	} {
		if got := b.Slice(c.span); got != c.text {
			t.Errorf("Slice(%v) is %q, want %q", c.span, got, c.text)
		}
		if got := b.CountIn(c.span); got != c.count {
			t.Errorf("CountIn(%v) is %d, want %d", c.span, got, c.count)
		}
	}
	if b.Count() != 11 || b.Paragraphs() != 4 || b.Runes(2) != 5 || b.Paragraph(3) != "𠮷野" {
		t.Error("wrong figures", b.Count(), b.Paragraphs(), b.Runes(2), b.Paragraph(3))
	}
	if i, ok := b.Index("p2"); !ok || i != 2 {
		t.Error("Index(p2) is", i, ok)
	}
	if _, ok := b.Index("p9"); ok {
		t.Error("Index found a paragraph that is not there")
	}
}

func TestClamp(t *testing.T) {
	b := newBuffer(t, "春天\n来")
	for _, c := range [][2]Position{
		{pos(-1, 5), pos(0, 0)}, {pos(0, -3), pos(0, 0)}, {pos(0, 9), pos(0, 2)},
		{pos(1, 1), pos(1, 1)}, {pos(2, 0), pos(1, 1)},
	} {
		if got := b.Clamp(c[0]); got != c[1] || !b.Valid(got) {
			t.Errorf("Clamp(%v) is %v, want %v", c[0], got, c[1])
		}
		if b.Valid(c[0]) != (c[0] == c[1]) {
			t.Errorf("Valid(%v) is %v", c[0], b.Valid(c[0]))
		}
	}
}

func TestSelectionSpan(t *testing.T) {
	forth := Selection{From: pos(0, 1), Caret: pos(2, 0)}
	back := Selection{From: pos(2, 0), Caret: pos(0, 1)}
	if forth.Span() != span(0, 1, 2, 0) || back.Span() != span(0, 1, 2, 0) {
		t.Error(forth.Span(), back.Span())
	}
	if !At(pos(1, 1)).Span().Empty() {
		t.Error("a caret selects text")
	}
}

func TestSpanContains(t *testing.T) {
	for p, want := range map[Position]bool{pos(0, 1): false, pos(0, 2): true, pos(1, 9): true, pos(2, 1): true, pos(2, 2): false} {
		if got := span(0, 2, 2, 1).Contains(p); got != want {
			t.Errorf("Contains(%v) is %v", p, got)
		}
	}
}

// TestSequence does replacements of all sizes against a plain slice.
func TestSequence(t *testing.T) {
	var s sequence
	var plain []*paragraph
	for round, size := range []int{500, 0, 1, 70, 3, 300, 1, 0, 129, 64, 2} {
		for i := 0; i <= len(plain); i += 1 + len(plain)/7 {
			n := min((round*37+i)%90, len(plain)-i)
			news := make([]*paragraph, size)
			for k := range news {
				news[k] = &paragraph{runes: RuneOffset(k%5 + round)}
			}
			s.replace(i, n, news)
			plain = slices.Replace(plain, i, i+n, news...)
			checkSequence(t, &s, plain)
		}
	}
}

func checkSequence(t *testing.T, s *sequence, plain []*paragraph) {
	t.Helper()
	if s.count != len(plain) {
		t.Fatalf("%d paragraphs, want %d", s.count, len(plain))
	}
	sum := 0
	for i, p := range plain {
		if s.at(i) != p || s.index(p) != i || s.runesBefore(i) != sum {
			t.Fatalf("paragraph %d: index %d, %d runes before, want %d", i, s.index(p), s.runesBefore(i), sum)
		}
		sum += int(p.runes)
	}
	if s.runes != sum {
		t.Fatalf("%d runes, want %d", s.runes, sum)
	}
	if got := s.slice(0, len(plain)); !slices.Equal(got, plain) {
		t.Fatal("slice gives other paragraphs")
	}
}
