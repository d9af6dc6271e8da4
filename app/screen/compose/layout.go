package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Text decides its height by its width, so the layouts of the page hand widths
// down before they ask for heights.

// heightAt returns the height an object wants at a width, and leaves it so wide.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.Size().Height))
	return o.MinSize().Height
}

// column sets objects below one another at the full width, which is fixed where
// it is not zero.
type column struct{ width, gap float32 }

// newColumn returns a column of the width that its parent gives it.
func newColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(c.width, c.arrange(objects, c.widthOf(objects)))
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.arrange(objects, size.Width)
}

// widthOf is the fixed width, or the one the objects were last given.
func (c *column) widthOf(objects []fyne.CanvasObject) float32 {
	width := c.width
	for _, o := range objects {
		if c.width == 0 && o.Visible() {
			width = max(width, o.Size().Width)
		}
	}
	return width
}

func (c *column) arrange(objects []fyne.CanvasObject, width float32) float32 {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if y > 0 {
			y += c.gap
		}
		height := heightAt(o, width)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(0, y))
		y += height
	}
	return y
}

// row sets objects beside one another: those with a share divide what the
// others leave.
type row struct {
	shares []float32
	width  float32 // last given
}

func newRow(shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&row{shares: shares}, objects...)
}

func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, r.arrange(objects, r.width))
}

func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	r.arrange(objects, size.Width)
}

func (r *row) arrange(objects []fyne.CanvasObject, width float32) float32 {
	free, total := width, float32(0)
	for i, o := range objects {
		if total += r.shares[i]; r.shares[i] == 0 {
			free -= o.MinSize().Width
		}
	}
	x, high := float32(0), float32(0)
	for i, o := range objects {
		w := o.MinSize().Width
		if r.shares[i] > 0 {
			w = max(0, free*r.shares[i]/total)
		}
		h := heightAt(o, w)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, 0))
		x, high = x+w, max(high, h)
	}
	return high
}

// margins keeps an object off the edges of the sheet.
type margins struct{ x, top, bottom float32 }

func (m margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width+2*m.x, size.Height+m.top+m.bottom)
}

func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(m.x, m.top))
	objects[0].Resize(fyne.NewSize(size.Width-2*m.x, size.Height-m.top-m.bottom))
}
