package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// BenchmarkTexts measures a comparison with the lexicon and, in the same run, go-diff as it comes and
// go-diff without a deadline. Read the ratios, not the times: machines differ.
func BenchmarkTexts(b *testing.B) {
	for _, size := range []int{3_000, 30_000, 300_000} {
		for _, percent := range []int{1, 10, 50} {
			b.Run(fmt.Sprintf("%dk/%d%%", size/1000, percent), func(b *testing.B) {
				old := bulletinText(size)
				new := edited(old, percent)
				s := withWords.Texts(old, new) // the lexicon is read here
				for b.Loop() {
					s = withWords.Texts(old, new)
				}
				own := b.Elapsed() / time.Duration(b.N)
				b.ReportMetric(float64(s.Stats().Changes), "hunks")
				if testing.Short() {
					return
				}
				report(b, own, "default", old, new, time.Second)
				if size*percent < 15_000_000 { // there go-diff takes minutes
					report(b, own, "exact", old, new, 0)
				}
			})
		}
	}
}

func report(b *testing.B, own time.Duration, name, old, new string, timeout time.Duration) {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = timeout
	start := time.Now()
	diffs := dmp.DiffCleanupSemantic(dmp.DiffMain(old, new, false))
	b.ReportMetric(float64(time.Since(start))/float64(own), "×godiff-"+name)
	b.ReportMetric(float64(len(diffs)), "parts-"+name)
}

// bulletinText writes n characters or a few more in the manner of a bulletin,
// without a word ever being chosen for its meaning.
func bulletinText(n int) string {
	const words = "全市农村公路建设进展顺利投资乡镇覆盖城乡义务教育一体化加快推进新改扩学校所增位万个基层医疗服务能力持续提升标准村卫生室余家群众就更方便会议研究部署防汛抗旱各项工作落实责任强领导完善机制督查问效按照要求认真组织统筹协调形成合力确保任务完成"
	pool := []rune(words)
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for written := 0; written < n; {
		for range 3 + random.IntN(5) {
			length := 5 + random.IntN(14)
			for range length {
				b.WriteRune(pool[random.IntN(len(pool))])
			}
			b.WriteString([]string{"，", "，", "。", "；", "、"}[random.IntN(5)])
			written += length + 1
		}
		b.WriteString("。\n")
		written += 2
	}
	return b.String()
}

// edited changes words until about so many of a hundred characters are touched.
func edited(text string, percent int) string {
	random := rand.New(rand.NewPCG(3, 4))
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); {
		stretch := min(2+random.IntN(12), len(runes)-i)
		if random.IntN(100) >= percent {
			out = append(out, runes[i:i+stretch]...)
		} else if kind := random.IntN(3); kind > 0 {
			at := random.IntN(len(runes) - stretch)
			out = append(out, runes[at:at+stretch]...)
		}
		i += stretch
	}
	return string(out)
}
