package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	jtheme "jianbao/app/theme"
)

// Rule returns a hairline as wide or high as its container makes it.
func Rule() *Surface {
	s := NewSurface(jtheme.ColorLine, Gap(1, 1))
	return s
}

// Gap returns an empty space of at least this size.
func Gap(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// Columns sets a left panel, a middle and a right panel side by side, with
// hairlines between. A panel of width 0 is left out.
func Columns(left fyne.CanvasObject, leftWidth float32, middle, right fyne.CanvasObject, rightWidth float32) fyne.CanvasObject {
	var l, r fyne.CanvasObject
	if leftWidth > 0 {
		l = Frame(nil, nil, nil, Rule(), sized(NewSurface(jtheme.ColorPanel, left), leftWidth))
	}
	if rightWidth > 0 {
		r = Frame(nil, nil, Rule(), nil, sized(NewSurface(jtheme.ColorPanel, right), rightWidth))
	}
	return Frame(nil, nil, l, r, NewSurface(jtheme.ColorDesk, middle))
}

// sized makes an object exactly this wide, whatever it would like.
func sized(o fyne.CanvasObject, width float32) fyne.CanvasObject {
	return container.New(fixedWidth(width), o)
}

// Wide makes an object exactly this wide.
func Wide(width float32, o fyne.CanvasObject) fyne.CanvasObject { return sized(o, width) }

type fixedWidth float32

func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
}

// Group sets a soft title above its objects, as the side panels do.
func Group(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	head := container.New(layout.NewCustomPaddedLayout(12, 6, 16, 16), NewSoft(title))
	return Flow(0, append([]fyne.CanvasObject{head}, objects...)...)
}

// Padded sets objects below one another with the margins of a side panel.
func Padded(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return Margins(12, 0, 4, Flow(6, objects...))
}

// Listed sets lines of text below one another, flush with the title of their
// group.
func Listed(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return Margins(16, 0, 4, Flow(6, objects...))
}

// Stack sets objects below one another with a gap between.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Line sets objects beside one another with a gap between.
func Line(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// Middle centres an object in height and keeps it at the left in its own width.
func Middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}
