package diffview

import (
	"fyne.io/fyne/v2"
)

// run is a stretch of a line that is drawn in one go.
type run struct {
	text     string
	face     fyne.Resource
	cell     cell // the first of it: all are marked alike
	x, width float32
}

// alike reports whether two cells of a line may be drawn in one go.
func alike(a, b cell) bool {
	return a.mark == b.mark && a.inner == b.inner && a.change == b.change && a.label == b.label && a.noted == b.noted
}

// runs cuts a line into runs, from the left.
func (p *painter) runs(l *line) []run {
	s := settings[l.block.shape]
	size := s.size * p.zoom
	var list []run
	from, x := l.from, l.x
	for i := l.from; i < l.to; {
		first := l.block.cells[i]
		r := run{face: p.look.face(l.block.shape, first), cell: first, x: x}
		for i < l.to && alike(l.block.cells[i], first) && p.look.face(l.block.shape, l.block.cells[i]) == r.face {
			r.width += p.ruler.advance(r.face, size, l.block.cells[i].r)
			i++
		}
		r.text = spelled(l.block.cells[from:i])
		from, x = i, x+r.width
		list = append(list, r)
	}
	return list
}

func spelled(cells []cell) string {
	runes := make([]rune, len(cells))
	for i, c := range cells {
		runes[i] = c.r
	}
	return string(runes)
}

// edgesOf returns the left edge of every cell of a line and the right edge of
// the last one.
func (p *painter) edgesOf(l *line) []float32 {
	size := settings[l.block.shape].size * p.zoom
	edges, x := []float32{l.x}, l.x
	for _, c := range l.block.cells[l.from:l.to] {
		x += p.ruler.advance(p.look.face(l.block.shape, c), size, c.r)
		edges = append(edges, x)
	}
	return edges
}
