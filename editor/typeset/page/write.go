package page

import (
	"slices"
	"strings"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// writer turns the cells of one line into runs.
type writer struct {
	*compositor
	look    look
	setting *setting
	head    int // runes set in look.head
	runs    []Run
}

// put draws one cell.
func (w *writer) put(cell typeset.Cell) {
	role := w.look.role
	if int(cell.From) < w.head {
		role = w.look.head
	}
	s := w.gauge.shape(role.Number(), cell.Text)
	w.notice(role, cell.Text, s)
	run := w.run(s.Font)
	x := w.look.left + w.mm(cell.Origin) + w.inset(cell, s)
	for i, g := range s.Glyphs {
		text := ""
		if i == 0 {
			text = cell.Text
		}
		run.Glyphs = append(run.Glyphs, Glyph{ID: g, X: x, Text: text})
		x += MM(s.Font.Advance(g)) * w.look.size.MM()
	}
}

// run returns the run that a glyph of a font goes on.
func (w *writer) run(f *face.Font) *Run {
	if n := len(w.runs); n > 0 && w.runs[n-1].Font == f {
		return &w.runs[n-1]
	}
	w.runs = append(w.runs, Run{Font: f, Size: w.look.size, Color: w.look.color})
	return &w.runs[len(w.runs)-1]
}

// inset is how far within its cell a glyph stands: in the middle, but a narrow
// quotation mark at the side of what it quotes.
func (w *writer) inset(cell typeset.Cell, s face.Shape) MM {
	grid := w.gauge.Advance(w.look.style.Face, cell.Text)
	if grid == 0 {
		return 0
	}
	room := MM(grid.Float())*w.em(w.look.size) - MM(s.Advance)*w.look.size.MM()
	if s.Advance < 0.8 && grid == typeset.Full {
		switch cell.Text {
		case "“", "‘":
			return room
		case "”", "’":
			return 0
		}
	}
	return room / 2
}

// notice remembers a character that its role's first font lacks.
func (w *writer) notice(role face.Role, cluster string, s face.Shape) {
	first := w.faces.Fonts(role)[0]
	if s.Font == first && !s.Missing || strings.TrimSpace(cluster) == "" {
		return
	}
	t := stray{role, cluster, s.Font, s.Missing}
	if !slices.Contains(w.setting.strays, t) {
		w.setting.strays = append(w.setting.strays, t)
	}
}
