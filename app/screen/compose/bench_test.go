package compose

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
)

// BenchmarkKey is one character typed and taken back in an article of 10,000,
// with all that follows on the screen.
func BenchmarkKey(b *testing.B) {
	o := newOffice(b)
	s := o.open(o.complete())
	body := s.view(b, 0)
	essay := strings.Repeat(strings.Repeat("今年以来聚焦群众反映，", 27)+"\n", 34)
	if err := body.Apply(buffer.Paste, buffer.Replace(body.Buffer().All(), essay)); err != nil {
		b.Fatal(err)
	}
	body.Select(buffer.At(at(17, 100)))
	for b.Loop() {
		body.TypedRune('中')
		body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
