package buffer

import (
	"slices"
	"strings"
	"testing"
)

// script turns the bytes of the fuzzer into choices.
type script []byte

// next returns a number below n.
func (s *script) next(n int) int {
	if len(*s) == 0 || n <= 1 {
		return 0
	}
	c := int((*s)[0])
	*s = (*s)[1:]
	return c % n
}

var morsels = []string{"的", "a", "春天", "\n", "，", "e\u0301", "👨\u200d👩", "x\ny", "\n\n", "𠮷", "。”", "地\n"}

// text returns some text of up to n morsels.
func (s *script) text(n int) string {
	var text strings.Builder
	for range s.next(n + 1) {
		text.WriteString(morsels[s.next(len(morsels))])
	}
	return text.String()
}

// pair is a buffer beside its model, and a script of what to do with both.
type pair struct {
	*testing.T
	script
	b       *Buffer
	m       *model
	anchors []*Anchor
	clock   int

	heard      []Change
	paragraphs []string // kept from what observers are told alone
	past       []*model // before each step done
	future     []*model // after each step undone, newest last
	saved      string
	selection  Selection
}

func newPair(t *testing.T, data []byte, text string) *pair {
	b := newBuffer(t, text)
	f := &pair{T: t, script: data, b: b, m: newModel(b), paragraphs: strings.Split(text, "\n"), saved: text}
	b.Observe(f.hear)
	return f
}

func (f *pair) hear(c Change) {
	f.heard = append(f.heard, c)
	for _, r := range c.Paragraphs {
		f.paragraphs = slices.Replace(f.paragraphs, int(r.First), int(r.First)+r.Old, make([]string, r.New)...)
	}
	for _, r := range c.Paragraphs {
		for at := range f.paragraphs[r.First:][:r.New] {
			f.paragraphs[int(r.First)+at] = f.b.Paragraph(r.First + Paragraph(at))
		}
	}
}

func (f *pair) position() Position { return f.m.position(f.next(len(f.m.cells) + 1)) }

func (f *pair) span() Span {
	s := Selection{From: f.position(), Caret: f.position()}
	return s.Span()
}

// batch returns some edits that do not overlap.
func (f *pair) batch() []Edit {
	var edits []Edit
	at := 0
	for range 1 + f.next(5) {
		start := at + f.next(len(f.m.cells)-at+1)
		end := min(start+f.next(4), len(f.m.cells))
		edits = append(edits, Replace(Span{f.m.position(start), f.m.position(end)}, f.text(2)))
		at = end
	}
	return edits
}

// apply does edits in both and checks that they can be taken back.
func (f *pair) apply(kind Kind, edits ...Edit) {
	f.Helper()
	f.clock += f.next(2000)
	f.heard = nil
	past, groups := f.m.clone(), len(f.b.history.done)
	inverse, err := f.b.Apply(Action{Kind: kind, At: after(f.clock), Before: f.selection}, edits...)
	if err != nil {
		f.Fatal(err)
	}
	if len(f.heard) == 0 {
		return
	}
	f.m.apply(f.heard[0].Edits)
	f.past, f.future = append(f.past, past), nil
	back := f.m.clone()
	back.apply(inverse)
	if back.text() != past.text() || back.ids() != past.ids() {
		f.Fatalf("%v taken back by %v gives %q, not %q", edits, inverse, back.text(), past.text())
	}
	if joined := len(f.b.history.done) == groups; joined && !runs(kind) {
		f.Fatalf("a %s joined a group", kind)
	}
	f.selection = At(f.b.End())
}

// travel undoes or redoes and follows the steps heard of, one by one.
func (f *pair) travel(move func() (Selection, bool), from, to *[]*model) {
	f.heard = nil
	_, ok := move()
	if ok != (len(f.heard) > 0) || !ok && len(*from) > 0 {
		f.Fatalf("moved: %v, heard of %d changes, %d steps left", ok, len(f.heard), len(*from))
	}
	for _, c := range f.heard {
		goal := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		*to = append(*to, f.m.clone())
		f.m.apply(c.Edits)
		if f.m.text() != goal.text() || f.m.ids() != goal.ids() {
			f.Fatalf("a step led to %q (%s), want %q (%s)", f.m.text(), f.m.ids(), goal.text(), goal.ids())
		}
		f.m.restore(goal)
	}
}

func (f *pair) refuse() {
	bad := []Edit{Insert(f.position(), "\xff"), Insert(f.position(), "\x00"), Insert(f.position(), "a\r\n"),
		Insert(pos(len(f.paragraphs), 0), "x"), {New: "\n", IDs: []ID{f.b.ID(0)}}}
	if _, err := f.b.Apply(Action{Kind: Typing}, bad[f.next(len(bad))]); err == nil {
		f.Fatal("a bad edit was done")
	}
}

func (f *pair) anchor() {
	s, gravity := f.span(), f.next(4)
	a, err := f.b.Anchor(s, Gravity(gravity&1), Gravity(gravity>>1))
	if err != nil {
		f.Fatal(err)
	}
	f.anchors = append(f.anchors, a)
	f.m.anchors = append(f.m.anchors, modelAnchor{from: f.m.place(s.From), to: f.m.place(s.To),
		fromRight: gravity&1 == int(Right), toRight: gravity>>1 == int(Right)})
}

func (f *pair) removeAnchor() {
	if len(f.anchors) > 0 {
		i := f.next(len(f.anchors))
		f.anchors[i].Remove()
		f.m.anchors[i].removed = true
	}
}

// step does what the script chooses.
func (f *pair) step() {
	caret := f.selection.Caret
	switch f.next(16) {
	case 0, 1:
		s := f.selection.Span()
		f.apply(Typing, Replace(Span{f.b.Clamp(s.From), f.b.Clamp(s.To)}, f.text(1)))
	case 2:
		f.apply(Typing, Insert(f.b.Clamp(caret), "字"))
	case 3:
		f.apply(Deletion, Delete(Span{f.b.Previous(f.b.Clamp(caret)), f.b.Clamp(caret)}))
	case 4:
		f.apply(Deletion, Delete(Span{f.b.Clamp(caret), f.b.Next(f.b.Clamp(caret))}))
	case 5:
		for range 1 + f.next(4) { // a burst of commits
			f.apply(Composition, Insert(f.position(), "情况"))
		}
	case 6:
		f.apply(Paste, Replace(f.span(), f.text(6)))
	case 7, 8:
		f.apply(Command, f.batch()...)
	case 9:
		f.apply(Command, Delete(f.span()))
	case 10:
		f.travel(f.b.Undo, &f.past, &f.future)
	case 11:
		f.travel(f.b.Redo, &f.future, &f.past)
	case 12:
		f.anchor()
	case 13:
		f.selection = Selection{From: f.position(), Caret: f.position()}
	case 14:
		f.refuse()
	case 15:
		f.aside()
	}
}

// aside does what changes no text.
func (f *pair) aside() {
	switch f.next(4) {
	case 0:
		f.b.MarkSaved(f.b.Checkpoint())
		f.saved = f.m.text()
	case 1:
		f.removeAnchor()
	case 2:
		f.b.EndGroup()
	case 3:
		f.travel(f.b.Undo, &f.past, &f.future)
		f.travel(f.b.Redo, &f.future, &f.past)
	}
}

// check compares the buffer with the model.
func (f *pair) check() {
	f.Helper()
	text := f.m.text()
	wantText(f, f.b, text)
	if ids(f.b) != f.m.ids() {
		f.Fatalf("ids %s, want %s", ids(f.b), f.m.ids())
	}
	if strings.Join(f.paragraphs, "\n") != text {
		f.Fatalf("observers know %q, want %q", f.paragraphs, text)
	}
	if want := len(f.m.cells) - strings.Count(text, "\n"); f.b.Count() != want {
		f.Fatalf("%d code points, want %d", f.b.Count(), want)
	}
	if !f.b.Dirty() && text != f.saved {
		f.Fatalf("%q counts as saved, which was %q", text, f.saved)
	}
	for i, c := range f.b.Contents() {
		if at, ok := f.b.Index(c.ID); !ok || int(at) != i {
			f.Fatalf("%s is at %d, %v; want %d", c.ID, at, ok, i)
		}
	}
	f.checkAnchors()
}

func (f *pair) checkAnchors() {
	f.Helper()
	var live []*Anchor
	for i, a := range f.anchors {
		want := f.m.anchors[i]
		if want.removed {
			continue
		}
		live = append(live, a)
		s := Span{f.m.position(want.from), f.m.position(want.to)}
		if a.Span() != s || a.Collapsed() != want.collapsed {
			f.Fatalf("anchor %d at %v, collapsed %v; want %v, %v", i, a.Span(), a.Collapsed(), s, want.collapsed)
		}
	}
	first := Paragraph(f.next(len(f.paragraphs)))
	last := first + Paragraph(f.next(len(f.paragraphs)-int(first)))
	live = slices.DeleteFunc(live, func(a *Anchor) bool {
		return a.Span().From.Paragraph > last || a.Span().To.Paragraph < first
	})
	slices.SortStableFunc(live, func(x, y *Anchor) int { return x.Span().From.Compare(y.Span().From) })
	if found := f.b.AnchorsIn(first, last); !slices.Equal(found, live) {
		f.Fatalf("%d anchors in %d to %d, want %d", len(found), first, last, len(live))
	}
}
