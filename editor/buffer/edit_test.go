package buffer

import (
	"errors"
	"reflect"
	"testing"
)

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name, before string
		edits        []Edit
		after, ids   string
		replaced     []Replaced
	}{
		{"insert", "春来\n夏", []Edit{Insert(pos(0, 1), "天")}, "春天来\n夏", "p0 p1", []Replaced{{0, 1, 1}}},
		{"delete", "春天来", []Edit{Delete(span(0, 1, 0, 2))}, "春来", "p0", []Replaced{{0, 1, 1}}},
		{"replace", "春天来", []Edit{Replace(span(0, 0, 0, 2), "夏日")}, "夏日来", "p0", []Replaced{{0, 1, 1}}},
		{"split", "春来\n夏", []Edit{Insert(pos(0, 1), "\n")}, "春\n来\n夏", "p0 n1 p1", []Replaced{{0, 1, 2}}},
		{"split at the start", "春\n夏", []Edit{Insert(pos(1, 0), "\n")}, "春\n\n夏", "p0 p1 n1", []Replaced{{1, 1, 2}}},
		{"merge", "春\n夏\n秋", []Edit{Delete(span(0, 1, 1, 0))}, "春夏\n秋", "p0 p2", []Replaced{{0, 2, 1}}},
		{"delete over paragraphs", "春天\n夏\n秋日", []Edit{Delete(span(0, 1, 2, 1))}, "春日", "p0", []Replaced{{0, 3, 1}}},
		{"paste lines", "春日", []Edit{Insert(pos(0, 1), "天\n夏\n秋")}, "春天\n夏\n秋日", "p0 n1 n2", []Replaced{{0, 1, 3}}},
		{"all replaced by lines", "春\n夏", []Edit{Replace(span(0, 0, 1, 1), "秋\n冬\n")}, "秋\n冬\n", "p0 n1 n2", []Replaced{{0, 2, 3}}},
		{"ids given", "春夏", []Edit{{Start: pos(0, 1), End: pos(0, 1), New: "\n", IDs: []ID{"x"}}}, "春\n夏", "p0 x", []Replaced{{0, 1, 2}}},
		{"batch in one paragraph", "的的a的", []Edit{Replace(span(0, 0, 0, 1), "地"), Replace(span(0, 1, 0, 2), ""), Replace(span(0, 3, 0, 4), "得得")},
			"地a得得", "p0", []Replaced{{0, 1, 1}}},
		{"batch over paragraphs", "一\n二\n三\n四", []Edit{Delete(span(0, 1, 1, 0)), Insert(pos(1, 1), "\n"), Insert(pos(3, 0), "x\n")},
			"一二\n\n三\nx\n四", "p0 n1 p2 p3 n2", []Replaced{{0, 2, 2}, {3, 1, 2}}},
		{"two at one place", "春", []Edit{Insert(pos(0, 1), "天"), Insert(pos(0, 1), "来")}, "春天来", "p0", []Replaced{{0, 1, 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBuffer(t, c.before)
			var change Change
			b.Observe(func(told Change) { change = told })
			inverse := apply(t, b, c.edits...)
			wantText(t, b, c.after)
			if ids(b) != c.ids {
				t.Errorf("ids %s, want %s", ids(b), c.ids)
			}
			if !reflect.DeepEqual(change.Paragraphs, c.replaced) {
				t.Errorf("told %v, want %v", change.Paragraphs, c.replaced)
			}
			again := apply(t, b, inverse...)
			if !reflect.DeepEqual(b.Contents(), contents(c.before)) {
				t.Errorf("taken back: %v", b.Contents())
			}
			apply(t, b, again...)
			wantText(t, b, c.after)
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits []Edit
		want  error
	}{
		{"paragraph past the end", []Edit{Insert(pos(2, 0), "x")}, ErrPosition},
		{"negative paragraph", []Edit{Insert(pos(-1, 0), "x")}, ErrPosition},
		{"offset past the end", []Edit{Insert(pos(0, 4), "x")}, ErrPosition},
		{"negative offset", []Edit{Insert(pos(0, -1), "x")}, ErrPosition},
		{"end before start", []Edit{Delete(span(1, 0, 0, 1))}, ErrPosition},
		{"overlap", []Edit{Delete(span(0, 0, 0, 2)), Delete(span(0, 1, 0, 3))}, ErrOverlap},
		{"out of order", []Edit{Insert(pos(1, 0), "x"), Insert(pos(0, 0), "y")}, ErrOverlap},
		{"not UTF-8", []Edit{Insert(pos(0, 0), "天\xe5\xa4")}, ErrText},
		{"surrogate", []Edit{Insert(pos(0, 0), "\xed\xa0\x80")}, ErrText},
		{"NUL", []Edit{Insert(pos(0, 0), "a\x00")}, ErrText},
		{"carriage return", []Edit{Insert(pos(0, 0), "a\rb")}, ErrText},
		{"carriage return and line feed", []Edit{Insert(pos(0, 0), "a\r\nb")}, ErrText},
		{"too few ids", []Edit{{New: "\n\n", IDs: []ID{"x"}}}, ErrID},
		{"an id for nothing", []Edit{{New: "a", IDs: []ID{"x"}}}, ErrID},
		{"id in use", []Edit{{New: "\n", IDs: []ID{"p1"}}}, ErrID},
		{"id twice", []Edit{{New: "\n", IDs: []ID{"x"}}, {Start: pos(1, 0), End: pos(1, 0), New: "\n", IDs: []ID{"x"}}}, ErrID},
		{"id not UTF-8", []Edit{{New: "\n", IDs: []ID{"\xff"}}}, ErrID},
		{"good before bad", []Edit{Insert(pos(0, 0), "x"), Insert(pos(1, 0), "\x00")}, ErrText},
	} {
		b := newBuffer(t, "春天来\n夏")
		b.Observe(func(Change) { t.Errorf("%s: an observer was told", c.name) })
		if _, err := b.Apply(Action{Kind: Command}, c.edits...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		wantText(t, b, "春天来\n夏")
		if b.CanUndo() || b.Dirty() {
			t.Errorf("%s: left a trace in the history", c.name)
		}
	}
}

func TestApplyNothing(t *testing.T) {
	b := newBuffer(t, "春")
	apply(t, b)
	apply(t, b, Delete(span(0, 0, 0, 0)), Insert(pos(0, 1), ""))
	if b.CanUndo() || b.Dirty() {
		t.Error("edits that do nothing made a step")
	}
}

func TestObservers(t *testing.T) {
	b := newBuffer(t, "春")
	var heard []string
	b.Observe(func(c Change) {
		heard = append(heard, "1 "+string(c.Kind)+" "+b.Text())
		if _, err := b.Apply(Action{Kind: Command}, Insert(pos(0, 0), "x")); !errors.Is(err, ErrBusy) {
			t.Error("an observer could edit:", err)
		}
		if _, ok := b.Undo(); ok {
			t.Error("an observer could undo")
		}
	})
	cancel := b.Observe(func(Change) { heard = append(heard, "2") })
	apply(t, b, Insert(pos(0, 1), "天"))
	cancel()
	b.Undo()
	b.Redo()
	want := []string{"1 command 春天", "2", "1 undone 春", "1 redone 春天"}
	if !reflect.DeepEqual(heard, want) {
		t.Errorf("heard %q, want %q", heard, want)
	}
}
