package buffer

import (
	"reflect"
	"strings"
	"testing"
)

// deed is something a user does at a moment, in milliseconds.
type deed struct {
	kind Kind
	at   int
	edit Edit
}

func typed(at, p, o int, text string) deed { return deed{Typing, at, Insert(pos(p, o), text)} }

func do(t testing.TB, b *Buffer, deeds ...deed) {
	t.Helper()
	for _, d := range deeds {
		action := Action{Kind: d.kind, At: after(d.at), Before: At(d.edit.Start)}
		if _, err := b.Apply(action, d.edit); err != nil {
			t.Fatal(err)
		}
	}
}

// undoAll undoes group by group and returns the texts passed, newest first.
func undoAll(b *Buffer) []string {
	texts := []string{b.Text()}
	for b.CanUndo() {
		b.Undo()
		texts = append(texts, b.Text())
	}
	return texts
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		name, before string
		deeds        []deed
		want         []string // the texts that undo passes, newest first
	}{
		{"a run of typing", "", []deed{typed(0, 0, 0, "a"), typed(100, 0, 1, "b"), typed(1600, 0, 2, "c")}, []string{"abc", ""}},
		{"a pause", "", []deed{typed(0, 0, 0, "a"), typed(100, 0, 1, "b"), typed(1601, 0, 2, "c")}, []string{"abc", "ab", ""}},
		{"a clock set back", "", []deed{typed(5000, 0, 0, "a"), typed(0, 0, 1, "b")}, []string{"ab", "a", ""}},
		{"a caret jump", "xy", []deed{typed(0, 0, 2, "a"), typed(100, 0, 0, "b")}, []string{"bxya", "xya", "xy"}},
		{"a paragraph break", "", []deed{typed(0, 0, 0, "a"), typed(1, 0, 1, "\n"), typed(2, 1, 0, "b"), typed(3, 1, 1, "c")},
			[]string{"a\nbc", "a\n", "a", ""}},
		{"typing over a selection", "xyz", []deed{{Typing, 0, Replace(span(0, 1, 0, 2), "a")}, typed(1, 0, 2, "b")}, []string{"xabz", "xyz"}},
		{"a selection typed over in a run", "xy", []deed{typed(0, 0, 0, "a"), {Typing, 1, Replace(span(0, 1, 0, 2), "b")}},
			[]string{"aby", "axy", "xy"}},
		{"backspace", "abcd", []deed{{Deletion, 0, Delete(span(0, 2, 0, 3))}, {Deletion, 9, Delete(span(0, 1, 0, 2))}}, []string{"ad", "abcd"}},
		{"delete forward", "abcd", []deed{{Deletion, 0, Delete(span(0, 1, 0, 2))}, {Deletion, 9, Delete(span(0, 1, 0, 2))}}, []string{"ad", "abcd"}},
		{"deleting elsewhere", "abcd", []deed{{Deletion, 0, Delete(span(0, 0, 0, 1))}, {Deletion, 9, Delete(span(0, 1, 0, 2))}},
			[]string{"bd", "bcd", "abcd"}},
		{"deleting a line end", "ab\ncd", []deed{{Deletion, 0, Delete(span(1, 0, 1, 1))}, {Deletion, 1, Delete(span(0, 2, 1, 0))},
			{Deletion, 2, Delete(span(0, 1, 0, 2))}}, []string{"ad", "abd", "ab\nd", "ab\ncd"}},
		{"typing after deleting", "ab", []deed{{Deletion, 0, Delete(span(0, 1, 0, 2))}, typed(1, 0, 1, "c")}, []string{"ac", "a", "ab"}},
		{"commits of the input method", "", []deed{{Composition, 0, Insert(pos(0, 0), "你好")}, {Composition, 1, Insert(pos(0, 2), "世界")}},
			[]string{"你好世界", "你好", ""}},
		{"pastes", "", []deed{{Paste, 0, Insert(pos(0, 0), "一\n二")}, {Paste, 1, Insert(pos(1, 1), "三")}}, []string{"一\n二三", "一\n二", ""}},
		{"commands", "a", []deed{{Command, 0, Insert(pos(0, 0), "x")}, {Command, 0, Insert(pos(0, 1), "y")}}, []string{"xya", "xa", "a"}},
	} {
		b := newBuffer(t, c.before)
		do(t, b, c.deeds...)
		if got := undoAll(b); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: undo passes %q, want %q", c.name, got, c.want)
		}
		for b.CanRedo() {
			b.Redo()
		}
		wantText(t, b, c.want[0])
	}
}

// TestLongRun types and then deletes a paragraph without a pause: no undo may
// take all of it.
func TestLongRun(t *testing.T) {
	b := newBuffer(t, "")
	for i := range 100 {
		do(t, b, typed(i, 0, i, "字"))
	}
	texts := undoAll(b)
	if len(texts) != 5 || len([]rune(texts[1])) != 90 {
		t.Errorf("100 characters typed are %d groups, the newest down to %q", len(texts)-1, texts[1])
	}
	for b.CanRedo() {
		b.Redo()
	}
	for i := range 100 {
		do(t, b, deed{Deletion, 9000 + i, Delete(span(0, 99-i, 0, 100-i))})
	}
	b.Undo()
	wantText(t, b, strings.Repeat("字", 10))
}

func TestEndGroup(t *testing.T) {
	b := newBuffer(t, "")
	do(t, b, typed(0, 0, 0, "a"))
	b.EndGroup()
	do(t, b, typed(1, 0, 1, "b"))
	if got := undoAll(b); len(got) != 3 {
		t.Errorf("undo passes %q", got)
	}
}

func TestUndoSelection(t *testing.T) {
	b := newBuffer(t, "一二三")
	selected := Selection{From: pos(0, 3), Caret: pos(0, 1)}
	if _, err := b.Apply(Action{Kind: Typing, At: noon, Before: selected}, Replace(selected.Span(), "a")); err != nil {
		t.Fatal(err)
	}
	do(t, b, typed(1, 0, 2, "b"))
	if got, ok := b.Undo(); !ok || got != selected {
		t.Errorf("Undo selects %v, %v; want %v", got, ok, selected)
	}
	if got, ok := b.Redo(); !ok || got != At(pos(0, 3)) {
		t.Errorf("Redo selects %v, %v", got, ok)
	}
	if _, ok := b.Redo(); ok {
		t.Error("there was more to redo")
	}
}

func TestEditAfterUndo(t *testing.T) {
	b := newBuffer(t, "")
	do(t, b, typed(0, 0, 0, "a"), typed(9000, 0, 1, "b"))
	b.Undo()
	do(t, b, typed(9001, 0, 1, "c"))
	if b.CanRedo() {
		t.Error("an edit left a way forth to another text")
	}
	if got, want := undoAll(b), []string{"ac", "a", ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("undo passes %q, want %q: an undone group does not grow", got, want)
	}
}

func TestUndoBringsIDsBack(t *testing.T) {
	b := newBuffer(t, "一\n二\n三")
	apply(t, b, Delete(span(0, 0, 2, 1)))
	apply(t, b, Insert(pos(0, 0), "x\ny"))
	b.Undo()
	b.Undo()
	if !reflect.DeepEqual(b.Contents(), contents("一\n二\n三")) {
		t.Error("after undo:", b.Contents())
	}
	b.Redo()
	b.Redo()
	if ids(b) != "p0 n1" {
		t.Error("after redo:", ids(b))
	}
}

func TestSavePoint(t *testing.T) {
	b := newBuffer(t, "")
	do(t, b, typed(0, 0, 0, "a"))
	saving := b.Checkpoint()
	do(t, b, typed(1, 0, 1, "b"))
	if b.State() == saving {
		t.Error("an edit left the state as it was")
	}
	b.MarkSaved(saving)
	steps := []struct {
		name  string
		do    func()
		text  string
		dirty bool
	}{
		{"typed while saving", func() {}, "ab", true},
		{"undo to the save", func() { b.Undo() }, "a", false},
		{"undo past the save", func() { b.Undo() }, "", true},
		{"redo to the save", func() { b.Redo() }, "a", false},
		{"redo past the save", func() { b.Redo() }, "ab", true},
		{"back and on another way", func() { b.Undo(); b.Undo(); do(t, b, typed(9, 0, 0, "a")) }, "a", true},
		{"saved there", func() { b.MarkSaved(b.Checkpoint()) }, "a", false},
	}
	for _, s := range steps {
		s.do()
		if b.Text() != s.text || b.Dirty() != s.dirty {
			t.Errorf("%s: %q, dirty %v", s.name, b.Text(), b.Dirty())
		}
	}
}

func TestForgotten(t *testing.T) {
	b := newBuffer(t, "")
	b.history.limit = 10_000
	for i := range 100 {
		apply(t, b, Insert(b.End(), strings.Repeat("字", 100)))
		if got := len(b.history.done) + b.Forgotten(); got != i+1 {
			t.Fatalf("%d edits are %d groups", i+1, got)
		}
	}
	if b.history.bytes > b.history.limit || b.Forgotten() == 0 || b.Forgotten() > 98 {
		t.Errorf("%d bytes held, %d groups forgotten", b.history.bytes, b.Forgotten())
	}
	apply(t, b, Delete(b.All()))
	if len(b.history.done) != 1 {
		t.Errorf("an edit larger than the limit leaves %d groups", len(b.history.done))
	}
	b.Undo()
	if b.Count() != 10_000 {
		t.Errorf("the newest edit could not be undone: %d characters", b.Count())
	}
}

// TestHistoryBytes checks the sum that the limit is held against.
func TestHistoryBytes(t *testing.T) {
	b := newBuffer(t, "一二三")
	if _, err := b.Anchor(b.All(), Left, Right); err != nil {
		t.Fatal(err)
	}
	do(t, b, typed(0, 0, 0, "a"), typed(1, 0, 1, "b"), deed{Command, 2, Delete(b.All())}, typed(3, 0, 0, "c"))
	check := func(when string) {
		sum := 0
		for _, g := range append(append([]group(nil), b.history.done...), b.history.undone...) {
			for _, s := range g.steps {
				sum += s.bytes()
			}
		}
		if sum != b.history.bytes {
			t.Errorf("%s: %d bytes counted, %d held", when, b.history.bytes, sum)
		}
	}
	check("typed")
	b.Undo()
	b.Undo()
	check("undone")
	b.Redo()
	check("redone")
	do(t, b, typed(4, 0, 0, "d"))
	check("typed again")
}

func TestThoughtsAreCounted(t *testing.T) {
	b := newBuffer(t, "")
	var seen []int
	b.Observe(func(Change) { seen = append(seen, b.Thoughts()) })
	do(t, b, typed(0, 0, 0, "一"), typed(1, 0, 1, "二"), typed(9000, 0, 0, "零"))
	b.Undo()
	if want := []int{1, 1, 2, 1}; !reflect.DeepEqual(seen, want) {
		t.Errorf("counted %v, want %v", seen, want)
	}
	b.Redo()
	if b.Thoughts() != 2 {
		t.Errorf("%d after it was done again", b.Thoughts())
	}
}
