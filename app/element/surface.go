// Package element owns the small visible things every screen is made of:
// surfaces, texts, cards, chips, command buttons, side panels. They follow the
// theme by themselves. It knows no bulletin and does nothing on its own:
// elements raise callbacks.
package element

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Surface is a flat rectangle behind its content, in colours of the theme.
type Surface struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Fill    fyne.ThemeColorName
	Stroke  fyne.ThemeColorName // "" draws no outline
	Radius  float32
	Inset   fyne.Size // space between edge and content
}

// NewSurface returns a surface without outline or inset.
func NewSurface(fill fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{Content: content, Fill: fill}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &surfaceRenderer{surface: s, box: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type surfaceRenderer struct {
	surface *Surface
	box     *canvas.Rectangle
}

func (r *surfaceRenderer) paint() {
	s := r.surface
	r.box.FillColor = theme.ColorForWidget(s.Fill, s)
	r.box.CornerRadius = s.Radius
	r.box.StrokeWidth = 0
	if s.Stroke != "" {
		r.box.StrokeColor = theme.ColorForWidget(s.Stroke, s)
		r.box.StrokeWidth = 1
	}
}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	if c := r.surface.Content; c != nil {
		c.Move(fyne.NewPos(r.surface.Inset.Width, r.surface.Inset.Height))
		c.Resize(size.SubtractWidthHeight(2*r.surface.Inset.Width, 2*r.surface.Inset.Height))
	}
}

func (r *surfaceRenderer) MinSize() fyne.Size {
	inset := r.surface.Inset.Add(r.surface.Inset)
	if c := r.surface.Content; c != nil {
		return c.MinSize().Add(inset)
	}
	return inset
}

func (r *surfaceRenderer) Refresh() {
	r.paint()
	r.Layout(r.surface.Size())
	r.box.Refresh()
	if c := r.surface.Content; c != nil {
		c.Refresh()
	}
}

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	if c := r.surface.Content; c != nil {
		return []fyne.CanvasObject{r.box, c}
	}
	return []fyne.CanvasObject{r.box}
}

func (r *surfaceRenderer) Destroy() {}
