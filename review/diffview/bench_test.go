package diffview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The benchmarks work on 50,000 characters with 40 changes.

func BenchmarkWeave(b *testing.B) {
	test.NewTempApp(b)
	c := compared(long())
	v := testView(c, Inline)
	v.Resize(fyne.NewSize(740, 660))
	for b.Loop() {
		v.ShowComparison(c, Inline, nil)
	}
}

func BenchmarkScroll(b *testing.B) {
	test.NewTempApp(b)
	v := testView(compared(long()), Inline)
	v.Resize(fyne.NewSize(740, 660))
	for b.Loop() {
		if v.scroll.Offset.Y > v.sheet.height-800 {
			v.scroll.ScrollToTop()
		}
		v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	}
}

func BenchmarkChoose(b *testing.B) {
	test.NewTempApp(b)
	c := compared(long())
	v := testView(c, Inline)
	v.Resize(fyne.NewSize(740, 660))
	for i := 0; b.Loop(); i++ {
		v.Choose(i % len(c.Changes))
	}
}
