package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/editor/typeset/page"
	"jianbao/editor/typeset/raster"
)

// Space round and between the sheets.
const (
	air = 16
	gap = 14
)

// View shows the sheets of a document below one another.
type View struct {
	widget.BaseWidget
	// OnTurned is told when another page comes to the front, or the number of
	// pages or the zoom changes.
	OnTurned func()

	run      Run
	document *page.Document
	zoom     float32 // 0 fits the width of the frame
	place    placing
	sheets   map[int]*Sheet
	painter  *raster.Painter
	dpi      float64 // of the painter
	drawing  bool
	scroll   *container.Scroll
	roll     *fyne.Container
}

// NewView returns a view without pages.
func NewView(run Run) *View {
	v := &View{run: run, OnTurned: func() {}, document: &page.Document{}, sheets: map[int]*Sheet{}}
	v.roll = container.New(rolled{v})
	v.scroll = container.NewScroll(v.roll)
	v.scroll.OnScrolled = func(fyne.Position) { v.look() }
	v.ExtendBaseWidget(v)
	return v
}

// ShowPages takes up a document. Of sheets that look as before nothing is drawn anew.
func (v *View) ShowPages(d *page.Document) {
	changed := d.Changed(v.document)
	v.document = d
	for _, i := range changed {
		if s := v.sheets[i]; s != nil {
			s.stale = true
		}
	}
	for i := range v.sheets {
		if i >= len(d.Pages) {
			delete(v.sheets, i)
		}
	}
	for i, s := range v.sheets {
		s.page = d.Pages[i]
	}
	v.arrange()
}

// Document is what is shown.
func (v *View) Document() *page.Document { return v.document }

// Page is the index of the page that is read now.
func (v *View) Page() int { return v.place.pageAt(v.scroll.Offset.Y + v.scroll.Size().Height/3) }

// GoTo brings a page to the front.
func (v *View) GoTo(index int) {
	index = max(0, min(index, len(v.place.tops)-1))
	if index < len(v.place.tops) {
		v.scrollTo(v.place.tops[index] - gap)
	}
}

// Reveal brings a height of a page into sight, if it is not.
func (v *View) Reveal(index int, y page.MM) {
	if index < 0 || index >= len(v.place.tops) {
		return
	}
	at := v.place.tops[index] + float32(y)*v.place.perMM
	const margin = 60
	if at < v.scroll.Offset.Y+margin || at > v.scroll.Offset.Y+v.scroll.Size().Height-margin {
		v.scrollTo(at - v.scroll.Size().Height/2)
	}
}

func (v *View) scrollTo(y float32) {
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, v.place.height-v.scroll.Size().Height))))
	v.look()
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.scroll) }

// Resize implements fyne.CanvasObject: sheets fit the frame anew.
func (v *View) Resize(size fyne.Size) {
	changed := size != v.Size()
	v.BaseWidget.Resize(size)
	if changed {
		v.arrange()
	}
}

// MinSize implements fyne.CanvasObject.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

// arrange places the sheets in the frame, keeping the eye where it was.
func (v *View) arrange() {
	before, offset := v.place, v.scroll.Offset.Y
	v.place = placed(v.document, v.width(), v.pixels())
	v.scroll.Refresh() // the roll has another size
	if before.height > 0 && before.perMM != v.place.perMM {
		offset *= v.place.height / before.height
	}
	v.scrollTo(offset)
	v.OnTurned()
}

// width is what the widest sheet may take.
func (v *View) width() float32 {
	if v.zoom > 0 {
		return v.zoom * actual
	}
	return max(120, min(actual, v.scroll.Size().Width-2*air))
}

// pixels is how many of the screen make one of Fyne's units.
func (v *View) pixels() float32 {
	const long = 1000
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		x, _ := c.PixelCoordinateForPosition(fyne.NewPos(long, 0))
		return float32(x) / long
	}
	return 1
}

// rolled gives the scroll the size of all sheets; look places those in sight.
type rolled struct{ view *View }

func (r rolled) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(r.view.place.width+2*air, r.view.place.height)
}

func (r rolled) Layout([]fyne.CanvasObject, fyne.Size) { r.view.spread() }
