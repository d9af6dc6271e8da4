package diffview

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sheet is the page as one widget of full height that holds objects only for
// the rows in sight.
type sheet struct {
	widget.BaseWidget
	painter
	passages []passage
	mode     Mode
	rows     []row
	height   float32
	width    float32

	top, bottom float32 // what is in sight
	dragging    bool
	live        map[int][]fyne.CanvasObject
	objects     []fyne.CanvasObject

	onTapped   func(change int)
	onSelected func()
}

var (
	_ fyne.Tappable      = (*sheet)(nil)
	_ fyne.Draggable     = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
)

func newSheet(look Look) *sheet {
	s := &sheet{live: map[int][]fyne.CanvasObject{}}
	s.look, s.ruler, s.current = look, newRuler(), noChange
	s.color = func(name fyne.ThemeColorName) color.Color { return theme.ColorForWidget(name, s) }
	s.ExtendBaseWidget(s)
	return s
}

// setPassages replaces what stands on the page.
func (s *sheet) setPassages(mode Mode, passages []passage) {
	s.mode, s.passages, s.chosen = mode, passages, selection{}
	s.layOut()
}

// setWidth lays the page out anew for another width.
func (s *sheet) setWidth(width float32) {
	if width != s.width {
		s.width, s.chosen = width, selection{}
		s.layOut()
	}
}

func (s *sheet) layOut() {
	if s.width <= 0 {
		return
	}
	s.geometry = geometryOf(s.mode, s.width)
	s.rows, s.height = layOut(s.passages, s.geometry, s.look, s.ruler)
	s.repaint()
}

// expose tells the sheet which part of it is in sight.
func (s *sheet) expose(top, bottom float32) {
	s.top, s.bottom = top, bottom
	s.paint()
}

// repaint draws every row in sight anew.
func (s *sheet) repaint() {
	clear(s.live)
	s.paint()
}

// paint draws the rows that came into sight and drops those that left it.
func (s *sheet) paint() {
	from, to := s.visible()
	for i := range s.live {
		if i < from || i >= to {
			delete(s.live, i)
		}
	}
	s.objects = append(s.objects[:0:0], s.paper())
	for i := from; i < to; i++ {
		if s.live[i] == nil {
			s.live[i] = s.row(s.rows[i])
		}
		s.objects = append(s.objects, s.live[i]...)
	}
	canvas.Refresh(s)
}

// tallest is more than any row is high.
const tallest = 64

// visible returns the range of rows that may be in sight.
func (s *sheet) visible() (from, to int) {
	from = sort.Search(len(s.rows), func(i int) bool { return s.rows[i].top > s.top-tallest })
	to = sort.Search(len(s.rows), func(i int) bool { return s.rows[i].top > s.bottom })
	return from, max(from, to)
}

// paper is what the text stands on: as high as the page, at least as the view.
func (s *sheet) paper() fyne.CanvasObject {
	p := canvas.NewRectangle(s.color(s.look.Colors.Paper))
	p.StrokeColor, p.StrokeWidth = s.color(s.look.Colors.Line), 1
	p.Move(fyne.NewPos(s.geometry.paper.x, edge))
	p.Resize(fyne.NewSize(s.geometry.paper.width, max(s.height, s.bottom-s.top)-2*edge))
	return p
}

// setCurrent marks another change as the current one; text that was selected no
// longer is.
func (s *sheet) setCurrent(change int) {
	if s.current != change || !s.chosen.empty() {
		s.current, s.chosen = change, selection{}
		s.repaint()
	}
}

// rowOf returns the first row in which a change shows, or nil.
func (s *sheet) rowOf(change int) *row {
	return s.rowWith(func(_ *block, c cell) bool { return int(c.change) == change })
}

func (s *sheet) rowWith(is func(*block, cell) bool) *row {
	for i := range s.rows {
		for _, l := range s.rows[i].lines {
			if l == nil {
				continue
			}
			for _, c := range l.block.cells[l.from:l.to] {
				if is(l.block, c) {
					return &s.rows[i]
				}
			}
		}
	}
	return nil
}

// Tapped implements fyne.Tappable: a click on a mark chooses its change.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	s.chosen = selection{}
	if at, ok := s.hit(e.Position); ok && at.cell < len(at.block.cells) {
		if change := int(at.block.cells[at.cell].change); change != noChange {
			s.onTapped(change)
			return
		}
	}
	s.repaint()
	s.onSelected()
}

// Dragged implements fyne.Draggable: dragging selects text in one column.
func (s *sheet) Dragged(e *fyne.DragEvent) {
	if !s.dragging {
		start, ok := s.hit(e.Position.Subtract(e.Dragged))
		if !ok {
			return
		}
		s.chosen, s.dragging = selection{start, start}, true
	}
	if at, ok := s.hit(e.Position); ok && at.column == s.chosen.from.column {
		s.chosen.to = at
		s.repaint()
	}
}

// DragEnd implements fyne.Draggable.
func (s *sheet) DragEnd() {
	s.dragging = false
	s.onSelected()
}

// Cursor implements desktop.Cursorable.
func (s *sheet) Cursor() desktop.Cursor { return desktop.TextCursor }

// hit returns the place between cells nearest to a point, and whether there is
// text in that row and column.
func (s *sheet) hit(at fyne.Position) (spot, bool) {
	from := sort.Search(len(s.rows), func(i int) bool { return s.rows[i].top > at.Y-tallest })
	for i := from; i < len(s.rows) && s.rows[i].top <= at.Y; i++ {
		r := s.rows[i]
		if at.Y >= r.top+r.height {
			continue
		}
		for c, l := range r.lines {
			if l != nil && s.inColumn(c, at.X) {
				return spot{c, l.order, l.block, s.cellAt(l, at.X)}, true
			}
		}
	}
	return spot{}, false
}

func (s *sheet) inColumn(c int, x float32) bool {
	return len(s.columns) == 1 || (c == 0) == (x < s.columns[1].x-pairGap/2)
}

func (s *sheet) cellAt(l *line, x float32) int {
	edges := s.edgesOf(l)
	for i := 1; i < len(edges); i++ {
		if x < edges[i] {
			return l.from + i - 1
		}
	}
	return l.to
}

// MinSize is the height of the page; its width is that of the view.
func (s *sheet) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(1, s.height)
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ sheet *sheet }

func (r *sheetRenderer) Layout(fyne.Size)             {}
func (r *sheetRenderer) MinSize() fyne.Size           { return r.sheet.MinSize() }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.sheet.objects }
func (r *sheetRenderer) Destroy()                     {}

// Refresh draws anew what is in sight: the theme may have changed.
func (r *sheetRenderer) Refresh() { r.sheet.repaint() }
