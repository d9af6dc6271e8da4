package typeset

import (
	"fmt"
	"strings"
	"testing"
)

// essay returns count paragraphs of 300 characters, no two alike.
func essay(count int) []Para {
	const sentence = "今年以来，中心聚焦“高效办成一件事”，推出《便民服务清单》（共12项），群众满意率达99.5%；"
	body := []rune(strings.Repeat(sentence, 8))
	paras := make([]Para, count)
	for i := range paras {
		number := []rune(fmt.Sprintf("%d.", i+1))
		paras[i] = Para{Text: string(number) + string(body[:300-len(number)]), Style: Body()}
	}
	return paras
}

func BenchmarkParagraph300(b *testing.B) {
	text := essay(1)[0].Text
	for b.Loop() {
		Break(text, Body(), 28*Full, Grid{})
	}
}

func BenchmarkFull300000(b *testing.B) {
	paras := essay(1000)
	for b.Loop() {
		NewLayout(Grid{}, 28*Full).SetAll(paras)
	}
}

func BenchmarkEditParagraph(b *testing.B) {
	for _, count := range []int{10, 1000} {
		b.Run(fmt.Sprintf("%d", count*300), func(b *testing.B) {
			l := NewLayout(Grid{}, 28*Full)
			l.SetAll(essay(count))
			p := Para{Text: l.Paragraph(count / 2).Text(), Style: Body()}
			longer := Para{Text: p.Text + "字", Style: Body()}
			for b.Loop() {
				l.Set(count/2, longer)
				p, longer = longer, p
			}
		})
	}
}

func BenchmarkSplitParagraph(b *testing.B) {
	l := NewLayout(Grid{}, 28*Full)
	l.SetAll(essay(1000))
	whole := Para{Text: l.Paragraph(500).Text(), Style: Body()}
	half := strings.Index(whole.Text, "，")
	parts := []Para{{whole.Text[:half], Body()}, {whole.Text[half:], Body()}}
	for b.Loop() {
		l.Splice(500, 501, parts)
		l.Splice(500, 502, []Para{whole})
	}
}

func BenchmarkHit(b *testing.B) {
	l := NewLayout(Grid{}, 28*Full)
	l.SetAll(essay(1000))
	y := l.Height() / 3 * 2
	for b.Loop() {
		l.X(l.Hit(20*Full, y))
	}
}

func BenchmarkOneLongWord(b *testing.B) {
	text := strings.Repeat("a", 300000)
	for b.Loop() {
		Break(text, Body(), 28*Full, Grid{})
	}
}
