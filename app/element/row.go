package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	jtheme "jianbao/app/theme"
)

// Row is one line of a side list: it can be chosen, and marks itself with a bar
// at the left when it is.
type Row struct {
	widget.BaseWidget
	Content  fyne.CanvasObject
	OnTapped func()
	chosen   bool
	over     bool
}

// NewRow returns a row.
func NewRow(content fyne.CanvasObject, tapped func()) *Row {
	r := &Row{Content: content, OnTapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// Choose marks the row as the chosen one or not.
func (r *Row) Choose(chosen bool) {
	if r.chosen != chosen {
		r.chosen = chosen
		r.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (r *Row) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *Row) MouseOut() { r.hover(false) }

func (r *Row) hover(over bool) {
	r.over = over && r.OnTapped != nil
	r.Refresh()
}

// Cursor implements desktop.Cursorable.
func (r *Row) Cursor() desktop.Cursor {
	if r.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	back, bar := &canvas.Rectangle{}, &canvas.Rectangle{}
	return &rowRenderer{row: r, back: back, bar: bar}
}

type rowRenderer struct {
	row       *Row
	back, bar *canvas.Rectangle
}

const rowInsetX, rowInsetY = 16, 6

func (r *rowRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.row.Content.Move(fyne.NewPos(rowInsetX, rowInsetY))
	r.row.Content.Resize(size.SubtractWidthHeight(2*rowInsetX, 2*rowInsetY))
	r.paint()
}

func (r *rowRenderer) MinSize() fyne.Size {
	return r.row.Content.MinSize().AddWidthHeight(2*rowInsetX, 2*rowInsetY)
}

func (r *rowRenderer) paint() {
	r.back.Hidden = !r.row.chosen && !r.row.over
	r.back.FillColor = theme.ColorForWidget(jtheme.ColorActionTint, r.row)
	if !r.row.chosen {
		r.back.FillColor = theme.ColorForWidget(theme.ColorNameHover, r.row)
	}
	r.bar.Hidden = !r.row.chosen
	r.bar.FillColor = theme.ColorForWidget(jtheme.ColorAction, r.row)
}

func (r *rowRenderer) Refresh() {
	r.paint()
	r.back.Refresh()
	r.bar.Refresh()
	r.row.Content.Refresh()
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.bar, r.row.Content}
}
func (r *rowRenderer) Destroy() {}
