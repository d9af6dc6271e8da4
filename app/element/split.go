package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Split sets objects side by side in equal widths with a gap between, each as
// high as it wants.
func Split(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(split(gap), objects...)
}

type split float32

func (s split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest, highest float32
	for _, o := range objects {
		size := o.MinSize()
		widest, highest = max(widest, size.Width), max(highest, size.Height)
	}
	n := float32(len(objects))
	return fyne.NewSize(n*widest+(n-1)*float32(s), highest)
}

func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	width := (size.Width - (n-1)*float32(s)) / n
	for i, o := range objects {
		place(o, float32(i)*(width+float32(s)), 0, width, max(o.MinSize().Height, size.Height))
	}
}
