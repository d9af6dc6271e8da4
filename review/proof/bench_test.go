package proof

import (
	"strings"
	"testing"

	"jianbao/editor/doc"
)

// sample makes about n characters of prose with a slip in every paragraph.
func sample(n int) Text {
	const paragraph = "会议强调,要深入贯彻落实全市工作会议精神，坚持问题导向，于2月28日前完成312户走访，推动“光盘行动”等活动常态化开展。一是安排布署到位，压实各方责任；二是健全体制机制，形成工作合力；三是加强督促检查，确保各项任务落到实处。"
	size := len([]rune(paragraph))
	var lines []string
	for i := 0; i*size < n; i++ {
		lines = append(lines, strings.Replace(paragraph, "312", strings.Repeat("1", i%4+1)+string(rune('一'+i)), 1))
	}
	return LinesOf(lines, doc.Date{Year: 2026, Month: 6, Day: 18})
}

func BenchmarkFirst3000(b *testing.B)   { benchmarkFirst(b, 3000) }
func BenchmarkFirst300000(b *testing.B) { benchmarkFirst(b, 300000) }

func benchmarkFirst(b *testing.B, n int) {
	checker, text := NewChecker(shipped(b), nil, withSpeller), sample(n)
	b.ReportAllocs()
	for b.Loop() {
		check(b, checker, text)
	}
}

func BenchmarkAfterOneEdit3000(b *testing.B)   { benchmarkEdit(b, 3000) }
func BenchmarkAfterOneEdit300000(b *testing.B) { benchmarkEdit(b, 300000) }

func benchmarkEdit(b *testing.B, n int) {
	session, text := NewChecker(shipped(b), nil, withSpeller).Session(), sample(n)
	if _, err := session.Check(b.Context(), text); err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		text.Passages[3].Text = "改动" + string(rune('一'+i%20000)) + text.Passages[4].Text
		if _, err := session.Check(b.Context(), text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		shipped(b)
	}
}
