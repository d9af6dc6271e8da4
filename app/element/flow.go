package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Text decides its height by its width, so the layouts of this file hand widths
// down before they ask for heights.

// heightAt returns the height an object wants at a width, and leaves it so wide.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}

// Flow sets objects below one another, each as wide as the parent makes it and
// as high as it wants to be at that width.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// FlowWide is a Flow of a fixed width.
func FlowWide(width, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{width: width, gap: gap}, objects...)
}

// flow is fixed in width where that is not zero.
type flow struct{ width, gap float32 }

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, f.arrange(objects, f.widthOf(objects)))
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.arrange(objects, size.Width)
}

// widthOf is the fixed width, or the one the objects were last given.
func (f *flow) widthOf(objects []fyne.CanvasObject) float32 {
	width := f.width
	for _, o := range objects {
		if f.width == 0 && o.Visible() {
			width = max(width, o.Size().Width)
		}
	}
	return width
}

func (f *flow) arrange(objects []fyne.CanvasObject, width float32) float32 {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if y > 0 {
			y += f.gap
		}
		height := heightAt(o, width)
		place(o, 0, y, width, height)
		y += height
	}
	return y
}

// Shared sets objects beside one another: those with a share divide what the
// others leave.
func Shared(shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&shared{shares: shares}, objects...)
}

type shared struct {
	shares []float32
	width  float32 // last given
}

func (s *shared) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, s.arrange(objects, s.width))
}

func (s *shared) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	s.arrange(objects, size.Width)
}

func (s *shared) arrange(objects []fyne.CanvasObject, width float32) float32 {
	free, total := width, float32(0)
	for i, o := range objects {
		if total += s.shares[i]; s.shares[i] == 0 {
			free -= o.MinSize().Width
		}
	}
	x, high := float32(0), float32(0)
	for i, o := range objects {
		w := o.MinSize().Width
		if s.shares[i] > 0 {
			w = max(0, free*s.shares[i]/total)
		}
		h := heightAt(o, w)
		place(o, x, 0, w, h)
		x, high = x+w, max(high, h)
	}
	return high
}

// Margins keeps an object off the edges by so much; less than nothing lets it
// reach beyond them.
func Margins(x, top, bottom float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(margins{x, top, bottom}, o)
}

type margins struct{ x, top, bottom float32 }

func (m margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width+2*m.x, size.Height+m.top+m.bottom)
}

func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], m.x, m.top, size.Width-2*m.x, size.Height-m.top-m.bottom)
}
