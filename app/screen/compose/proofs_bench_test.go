package compose

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"jianbao/editor/buffer"
)

// BenchmarkPause is what follows once the writer pauses after one character: the
// text is proofread and what was found is underlined. To it come at most two
// pauseDelay until it begins.
func BenchmarkPause(b *testing.B) {
	for _, characters := range []int{3_000, 30_000} {
		b.Run(fmt.Sprint(characters), func(b *testing.B) {
			o := newOffice(b)
			s := o.open(o.complete())
			var pending func()
			s.proofs.after = func(_ time.Duration, then func()) { pending = then }
			body := s.view(b, 0)
			essay := strings.Repeat(strings.Repeat("今年以来聚焦群众反映,", 27)+"\n", characters/297)
			if err := body.Apply(buffer.Paste, buffer.Replace(body.Buffer().All(), essay)); err != nil {
				b.Fatal(err)
			}
			pending()
			body.Select(buffer.At(at(buffer.Paragraph(characters/600), 100)))
			for b.Loop() {
				body.TypedRune('中')
				body.Text()
				pending()
			}
		})
	}
}
