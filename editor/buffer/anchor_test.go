package buffer

import (
	"errors"
	"testing"
)

func TestAnchorMoves(t *testing.T) {
	hug := [2]Gravity{Right, Left}  // text typed at the edges stays outside
	grow := [2]Gravity{Left, Right} // it comes in
	for _, c := range []struct {
		name, text string
		at         Span
		gravity    [2]Gravity
		edits      []Edit
		want       Span
		collapsed  bool
	}{
		{"typed before", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 0), "xy")}, span(0, 3, 0, 5), false},
		{"typed after", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 4), "xy")}, span(0, 1, 0, 3), false},
		{"typed inside", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 2), "xy")}, span(0, 1, 0, 5), false},
		{"typed at the start, hugging", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 1), "x")}, span(0, 2, 0, 4), false},
		{"typed at the end, hugging", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 3), "x")}, span(0, 1, 0, 3), false},
		{"typed at the start, growing", "abcd", span(0, 1, 0, 3), grow, []Edit{Insert(pos(0, 1), "x")}, span(0, 1, 0, 4), false},
		{"typed at the end, growing", "abcd", span(0, 1, 0, 3), grow, []Edit{Insert(pos(0, 3), "x")}, span(0, 1, 0, 4), false},
		{"all deleted", "abcd", span(0, 1, 0, 3), grow, []Edit{Delete(span(0, 0, 0, 4))}, span(0, 0, 0, 0), true},
		{"exactly deleted", "abcd", span(0, 1, 0, 3), hug, []Edit{Delete(span(0, 1, 0, 3))}, span(0, 1, 0, 1), true},
		{"deleted by two edits", "abcd", span(0, 1, 0, 3), hug, []Edit{Delete(span(0, 1, 0, 2)), Delete(span(0, 2, 0, 3))}, span(0, 1, 0, 1), true},
		{"beginning deleted", "abcd", span(0, 1, 0, 3), hug, []Edit{Delete(span(0, 0, 0, 2))}, span(0, 0, 0, 1), false},
		{"end deleted", "abcd", span(0, 1, 0, 3), hug, []Edit{Delete(span(0, 2, 0, 4))}, span(0, 1, 0, 2), false},
		{"replaced inside", "abcd", span(0, 1, 0, 3), hug, []Edit{Replace(span(0, 1, 0, 2), "xyz")}, span(0, 1, 0, 5), false},
		{"neighbour replaced", "abcd", span(0, 1, 0, 3), grow, []Edit{Replace(span(0, 3, 0, 4), "xyz")}, span(0, 1, 0, 3), false},
		{"split inside", "abcd", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 2), "\n")}, span(0, 1, 1, 1), false},
		{"split before", "abcd\ne", span(0, 1, 0, 3), hug, []Edit{Insert(pos(0, 0), "x\ny")}, span(1, 2, 1, 4), false},
		{"merged", "ab\ncd", span(0, 1, 1, 1), hug, []Edit{Delete(span(0, 2, 1, 0))}, span(0, 1, 0, 3), false},
		{"paragraph deleted before", "ab\ncd\nef", span(2, 0, 2, 1), hug, []Edit{Delete(span(0, 0, 1, 0))}, span(1, 0, 1, 1), false},
		{"only the line end held, and deleted", "ab\ncd", span(0, 2, 1, 0), hug, []Edit{Delete(span(0, 2, 1, 0))}, span(0, 2, 0, 2), true},
		{"end in a paragraph partly deleted", "abc\nde", span(0, 0, 1, 0), hug, []Edit{Delete(span(0, 3, 1, 1))}, span(0, 0, 0, 3), false},
		{"a point hugging", "ab", span(0, 1, 0, 1), hug, []Edit{Insert(pos(0, 1), "x")}, span(0, 2, 0, 2), false},
		{"a point growing", "ab", span(0, 1, 0, 1), grow, []Edit{Insert(pos(0, 1), "x")}, span(0, 1, 0, 2), false},
	} {
		b := newBuffer(t, c.text)
		a, err := b.Anchor(c.at, c.gravity[0], c.gravity[1])
		if err != nil {
			t.Fatal(err)
		}
		apply(t, b, c.edits...)
		if a.Span() != c.want || a.Collapsed() != c.collapsed {
			t.Errorf("%s: %v, collapsed %v; want %v, %v", c.name, a.Span(), a.Collapsed(), c.want, c.collapsed)
		}
		b.Undo()
		if a.Span() != c.at || a.Collapsed() {
			t.Errorf("%s, undone: %v, collapsed %v; want %v", c.name, a.Span(), a.Collapsed(), c.at)
		}
		b.Redo()
		if a.Span() != c.want || a.Collapsed() != c.collapsed {
			t.Errorf("%s, redone: %v, collapsed %v; want %v, %v", c.name, a.Span(), a.Collapsed(), c.want, c.collapsed)
		}
	}
}

func TestCollapsedStaysPoint(t *testing.T) {
	b := newBuffer(t, "abcd")
	a, err := b.Anchor(span(0, 1, 0, 3), Left, Right)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, b, Delete(span(0, 1, 0, 3)))
	apply(t, b, Insert(pos(0, 1), "xy"))
	if a.Span() != span(0, 1, 0, 1) || !a.Collapsed() {
		t.Errorf("a collapsed anchor took new text in: %v", a.Span())
	}
	b.Undo()
	b.Undo()
	if a.Span() != span(0, 1, 0, 3) || a.Collapsed() {
		t.Errorf("undo left it at %v, collapsed %v", a.Span(), a.Collapsed())
	}
}

func TestAnchorRefused(t *testing.T) {
	b := newBuffer(t, "abcd")
	for _, s := range []Span{span(0, 2, 0, 1), span(0, 0, 0, 5), span(-1, 0, 0, 1), span(0, 0, 1, 0)} {
		if _, err := b.Anchor(s, Left, Right); !errors.Is(err, ErrPosition) {
			t.Errorf("an anchor at %v: %v", s, err)
		}
	}
}

func TestAnchorRemove(t *testing.T) {
	b := newBuffer(t, "ab\ncd")
	a, err := b.Anchor(span(0, 1, 1, 1), Left, Right)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, b, Delete(b.All()))
	a.Remove()
	a.Remove()
	b.Undo()
	if a.Span() != span(0, 0, 0, 0) {
		t.Errorf("a removed anchor moved to %v", a.Span())
	}
	if len(b.AnchorsIn(0, 1)) != 0 {
		t.Error("a removed anchor is found")
	}
}

func TestAnchorsIn(t *testing.T) {
	b := newBuffer(t, "a\nb\nc\nd\ne")
	names := map[*Anchor]string{}
	for _, c := range []struct {
		name string
		at   Span
	}{
		{"late", span(3, 1, 4, 1)}, {"first", span(0, 0, 0, 1)}, {"long", span(0, 1, 4, 0)},
		{"third", span(2, 0, 2, 1)}, {"point", span(2, 1, 2, 1)},
	} {
		a, err := b.Anchor(c.at, Right, Left)
		if err != nil {
			t.Fatal(err)
		}
		names[a] = c.name
	}
	check := func(first, last Paragraph, want string) {
		t.Helper()
		got := ""
		for _, a := range b.AnchorsIn(first, last) {
			got += names[a] + " "
		}
		if got != want {
			t.Errorf("in %d to %d: %q, want %q", first, last, got, want)
		}
	}
	check(0, 4, "first long third point late ")
	check(1, 1, "long ")
	check(2, 2, "long third point ")
	check(0, 0, "first long ")
	check(4, 4, "long late ")
	apply(t, b, Delete(span(0, 0, 1, 0)))
	check(0, 0, "first long ")
	check(1, 1, "long third point ")
	apply(t, b, Delete(span(0, 1, 3, 0)))
	check(0, 0, "first long late third point ")
}
