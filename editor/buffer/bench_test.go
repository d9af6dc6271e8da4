package buffer

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// sample is a text of so many characters in paragraphs of 300.
func sample(t testing.TB, characters int) *Buffer {
	paragraph := strings.Repeat("关于进一步做好防汛抗旱工作的情况报告，", 16)
	paragraph = string([]rune(paragraph)[:300])
	text := strings.Repeat(paragraph+"\n", characters/300)
	return newBuffer(t, strings.TrimSuffix(text, "\n"))
}

// keys types and deletes n characters in the middle of the text.
func keys(t testing.TB, b *Buffer, n int) {
	p := Position{Paragraph: b.Paragraphs() / 2, Offset: 150}
	for i := range n {
		edit := Insert(p, "字")
		if i%2 == 1 {
			edit = Delete(Span{From: p, To: Position{Paragraph: p.Paragraph, Offset: p.Offset + 1}})
		}
		if _, err := b.Apply(Action{Kind: Typing, At: noon, Before: At(p)}, edit); err != nil {
			t.Fatal(err)
		}
	}
}

// BenchmarkInsertMiddle types in the middle of a short and of a long text and
// reports how much slower the long one is.
func BenchmarkInsertMiddle(b *testing.B) {
	perKey := map[int]time.Duration{}
	for _, characters := range []int{3_000, 300_000} {
		b.Run(fmt.Sprint(characters), func(b *testing.B) {
			text := sample(b, characters)
			b.ReportAllocs()
			b.ResetTimer()
			keys(b, text, b.N)
			perKey[characters] = b.Elapsed() / time.Duration(b.N)
			if short := perKey[3_000]; characters > 3_000 && short > 0 {
				b.ReportMetric(float64(perKey[characters])/float64(short), "×3000")
			}
		})
	}
}

// BenchmarkInsertMiddleAnchors types in a text with an anchor every 30
// characters.
func BenchmarkInsertMiddleAnchors(b *testing.B) {
	text := sample(b, 300_000)
	for i := range 10_000 {
		from := Position{Paragraph: Paragraph(i / 10), Offset: RuneOffset(i % 10 * 30)}
		if _, err := text.Anchor(Span{from, Position{from.Paragraph, from.Offset + 5}}, Right, Left); err != nil {
			b.Fatal(err)
		}
	}
	b.ResetTimer()
	keys(b, text, b.N)
}

// BenchmarkSplitMiddle breaks and joins paragraphs in the middle.
func BenchmarkSplitMiddle(b *testing.B) {
	text := sample(b, 300_000)
	p := Position{Paragraph: 500, Offset: 150}
	for b.Loop() {
		apply(b, text, Insert(p, "\n"))
		apply(b, text, Delete(Span{p, Position{Paragraph: 501}}))
	}
}

// BenchmarkReplaceAll finds and replaces 10,000 matches, in paragraphs of 300
// characters and in a single one, and undoes it.
func BenchmarkReplaceAll(b *testing.B) {
	many := strings.Repeat(strings.Repeat("这是抗旱工作的情况报告，共三十个字，其中一处要改为得字完毕。", 10)+"\n", 999)
	for name, text := range map[string]string{"paragraphs": many, "single": strings.ReplaceAll(many, "\n", "")} {
		b.Run(name, func(b *testing.B) {
			buffer := newBuffer(b, text)
			for b.Loop() {
				matches := buffer.Find("抗旱")
				edits := make([]Edit, len(matches))
				for i, m := range matches {
					edits[i] = Replace(m, "防汛抗旱")
				}
				apply(b, buffer, edits...)
				buffer.Undo()
			}
			b.ReportMetric(float64(len(buffer.Find("抗旱"))), "matches")
		})
	}
}

// BenchmarkPaste puts 300,000 characters over a text as long and undoes it.
func BenchmarkPaste(b *testing.B) {
	buffer := sample(b, 300_000)
	pasted := strings.ReplaceAll(buffer.Text(), "防汛", "森林防火")
	for b.Loop() {
		apply(b, buffer, Replace(buffer.All(), pasted))
		buffer.Undo()
	}
}

// BenchmarkNext steps over a text character by character.
func BenchmarkNext(b *testing.B) {
	text := sample(b, 300_000)
	p := text.Start()
	for b.Loop() {
		if p = text.Next(p); p == text.End() {
			p = text.Start()
		}
	}
}

// BenchmarkRead opens a text of 300,000 characters and reads it.
func BenchmarkRead(b *testing.B) {
	content := sample(b, 300_000).Contents()
	for b.Loop() {
		text, err := New(content, counter())
		if err != nil {
			b.Fatal(err)
		}
		if len(text.Text()) == 0 {
			b.Fatal("no text")
		}
	}
}
