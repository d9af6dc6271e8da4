package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Frame sets objects at the edges of a middle one like container.NewBorder, but
// flush: without space between. Any edge may be nil.
func Frame(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	f := &frame{top, bottom, left, right, middle}
	c := container.New(f)
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

type frame struct{ top, bottom, left, right, middle fyne.CanvasObject }

func least(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := least(f.top), least(f.bottom), least(f.left), least(f.right), least(f.middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+middle.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, middle.Height, right.Height))
}

func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom, left, right := least(f.top).Height, least(f.bottom).Height, least(f.left).Width, least(f.right).Width
	height, width := size.Height-top-bottom, size.Width-left-right
	place(f.top, 0, 0, size.Width, top)
	place(f.bottom, 0, size.Height-bottom, size.Width, bottom)
	place(f.left, 0, top, left, height)
	place(f.right, size.Width-right, top, right, height)
	place(f.middle, left, top, width, height)
}

// place puts an object where it belongs. One that stands there already is not
// moved: moving has the window painted anew, and layouts that measure by placing
// would have it painted anew for ever.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	if o == nil {
		return
	}
	if at := fyne.NewPos(x, y); o.Position() != at {
		o.Move(at)
	}
	o.Resize(fyne.NewSize(width, height))
}
