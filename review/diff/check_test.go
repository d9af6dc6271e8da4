package diff

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

// checkScript fails the test if s breaks any promise that holds for the
// comparison of any two texts.
func checkScript(t *testing.T, old, new string, s Script) {
	t.Helper()
	if s.Old() != old || s.New() != new {
		t.Fatalf("round trip broken:\nold %q\ngot %q\nnew %q\ngot %q", old, s.Old(), new, s.New())
	}
	if s.Changed() != (old != new) {
		t.Fatalf("Changed is %v for %q, %q", s.Changed(), old, new)
	}
	moved := map[int]string{}
	for _, h := range s.Hunks {
		checkHunk(t, h)
		if h.Kind == MoveFrom {
			moved[h.Move] = h.Old
		}
	}
	checkMoves(t, s, moved)
	checkClusters(t, s)
}

func checkHunk(t *testing.T, h Hunk) {
	t.Helper()
	if h.Old == "" && h.New == "" {
		t.Fatalf("empty hunk: %+v", h)
	}
	if (h.Kind == Equal) != (h.Class == "") || (h.Kind == MoveFrom || h.Kind == MoveTo) != (h.Move > 0) {
		t.Fatalf("class or move does not fit the kind: %+v", h)
	}
	fits := map[Kind]bool{
		Equal:    h.Old == h.New && len(h.Inner) == 0,
		Insert:   h.Old == "",
		Delete:   h.New == "",
		Replace:  h.Old != "" && h.New != "" && h.Old != h.New,
		MoveFrom: h.New == "" && len(h.Inner) == 0,
		MoveTo:   h.Old == "",
	}
	if !fits[h.Kind] {
		t.Fatalf("sides do not fit the kind: %+v", h)
	}
	if old, new := joined(h.Inner); h.Kind.isPlainKind() && (old != h.Old || new != h.New) {
		t.Fatalf("inner does not join to the hunk: %+v", h)
	}
}

func (k Kind) isPlainKind() bool { return k == Insert || k == Delete || k == Replace }

func checkMoves(t *testing.T, s Script, moved map[int]string) {
	t.Helper()
	arrived := 0
	for _, h := range s.Hunks {
		if h.Kind != MoveTo {
			continue
		}
		arrived++
		from, ok := moved[h.Move]
		if !ok {
			t.Fatalf("move %d arrives from nowhere", h.Move)
		}
		old, new := joined(h.Inner)
		if len(h.Inner) == 0 {
			old, new = h.New, h.New
		}
		if old != from || new != h.New {
			t.Fatalf("inner of move %d does not lead from %q to %q", h.Move, from, h.New)
		}
	}
	if arrived != len(moved) {
		t.Fatalf("%d moves leave, %d arrive", len(moved), arrived)
	}
}

func joined(pieces []Piece) (old, new string) {
	for _, p := range pieces {
		old += p.Old
		new += p.New
	}
	return old, new
}

// checkClusters fails if a boundary between hunks or pieces tears a character.
func checkClusters(t *testing.T, s Script) {
	t.Helper()
	oldCuts, newCuts := clusterCuts(s.Old()), clusterCuts(s.New())
	o, n := 0, 0
	for _, h := range s.Hunks {
		checkPieces(t, h, o, n, oldCuts, newCuts)
		o, n = o+len(h.Old), n+len(h.New)
		if !oldCuts[o] || !newCuts[n] {
			t.Fatalf("character torn at the end of %+v", h)
		}
	}
}

func checkPieces(t *testing.T, h Hunk, o, n int, oldCuts, newCuts map[int]bool) {
	t.Helper()
	for _, p := range h.Inner {
		o, n = o+len(p.Old), n+len(p.New)
		if h.Kind.isPlainKind() && !oldCuts[o] || !newCuts[n] {
			t.Fatalf("character torn inside %+v", h)
		}
	}
}

func clusterCuts(s string) map[int]bool {
	cuts := map[int]bool{0: true}
	for at := 0; at < len(s); {
		at = clusterEnd(s, at)
		cuts[at] = true
	}
	return cuts
}

// checkMirror fails unless the comparison in the other direction is the mirror
// image, and a second comparison the same.
func checkMirror(t *testing.T, c Comparer, old, new string, s Script) {
	t.Helper()
	if again := c.Texts(old, new); !reflect.DeepEqual(again, s) {
		t.Fatalf("two answers to one question:\n%s\n%s", marked(s), marked(again))
	}
	if old == new {
		return
	}
	if back := c.Texts(new, old).mirrored(); !reflect.DeepEqual(back, s) {
		t.Fatalf("not mirrored:\n%s\n%s", marked(s), marked(back))
	}
}

// checkSubset fails unless the changes picked by the bits of mask give a text
// made of exactly the right sides.
func checkSubset(t *testing.T, s Script, mask uint64) {
	t.Helper()
	picked := func(i int) bool { return mask>>(i%64)&1 == 1 }
	if got, want := s.With(picked), subset(s, picked); got != want {
		t.Fatalf("subset %x: got %q, want %q", mask, got, want)
	}
	if got := s.With(func(int) bool { return true }); got != s.New() {
		t.Fatalf("all accepted is not the new text: %q", got)
	}
	if got := s.With(func(int) bool { return false }); got != s.Old() {
		t.Fatalf("none accepted is not the old text: %q", got)
	}
	if utf8.ValidString(s.Old()) && utf8.ValidString(s.New()) && !utf8.ValidString(s.With(picked)) {
		t.Fatal("a subset of two valid texts is not valid UTF-8")
	}
}

// subset picks sides in the plainest way: both halves of a move follow the first.
func subset(s Script, picked func(int) bool) string {
	text, first := "", map[int]int{}
	for i, h := range s.Hunks {
		if _, met := first[h.Move]; !met && h.Move > 0 {
			first[h.Move] = i
		}
		asked := i
		if h.Move > 0 {
			asked = first[h.Move]
		}
		if h.Kind == Equal || picked(asked) {
			text += h.New
		} else {
			text += h.Old
		}
	}
	return text
}
