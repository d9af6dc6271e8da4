package diffview

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
)

// row is one line of the page, in both columns.
type row struct {
	top, height float32
	lines       [2]*line // nil where a column has no text here
	changed     bool
}

// line is the part of a block that stands in one row of one column.
type line struct {
	block    *block
	column   int
	order    int // of the block on the page, within its column
	from, to int
	x        float32 // of the first cell, from the left of the sheet
}

// column is where a column of text stands, from the left of the sheet.
type column struct{ x, width float32 }

// geometry is the page as a sheet of some width sees it.
type geometry struct {
	zoom          float32
	paper         column
	columns       []column
	above, margin float32
}

// The page at 100 %: 32 characters of 16 to a line.
const (
	paperWidth = 640
	pairWidth  = 1180
	textMargin = 64
	pairMargin = 34
	pairGap    = 30
	wideSheet  = 1050 // from this width on everything is set larger
	wideZoom   = 1.2
	edge       = 16 // of the desk, around the paper
	headroom   = 40 // inside the paper, above and below the text
)

func geometryOf(mode Mode, width float32) geometry {
	g := geometry{zoom: 1, above: edge + headroom}
	if width >= wideSheet {
		g.zoom = wideZoom
	}
	best, margin := g.zoom*paperWidth, g.zoom*textMargin
	if mode == SideBySide {
		best, margin = g.zoom*pairWidth, g.zoom*pairMargin
	}
	g.paper.width = max(120, min(best, width-2*edge))
	g.paper.x = max(0, (width-g.paper.width)/2)
	g.margin = min(margin, g.paper.width/6)
	text := column{g.paper.x + g.margin, g.paper.width - 2*g.margin}
	g.columns = []column{text}
	if mode == SideBySide {
		half := (text.width - pairGap) / 2
		g.columns = []column{{text.x, half}, {text.x + half + pairGap, half}}
	}
	return g
}

// setting is how a shape is set at 100 %.
type setting struct {
	size, row    float32
	indent       float32 // of the first line, in characters
	align        fyne.TextAlign
	above, below float32
}

var settings = map[shape]setting{
	bodyShape:     {size: 16, row: 29, indent: 2},
	headingShape:  {size: 16, row: 29, indent: 2},
	titleShape:    {size: 22, row: 34, align: fyne.TextAlignCenter, above: 4, below: 12},
	mastheadShape: {size: 30, row: 48, align: fyne.TextAlignCenter, below: 10},
	fieldShape:    {size: 15, row: 27},
	sourceShape:   {size: 16, row: 29, align: fyne.TextAlignTrailing, below: 18},
	captionShape:  {size: 12, row: 20, below: 8},
}

// typesetter lays passages out.
type typesetter struct {
	geometry
	look  Look
	ruler *ruler
	rows  []row
	y     float32
	order int
}

// face is the face of a cell in a block.
func (l Look) face(s shape, c cell) fyne.Resource {
	switch {
	case s == titleShape, s == mastheadShape:
		return l.Title
	case c.label:
		return l.Label
	case s == headingShape:
		return l.Heading
	}
	return l.Body(c.r)
}

// layOut returns the rows of the page, from the top down, and its height.
func layOut(passages []passage, g geometry, look Look, ruler *ruler) ([]row, float32) {
	t := &typesetter{geometry: g, look: look, ruler: ruler, y: g.above}
	for i := range passages {
		t.passage(&passages[i])
	}
	slices.SortStableFunc(t.rows, func(a, b row) int { return cmp.Compare(a.top, b.top) })
	return t.rows, t.y + headroom + edge
}

// passage sets the columns beside one another, starting at the same height.
func (t *typesetter) passage(p *passage) {
	s := settings[p.shape]
	if p.first {
		t.y += s.above * t.zoom
	}
	first, top, bottom := len(t.rows), t.y, t.y
	for c := range t.columns {
		t.y = top
		at := first
		for i := range p.columns[c] {
			at = t.block(&p.columns[c][i], c, at)
		}
		bottom = max(bottom, t.y)
	}
	t.y = bottom
	if p.last {
		t.y += s.below * t.zoom
	}
}

// block sets one block in a column, from row index at on; rows that the other
// column has already made are shared. It returns the index after its last row.
func (t *typesetter) block(b *block, c, at int) int {
	s := settings[b.shape]
	size, height := s.size*t.zoom, s.row*t.zoom
	room := func(line int) float32 {
		if line == 0 {
			return t.columns[c].width - s.indent*size
		}
		return t.columns[c].width
	}
	t.order++
	from := 0
	for i, end := range lineEnds(b.cells, func(i int) float32 { return t.advance(b, i, size) }, room) {
		l := &line{block: b, column: c, order: t.order, from: from, to: end, x: t.columns[c].x + t.columns[c].width - room(i)}
		l.x += slack(s.align, room(i)-t.width(l, size))
		at = t.put(at, c, l, height)
		from = end
	}
	return at
}

// put adds a line to the row that stands at the present height, or makes it.
func (t *typesetter) put(at, c int, l *line, height float32) int {
	if at == len(t.rows) || t.rows[at].top != t.y || t.rows[at].height != height {
		at = len(t.rows)
		t.rows = append(t.rows, row{top: t.y, height: height})
	}
	r := &t.rows[at]
	r.lines[c] = l
	r.changed = r.changed || l.changed()
	t.y += height
	return at + 1
}

func (t *typesetter) advance(b *block, i int, size float32) float32 {
	return t.ruler.advance(t.look.face(b.shape, b.cells[i]), size, b.cells[i].r)
}

func (t *typesetter) width(l *line, size float32) float32 {
	var width float32
	for i := l.from; i < l.to; i++ {
		width += t.advance(l.block, i, size)
	}
	return width
}

func slack(align fyne.TextAlign, room float32) float32 {
	switch align {
	case fyne.TextAlignCenter:
		return max(0, room/2)
	case fyne.TextAlignTrailing:
		return max(0, room)
	}
	return 0
}

// changed reports whether any character of the line is marked.
func (l *line) changed() bool {
	for _, c := range l.block.cells[l.from:l.to] {
		if c.mark != plain {
			return true
		}
	}
	return false
}
