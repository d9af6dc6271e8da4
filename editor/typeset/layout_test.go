package typeset

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// words are what random texts are made of: everything that needs a rule.
var words = []string{
	"今年", "办事", "，", "。", "“", "”", "（", "）", "——", "……", "12345", "3.5%", "2022年", "Wi-Fi", "a.b@gov.cn",
	" ", "　", "·", "e\u0301", "👨\u200D👩\u200D👧", "𠮷", "\t", "\n", "\r\n", "葛\U000E0100", "、", "《", "》", "国",
}

func randomText(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.Intn(most + 1) {
		b.WriteString(words[r.Intn(len(words))])
	}
	return b.String()
}

func randomParas(r *rand.Rand, most int) []Para {
	paras := make([]Para, r.Intn(most+1))
	for i := range paras {
		paras[i] = Para{Text: randomText(r, 30), Style: randomStyle(r)}
	}
	return paras
}

func randomStyle(r *rand.Rand) Style {
	style := fuzzStyle(uint8(r.Intn(256)))
	style.Before, style.After = Em(r.Intn(3))*Full, Em(r.Intn(2))*Full
	return style
}

// same checks that a layout is what one made anew from its paragraphs would be.
func same(t *testing.T, l *Layout, paras []Para) {
	t.Helper()
	fresh := NewLayout(Grid{}, l.Width())
	fresh.SetAll(paras)
	if l.Paragraphs() != fresh.Paragraphs() || l.Lines() != fresh.Lines() || l.Height() != fresh.Height() {
		t.Fatalf("%d paragraphs, %d lines, height %v; want %d, %d, %v", l.Paragraphs(), l.Lines(), l.Height().Float(),
			fresh.Paragraphs(), fresh.Lines(), fresh.Height().Float())
	}
	for i := range l.Paragraphs() {
		if !slices.Equal(l.Paragraph(i).Lines(), fresh.Paragraph(i).Lines()) || l.Paragraph(i).Text() != paras[i].Text {
			t.Fatalf("paragraph %d is not as set anew", i)
		}
		if at := (LineRef{i, 0}); l.Top(at) != fresh.Top(at) || l.Number(at) != fresh.Number(at) {
			t.Fatalf("paragraph %d is at %v, want %v", i, l.Top(at).Float(), fresh.Top(at).Float())
		}
	}
}

func FuzzEditsSetOnlyWhatChanged(f *testing.F) {
	for seed := range int64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed int64) {
		r := rand.New(rand.NewSource(seed))
		l, paras := NewLayout(Grid{}, 12*Full), []Para{{}}
		for range 40 {
			paras = randomEdit(r, l, paras)
			same(t, l, paras)
		}
	})
}

// randomEdit replaces some paragraphs, mostly one, and returns what the text
// is then. Now and then it also changes the width.
func randomEdit(r *rand.Rand, l *Layout, paras []Para) []Para {
	from := r.Intn(len(paras) + 1)
	to := from + r.Intn(len(paras)-from+1)
	if r.Intn(4) > 0 {
		to = min(to, from+1)
	}
	with := randomParas(r, 3)
	l.Splice(from, to, with)
	if r.Intn(20) == 0 {
		l.SetWidth(Em(3+r.Intn(30)) * Full)
	}
	if len(with) == 0 && to-from == len(paras) {
		return []Para{{}}
	}
	return slices.Concat(paras[:from], with, paras[to:])
}

func TestUnchangedParagraphsAreKept(t *testing.T) {
	l := NewLayout(Grid{}, 12*Full)
	paras := []Para{{Text: "甲"}, {Text: "乙"}, {Text: "丙"}}
	l.SetAll(paras)
	first, last := l.Paragraph(0), l.Paragraph(2)
	l.SetAll([]Para{{Text: "甲"}, {Text: "新"}, {Text: "又"}, {Text: "丙"}})
	if l.Paragraph(0) != first || l.Paragraph(3) != last {
		t.Error("a paragraph that did not change was set again")
	}
	if l.Set(1, Para{Text: "新"}) || l.Set(1, Para{Text: "改"}) {
		t.Error("a change that moves nothing was reported as one that does")
	}
	if !l.Set(1, Para{Text: strings.Repeat("改", 20)}) {
		t.Error("a second line was not reported")
	}
}

func TestEmptyLayout(t *testing.T) {
	l := NewLayout(Grid{}, 10*Full)
	if l.Paragraphs() != 1 || l.Lines() != 1 || l.Height() != Ems(1.5) {
		t.Errorf("%d paragraphs, %d lines, height %v", l.Paragraphs(), l.Lines(), l.Height().Float())
	}
	if at := l.Hit(3*Full, 9*Full); at != (Position{}) {
		t.Errorf("hit %+v", at)
	}
	l.SetAll([]Para{{Text: "甲"}, {Text: "乙"}})
	l.Splice(0, 2, nil)
	if l.Paragraphs() != 1 || l.Paragraph(0).Text() != "" {
		t.Errorf("all removed leaves %d paragraphs", l.Paragraphs())
	}
}

func TestHeights(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for count := range 40 {
		values := make([]extent, count)
		for i := range values {
			values[i] = extent{1 + r.Intn(4), Em(1+r.Intn(9)) * Full}
		}
		var h heights
		h.build(count, func(i int) extent { return values[i] })
		if count > 0 {
			i, change := r.Intn(count), extent{2, 3 * Full}
			values[i] = values[i].plus(change)
			h.add(i, change)
		}
		sum := extent{}
		for i, v := range values {
			if h.before(i) != sum {
				t.Fatalf("before %d of %d: %v, want %v", i, count, h.before(i), sum)
			}
			for line := range v.lines {
				n := sum.lines + line
				if at, before := h.find(func(e extent) bool { return e.lines > n }); at != i || before != sum {
					t.Fatalf("line %d of %d is in %d, want %d", n, count, at, i)
				}
			}
			sum = sum.plus(v)
		}
		if at, _ := h.find(func(e extent) bool { return e.lines > sum.lines }); at != count || h.all != sum {
			t.Fatalf("beyond %d: %d", count, at)
		}
	}
}
