package diffview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/editor/doc"
)

// View shows a comparison in one of three modes, scrolling.
type View struct {
	widget.BaseWidget
	OnChosen   func(change int) // a mark was clicked
	OnSelected func()           // text was selected, or no longer is

	comparison Comparison
	words      Words
	mode       Mode
	notes      []doc.Anchor
	sheet      *sheet
	scroll     *container.Scroll
}

// New returns an empty view.
func New(look Look, words Words) *View {
	v := &View{words: words, sheet: newSheet(look)}
	v.scroll = container.NewVScroll(v.sheet)
	v.scroll.OnScrolled = func(fyne.Position) { v.expose() }
	v.sheet.onTapped = func(change int) {
		v.Choose(change)
		if v.OnChosen != nil {
			v.OnChosen(change)
		}
	}
	v.sheet.onSelected = func() {
		if v.OnSelected != nil {
			v.OnSelected()
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// ShowComparison shows a comparison; notes are the anchors of comments as they stand in
// its new bulletin. The place scrolled to is kept.
func (v *View) ShowComparison(c Comparison, mode Mode, notes []doc.Anchor) {
	v.comparison, v.mode, v.notes = c, mode, notes
	if v.sheet.current >= len(c.Changes) {
		v.sheet.current = noChange
	}
	v.weave()
}

// SetMode shows the same comparison in another view, at the current change.
func (v *View) SetMode(mode Mode) {
	if v.mode != mode {
		v.mode = mode
		v.weave()
		v.Reveal()
	}
}

// Mode returns the view shown.
func (v *View) Mode() Mode { return v.mode }

func (v *View) weave() {
	v.sheet.setPassages(v.mode, compose(v.comparison, v.mode, v.words, v.notes))
	v.scroll.Refresh()
	v.expose()
}

// Choose frames a change and brings it into sight; noChange (-1) frames none.
func (v *View) Choose(change int) {
	v.sheet.setCurrent(change)
	v.Reveal()
}

// Reveal brings the current change into sight.
func (v *View) Reveal() {
	if v.sheet.current != noChange {
		v.reveal(v.sheet.rowOf(v.sheet.current))
	}
}

// RevealPlace brings a place of the new bulletin into sight.
func (v *View) RevealPlace(a doc.Anchor) {
	v.reveal(v.sheet.rowWith(func(b *block, c cell) bool {
		return b.place == a.Place && (c.at == int32(a.From) || a.Quote == "" && c.at >= 0)
	}))
}

// comfort is how far from the edge of the view a revealed row stands.
const comfort = 72

func (v *View) reveal(r *row) {
	if r == nil {
		return
	}
	height := v.scroll.Size().Height
	top := v.scroll.Offset.Y
	switch {
	case r.top < top+comfort:
		top = r.top - comfort
	case r.top+r.height > top+height-comfort:
		top = r.top + r.height + comfort - height
	default:
		return
	}
	v.scroll.Offset.Y = max(0, min(top, v.sheet.height-height))
	v.scroll.Refresh()
	v.expose()
}

func (v *View) expose() {
	top := v.scroll.Offset.Y
	v.sheet.expose(top, top+v.scroll.Size().Height)
}

// Selection returns the selected text as an anchor in the new bulletin, and
// whether there is one there.
func (v *View) Selection() (doc.Anchor, bool) {
	return v.sheet.chosen.anchor(v.comparison.New)
}

// Copied returns the selected text with marks as text, or the current change's.
func (v *View) Copied() string {
	if !v.sheet.chosen.empty() {
		return markedCells(v.sheet.chosen.cells(v.sheet.rows))
	}
	if i := v.sheet.current; i != noChange {
		return MarkedChange(v.comparison.Changes[i])
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{v} }

type viewRenderer struct{ view *View }

func (r *viewRenderer) Layout(size fyne.Size) {
	v := r.view
	v.sheet.setWidth(size.Width)
	v.scroll.Resize(size)
	v.expose()
}

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 160) }

func (r *viewRenderer) Refresh() { r.view.sheet.Refresh() }

func (r *viewRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.view.scroll} }

func (r *viewRenderer) Destroy() {}
