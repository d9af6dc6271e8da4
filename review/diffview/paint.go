package diffview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// painter turns rows into canvas objects.
type painter struct {
	geometry
	look    Look
	ruler   *ruler
	color   func(fyne.ThemeColorName) color.Color
	current int // the change that is framed, or noChange
	chosen  selection
}

// The weights of lines, in Fyne's units.
const (
	underline = 1.6
	strike    = 1.2
	dots      = 1.6
	frame     = 1.5
	bar       = 3
)

// row paints one row: tints first, then frames, text and lines over it.
func (p *painter) row(r row) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if r.changed {
		objects = append(objects, p.bar(r))
	}
	for _, l := range r.lines {
		if l != nil {
			objects = append(objects, p.line(r, l)...)
		}
	}
	return objects
}

// bar is the change bar at the left margin.
func (p *painter) bar(r row) fyne.CanvasObject {
	return p.box(p.look.Colors.Bar, fyne.NewPos(p.columns[0].x-p.margin/5-bar, r.top), fyne.NewSize(bar, r.height))
}

func (p *painter) line(r row, l *line) []fyne.CanvasObject {
	size := settings[l.block.shape].size * p.zoom
	band := bandOf(r, size)
	var behind, text, over []fyne.CanvasObject
	for _, run := range p.runs(l) {
		if tint := p.tint(run.cell); tint != "" {
			behind = append(behind, p.box(tint, fyne.NewPos(run.x, band.top), fyne.NewSize(run.width, band.height)))
		}
		text = append(text, p.text(r, l, run, size))
		if stroke := p.stroke(run, band); stroke != nil {
			over = append(over, stroke)
		}
	}
	behind = append(behind, p.selected(l, band)...)
	return append(append(append(behind, p.frames(l, band)...), text...), over...)
}

// band is the strip of a row that tints fill.
type band struct{ top, height float32 }

func bandOf(r row, size float32) band {
	height := min(r.height, size*1.45)
	return band{r.top + (r.height-height)/2, height}
}

func (p *painter) tint(c cell) fyne.ThemeColorName {
	tones := p.look.Colors.of(c.mark)
	switch {
	case c.inner:
		return tones.inner
	case c.mark == plain && c.noted:
		return p.look.Colors.NoteTint
	}
	return tones.tint
}

func (p *painter) text(r row, l *line, run run, size float32) fyne.CanvasObject {
	ink := p.look.Colors.of(run.cell.mark).ink
	switch {
	case l.block.shape == mastheadShape:
		ink = p.look.Colors.Masthead
	case run.cell.label && run.cell.mark == plain:
		ink = p.look.Colors.Soft
	}
	t := canvas.NewText(run.text, p.color(ink))
	t.TextSize, t.FontSource = size, run.face
	height := p.ruler.height(run.face, size)
	t.Move(fyne.NewPos(run.x, r.top+(r.height-height)/2))
	t.Resize(fyne.NewSize(run.width, height))
	return t
}

// stroke is the line that says without colour what happened: under what was
// inserted, through what was deleted, dotted under what moved.
func (p *painter) stroke(run run, b band) fyne.CanvasObject {
	ink := p.look.Colors.of(run.cell.mark).ink
	bottom := b.top + b.height
	switch run.cell.mark {
	case inserted:
		return p.box(ink, fyne.NewPos(run.x, bottom-underline), fyne.NewSize(run.width, underline))
	case deleted:
		return p.box(ink, fyne.NewPos(run.x, b.top+b.height*0.52), fyne.NewSize(run.width, strike))
	case movedAway, movedHere:
		return p.dotted(ink, fyne.NewPos(run.x, bottom-dots), fyne.NewSize(run.width, dots))
	}
	return nil
}

// frames puts a frame round what belongs to the current change.
func (p *painter) frames(l *line, b band) []fyne.CanvasObject {
	if p.current == noChange {
		return nil
	}
	var frames []fyne.CanvasObject
	edges, cells := p.edgesOf(l), l.block.cells[l.from:l.to]
	for from := 0; from < len(cells); from++ {
		to := from
		for to < len(cells) && int(cells[to].change) == p.current {
			to++
		}
		if to > from {
			frames = append(frames, p.frame(edges[from], edges[to], b))
			from = to
		}
	}
	return frames
}

func (p *painter) frame(left, right float32, b band) fyne.CanvasObject {
	f := canvas.NewRectangle(color.Transparent)
	f.StrokeColor, f.StrokeWidth, f.CornerRadius = p.color(p.look.Colors.Selected), frame, 2
	f.Move(fyne.NewPos(left-2, b.top-3))
	f.Resize(fyne.NewSize(right-left+4, b.height+6))
	return f
}

// selected fills the part of a line that the user has dragged over.
func (p *painter) selected(l *line, b band) []fyne.CanvasObject {
	from, to := p.chosen.within(l)
	if from >= to {
		return nil
	}
	edges := p.edgesOf(l)
	left, right := edges[from-l.from], edges[to-l.from]
	return []fyne.CanvasObject{p.box(p.look.Colors.Selection, fyne.NewPos(left, b.top), fyne.NewSize(right-left, b.height))}
}

func (p *painter) box(fill fyne.ThemeColorName, at fyne.Position, size fyne.Size) fyne.CanvasObject {
	r := canvas.NewRectangle(p.color(fill))
	r.Move(at)
	r.Resize(size)
	return r
}

// dotted is a dotted line as one object, however long it is.
func (p *painter) dotted(ink fyne.ThemeColorName, at fyne.Position, size fyne.Size) fyne.CanvasObject {
	dot := p.color(ink)
	r := canvas.NewRasterWithPixels(func(x, _, _, h int) color.Color {
		if x/max(1, h)%2 == 0 {
			return dot
		}
		return color.Transparent
	})
	r.Move(at)
	r.Resize(size)
	return r
}
