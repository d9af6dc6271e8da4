package typeset

import (
	"math/rand"
	"testing"

	"jianbao/editor/doc"
)

func randomLayout(r *rand.Rand) *Layout {
	l := NewLayout(Grid{}, Em(3+r.Intn(20))*Full)
	l.SetAll(randomParas(r, 8))
	return l
}

// everyLine calls do for every line of l from the top.
func everyLine(l *Layout, do func(LineRef)) {
	for at, more := (LineRef{}), true; more; at, more = l.After(at) {
		do(at)
	}
}

func TestLinesByNumberAndHeight(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 60 {
		l, n := randomLayout(r), 0
		everyLine(l, func(at LineRef) {
			if l.Numbered(n) != at || l.Number(at) != n {
				t.Fatalf("line %d is %+v, number of it %d", n, l.Numbered(n), l.Number(at))
			}
			top, bottom := l.Top(at), l.Top(at)+l.LineHeight(at)-1
			if l.LineAt(top) != at || l.LineAt(bottom) != at {
				t.Fatalf("%+v: at its top %+v, at its bottom %+v", at, l.LineAt(top), l.LineAt(bottom))
			}
			n++
		})
		if n != l.Lines() || l.LineAt(-Full) != (LineRef{}) || l.LineAt(l.Height()+Full) != l.Numbered(n-1) {
			t.Fatalf("%d lines, want %d", n, l.Lines())
		}
	}
}

func FuzzPositionsAndX(f *testing.F) {
	for seed := range int64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed int64) {
		l := randomLayout(rand.New(rand.NewSource(seed)))
		everyLine(l, func(at LineRef) {
			for _, c := range l.Paragraph(at.Para).Cells(nil, at.Line) {
				if c.Left == c.Right {
					continue // its two sides cannot be told apart
				}
				checkRoundTrip(t, l, l.position(at, c.From), at, c.Left)
				checkRoundTrip(t, l, l.position(at, c.To), at, c.Right)
			}
		})
	})
}

// checkRoundTrip checks that a position is on a line at x, and what is hit
// there.
func checkRoundTrip(t *testing.T, l *Layout, p Position, line LineRef, x Em) {
	t.Helper()
	if l.LineOf(p) != line {
		t.Fatalf("%+v is on %+v, want %+v", p, l.LineOf(p), line)
	}
	got := l.X(p)
	if gap := l.Line(line).Gap; got < x || got > x+gap {
		t.Fatalf("%+v is at %v, want %v", p, got.Float(), x.Float())
	}
	if hit := l.Hit(got, l.Top(line)); l.X(hit) != got || l.LineOf(hit) != line {
		t.Fatalf("%+v: hit %+v", p, hit)
	}
}

func TestForwardAndBackwardVisitTheSamePlaces(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 60 {
		l := randomLayout(r)
		seen := []Position{{}}
		for {
			next := l.Forward(seen[len(seen)-1])
			if next == seen[len(seen)-1] {
				break
			}
			seen = append(seen, next)
		}
		end := Position{Para: l.Paragraphs() - 1, Offset: l.Paragraph(l.Paragraphs() - 1).Runes()}
		if seen[len(seen)-1] != end {
			t.Fatalf("forward ends at %+v, want %+v", seen[len(seen)-1], end)
		}
		for i := len(seen) - 1; i > 0; i-- {
			if got := l.Backward(seen[i]); got != seen[i-1] {
				t.Fatalf("before %+v is %+v, want %+v", seen[i], got, seen[i-1])
			}
		}
		if l.Backward(Position{}) != (Position{}) {
			t.Fatal("backward from the beginning moves")
		}
	}
}

func TestCaretMoves(t *testing.T) {
	l := NewLayout(Grid{}, 5*Full)
	l.SetAll([]Para{
		{Text: "国家机关办理政务", Style: Style{Indent: 2 * Full}}, // 国家机|关办理政务
		{Text: ""},
		{Text: "ab国家"},
	})
	at := func(para int, offset doc.RuneOffset, atEnd bool) Position { return Position{para, offset, atEnd} }
	tests := []struct {
		name      string
		got, want Position
	}{
		{"end of a line that turns", l.End(at(0, 1, false)), at(0, 3, true)},
		{"end again", l.End(at(0, 3, true)), at(0, 3, true)},
		{"end of the lower line", l.End(at(0, 3, false)), at(0, 8, false)},
		{"home of the upper line", l.Home(at(0, 3, true)), at(0, 0, false)},
		{"home of the lower line", l.Home(at(0, 5, false)), at(0, 3, false)},
		{"down keeps x", l.Vertical(at(0, 1, false), 1, 3*Full), at(0, 6, false)},
		{"down to an empty line", l.Vertical(at(0, 6, false), 1, 3*Full), at(1, 0, false)},
		{"down past it", l.Vertical(at(1, 0, false), 1, 3*Full), at(2, 4, false)},
		{"up by two", l.Vertical(at(2, 4, false), -2, 3*Full), at(0, 6, false)},
		{"up stops at the top", l.Vertical(at(1, 0, false), -9, 0), at(0, 0, false)},
		{"down stops at the bottom", l.Vertical(at(0, 0, false), 99, 9*Full), at(2, 4, false)},
		{"far right of a line that turns", l.Hit(99*Full, 0), at(0, 3, true)},
		{"nearer the right side", l.Hit(Ems(2.6), 0), at(0, 1, false)},
		{"nearer the left side", l.Hit(Ems(2.4), 0), at(0, 0, false)},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, tt.got, tt.want)
		}
	}
}

func TestOffsetsWithinAClusterOrLineEnd(t *testing.T) {
	p := NewParagraph("e\u0301国\r\n家", Style{}, 9*Full, Grid{})
	if x := p.X(0, 1); x != 0 {
		t.Errorf("within a cluster: %v", x.Float())
	}
	if p.LineText(0) != "e\u0301国" || p.Lines()[0].End() != 3 || p.Lines()[0].To != 5 {
		t.Errorf("first line %q, %+v", p.LineText(0), p.Lines()[0])
	}
	for _, tt := range []struct{ at, next, previous doc.RuneOffset }{{0, 2, 0}, {1, 2, 0}, {2, 3, 0}, {3, 5, 2}, {4, 5, 3}, {5, 6, 3}, {6, 6, 5}} {
		if p.Next(tt.at) != tt.next || p.Previous(tt.at) != tt.previous {
			t.Errorf("around %d: %d and %d, want %d and %d", tt.at, p.Previous(tt.at), p.Next(tt.at), tt.previous, tt.next)
		}
	}
}
