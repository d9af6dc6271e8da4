package compose

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/doc"
)

// BenchmarkKey is one character typed and taken back in an article of 10,000,
// with all that follows on the screen.
func BenchmarkKey(b *testing.B) {
	o := newOffice(b)
	s := o.open(o.complete())
	body := s.page.entries[article(s, 0, doc.FieldArticleBody)].field
	body.SetText(strings.Repeat(strings.Repeat("今年以来聚焦群众反映，", 27)+"\n", 34))
	body.Select(5000, 5000)
	for b.Loop() {
		body.TypedRune('中')
		body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
