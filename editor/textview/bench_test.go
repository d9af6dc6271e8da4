package textview

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// opened is a desk with a text whose caret stands in the middle.
func opened(b testing.TB, characters int) *desk {
	d := newDesk(b, essay(characters))
	d.View.Select(at(pos(characters/600, 150)))
	return d
}

// entry is Fyne's own, with the same font, width and text.
func entry(b testing.TB, characters int) *widget.Entry {
	d := newDesk(b, "")
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	w := test.NewTempWindow(b, container.NewStack(e))
	w.Resize(d.window.Canvas().Size())
	e.SetText(essay(characters))
	e.CursorRow = len(e.Text) / 3 / 20 / 2
	w.Canvas().Focus(e)
	return e
}

// perKey types n characters and takes each back, and returns what one of these
// keys costs.
func (d *desk) perKey(n int) time.Duration {
	start := time.Now()
	for range n {
		d.TypedRune('字')
		d.end()
		d.key(fyne.KeyBackspace)
	}
	return time.Since(start) / time.Duration(2*n)
}

func entryPerKey(e *widget.Entry, n int) time.Duration {
	start := time.Now()
	for range n {
		e.TypedRune('字')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	return time.Since(start) / time.Duration(2*n)
}

func report(b *testing.B, ours, theirs time.Duration) {
	b.ReportMetric(float64(ours.Microseconds())/1000, "ms")
	b.ReportMetric(float64(theirs.Microseconds())/1000, "entry-ms")
	b.ReportMetric(float64(theirs)/float64(ours), "×faster")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkKey sets a key beside one in Fyne's entry.
func BenchmarkKey(b *testing.B) {
	for _, characters := range []int{10_000, 50_000} {
		b.Run(fmt.Sprint(characters), func(b *testing.B) {
			d, e := opened(b, characters), entry(b, characters)
			d.perKey(10)
			var ours, theirs time.Duration
			for range b.N {
				ours, theirs = d.perKey(100), entryPerKey(e, 2)
			}
			report(b, ours, theirs)
		})
	}
}

// BenchmarkOpen sets opening a text beside setting it in Fyne's entry.
func BenchmarkOpen(b *testing.B) {
	const characters = 50_000
	text := essay(characters)
	d, e := newDesk(b, ""), entry(b, 300)
	var ours, theirs time.Duration
	for i := range b.N {
		content := newBuffer(b, text)
		start := time.Now()
		d.SetBuffer(content)
		ours = time.Since(start)
		start = time.Now()
		e.SetText(fmt.Sprint(text, i))
		theirs = time.Since(start)
	}
	report(b, ours, theirs)
}

// BenchmarkKeyLong sets a key in a long text beside one in a short text.
func BenchmarkKeyLong(b *testing.B) {
	short, long := opened(b, 3_000), opened(b, 300_000)
	short.perKey(20)
	long.perKey(20)
	var a, z time.Duration
	for range b.N {
		a += short.perKey(200)
		z += long.perKey(200)
	}
	b.ReportMetric(float64(a.Microseconds())/1000/float64(b.N), "ms-3000")
	b.ReportMetric(float64(z.Microseconds())/1000/float64(b.N), "ms-300000")
	b.ReportMetric(float64(z)/float64(a), "×slower")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkKeyFinding types in a long text of which 6,000 matches are shown.
func BenchmarkKeyFinding(b *testing.B) {
	d := opened(b, 300_000)
	f := NewFinder(d.View)
	f.SetPattern("高效")
	if _, all := f.Count(); all < 5000 {
		b.Fatal("matches:", all)
	}
	for b.Loop() {
		d.perKey(1)
		d.end()
	}
}

// BenchmarkScroll scrolls a long text by a notch of the wheel.
func BenchmarkScroll(b *testing.B) {
	d := opened(b, 300_000)
	down := &fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -40}}
	d.pane.ScrollTo(0)
	for b.Loop() {
		d.pane.scroll.Scrolled(down)
	}
}

// BenchmarkScrollFar goes to another part of a long text.
func BenchmarkScrollFar(b *testing.B) {
	d := opened(b, 300_000)
	far := []float32{1000, 200_000}
	for i := 0; b.Loop(); i++ {
		d.pane.ScrollTo(far[i%2])
	}
}

func BenchmarkSelectAll(b *testing.B) {
	d := opened(b, 300_000)
	for b.Loop() {
		d.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// BenchmarkDrag selects a long text with the mouse.
func BenchmarkDrag(b *testing.B) {
	d := opened(b, 300_000)
	d.pane.ScrollTo(100_000)
	d.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 9)}, Button: desktop.MouseButtonPrimary})
	for i := 0; b.Loop(); i++ {
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(200, float32(i%400))}})
	}
}

// BenchmarkPaste pastes 300,000 characters over a text and takes them back.
func BenchmarkPaste(b *testing.B) {
	d := opened(b, 3_000)
	d.app.Clipboard().SetContent(essay(300_000))
	for b.Loop() {
		d.TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.app.Clipboard()})
		b.StopTimer()
		d.Undo()
		b.StartTimer()
	}
}

// BenchmarkReplaceAll replaces 16,000 matches and takes it back.
func BenchmarkReplaceAll(b *testing.B) {
	d := opened(b, 300_000)
	f := NewFinder(d.View)
	f.SetPattern("高效")
	for b.Loop() {
		if n, err := f.ReplaceAll("又快又好"); n < 5000 || err != nil {
			b.Fatal(n, err)
		}
		d.end()
		b.StopTimer()
		d.Undo()
		d.end()
		b.StartTimer()
	}
}
