package preview

import (
	"image"

	"fyne.io/fyne/v2"

	"jianbao/editor/typeset/raster"
)

// look finds the sheets in sight, lets go of pictures far from it, and has drawn
// what is missing.
func (v *View) look() {
	first, last := v.inSight()
	for i := range v.sheets {
		if i < first-1 || i > last+1 {
			delete(v.sheets, i)
		}
	}
	var shown []fyne.CanvasObject
	for i := first; i <= last; i++ {
		if v.sheets[i] == nil {
			v.sheets[i] = newSheet(v.document.Pages[i])
		}
		shown = append(shown, v.sheets[i])
	}
	v.roll.Objects = shown
	v.spread()
	v.roll.Refresh()
	v.OnTurned()
	v.draw()
}

// inSight returns the first and the last sheet in the frame.
func (v *View) inSight() (first, last int) {
	top := v.scroll.Offset.Y
	return v.place.between(top, top+v.scroll.Size().Height)
}

// spread puts the sheets where they belong, in the middle of the roll.
func (v *View) spread() {
	across := max(v.roll.Size().Width, v.place.width+2*air)
	left := v.place.snap((across - v.place.width) / 2)
	for i, s := range v.sheets {
		if i < len(v.place.tops) {
			s.Move(fyne.NewPos(left, v.place.tops[i]))
			s.Resize(s.size(v.place))
		}
	}
}

// draw draws, one at a time, the sheets in sight that have no picture of how
// they look now.
func (v *View) draw() {
	first, last := v.inSight()
	if v.drawing || v.place.dpi == 0 {
		return
	}
	for i := first; i <= last; i++ {
		if s := v.sheets[i]; s != nil && (s.stale || s.dpi != v.place.dpi) {
			v.drawOne(s)
			return
		}
	}
}

func (v *View) drawOne(s *Sheet) {
	if v.painter == nil || v.dpi != v.place.dpi {
		v.painter, v.dpi = raster.NewPainter(v.place.dpi), v.place.dpi
	}
	var picture image.Image
	painter, sheet, dpi := v.painter, s.page, v.dpi
	v.drawing, s.stale, s.dpi = true, false, dpi // a change meanwhile makes it stale again
	v.run(func() { picture = painter.Draw(sheet) }, func() {
		v.drawing = false
		s.set(picture)
		v.draw()
	})
}
