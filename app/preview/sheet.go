package preview

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jianbao/editor/typeset/page"
)

// Paper is white and its edge grey in every theme: so it prints.
var edge = color.NRGBA{0xB4, 0xB4, 0xB0, 0xFF}

// Sheet is one sheet of a View: white until its picture is there.
type Sheet struct {
	widget.BaseWidget
	page    page.Page
	stale   bool    // the picture is of an earlier text, or there is none
	dpi     float64 // of the picture
	picture *canvas.Image
}

func newSheet(p page.Page) *Sheet {
	s := &Sheet{page: p, stale: true, picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}}
	s.picture.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// size is that of the sheet in a placing, in whole pixels.
func (s *Sheet) size(p placing) fyne.Size {
	return fyne.NewSize(p.snap(float32(s.page.Width)*p.perMM), p.snap(float32(s.page.Height)*p.perMM))
}

func (s *Sheet) set(picture image.Image) {
	s.picture.Image = picture
	s.picture.Show()
	s.picture.Refresh()
}

// Text is what stands on the sheet, a line for each line of type.
func (s *Sheet) Text() string {
	var b strings.Builder
	for i, r := range s.page.Runs {
		if i > 0 && r.Baseline != s.page.Runs[i-1].Baseline {
			b.WriteByte('\n')
		}
		for _, g := range r.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	paper := canvas.NewRectangle(color.White)
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = edge, 1
	return &sheetRenderer{s, paper, frame}
}

type sheetRenderer struct {
	sheet        *Sheet
	paper, frame *canvas.Rectangle
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *sheetRenderer) Refresh() { r.sheet.picture.Refresh() }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper, r.sheet.picture, r.frame}
}

func (r *sheetRenderer) Destroy() {}
