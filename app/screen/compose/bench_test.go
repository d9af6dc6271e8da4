package compose

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
)

// BenchmarkKey is one character typed and taken back in the body of an article,
// with all that follows on the screen before the next key.
func BenchmarkKey(b *testing.B) {
	for _, characters := range []int{3_000, 10_000, 300_000} {
		b.Run(fmt.Sprint(characters), func(b *testing.B) {
			o := newOffice(b)
			s := o.open(o.complete())
			s.echo.after = func(_ time.Duration, then func()) { o.later = append(o.later, then) }
			body := s.view(b, 0)
			essay := strings.Repeat(strings.Repeat("今年以来聚焦群众反映，", 27)+"\n", characters/297)
			if err := body.Apply(buffer.Paste, buffer.Replace(body.Buffer().All(), essay)); err != nil {
				b.Fatal(err)
			}
			body.Select(buffer.At(at(buffer.Paragraph(characters/600), 100)))
			for b.Loop() {
				body.TypedRune('中')
				body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		})
	}
}
