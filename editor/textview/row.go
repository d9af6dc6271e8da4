package textview

import (
	"image/color"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/typeset"
)

// run is a piece of a line that is drawn as one text: in one font and colour,
// and with nothing between its characters but their own advances.
type run struct {
	text string
	font fyne.Resource
	ink  fyne.ThemeColorName
	x    float32
	end  float32
}

// tinted is a span of text that is drawn in another colour.
type tinted struct {
	from, to doc.RuneOffset
	ink      fyne.ThemeColorName
}

// runsOf cuts a line into runs. Blanks at which a run would begin are not
// drawn.
func (g *geometry) runsOf(p *typeset.Paragraph, line int, inks []tinted) []run {
	var runs []run
	face := p.Style().Face
	for _, c := range p.Cells(nil, line) {
		if strings.TrimSpace(c.Text) == "" && (len(runs) == 0 || c.Text != " ") {
			continue
		}
		r, _ := utf8.DecodeRuneInString(c.Text)
		x := g.units(c.Origin)
		next := run{font: g.look.face(face, r), ink: inkAt(inks, c.From, g.look.Ink), x: x}
		if n := len(runs) - 1; n >= 0 && runs[n].goesOn(next) {
			runs[n].text += c.Text
			runs[n].end = g.units(c.Right)
			continue
		}
		next.text, next.end = c.Text, g.units(c.Right)
		runs = append(runs, next)
	}
	return runs
}

// goesOn reports whether next can be drawn as part of r.
func (r run) goesOn(next run) bool {
	gap := next.x - r.end
	return r.font == next.font && r.ink == next.ink && -slack < gap && gap < slack
}

func inkAt(inks []tinted, at doc.RuneOffset, plain fyne.ThemeColorName) fyne.ThemeColorName {
	for _, t := range slices.Backward(inks) {
		if t.from <= at && at < t.to {
			return t.ink
		}
	}
	return plain
}

// rowKey names a line that was drawn. A paragraph that is set again is another
// one.
type rowKey struct {
	paragraph *typeset.Paragraph
	line      int
}

// row is the texts of a line.
type row struct {
	texts []*canvas.Text
	runs  []run
	inks  []tinted
	top   float32
	seen  bool
}

// rows keeps the texts of the lines in sight. Those of lines that have left it
// are used again.
type rows struct {
	geometry *geometry
	color    func(fyne.ThemeColorName) color.Color
	alive    map[rowKey]*row
	order    []*row // as shown
	spare    []*canvas.Text
}

// begin starts a new drawing: what is not shown until end is let go.
func (r *rows) begin() {
	r.order = r.order[:0]
	for _, one := range r.alive {
		one.seen = false
	}
}

// show draws a line.
func (r *rows) show(line typeset.LineRef, inks []tinted) {
	p := r.geometry.layout.Paragraph(line.Para)
	key := rowKey{p, line.Line}
	top, height := r.geometry.band(line)
	one := r.alive[key]
	if one != nil && slices.Equal(one.inks, inks) {
		one.seen = true
		one.moveTo(top)
		r.order = append(r.order, one)
		return
	}
	if one != nil {
		r.spare = append(r.spare, one.texts...)
	}
	one = &row{runs: r.geometry.runsOf(p, line.Line, inks), inks: inks, top: top, seen: true}
	size := r.geometry.size(p.Style())
	for _, run := range one.runs {
		one.texts = append(one.texts, r.text(run, size, top, height))
	}
	r.alive[key] = one
	r.order = append(r.order, one)
}

func (o *row) moveTo(top float32) {
	if by := top - o.top; by != 0 {
		for _, t := range o.texts {
			t.Move(t.Position().AddXY(0, by))
		}
		o.top = top
	}
}

// text sets one run.
func (r *rows) text(run run, size, top, height float32) *canvas.Text {
	t := r.take()
	r.draw(t, run, size, top, height)
	return t
}

// draw makes t show a run. Runs of different fonts share a base line.
func (r *rows) draw(t *canvas.Text, run run, size, top, height float32) {
	t.Text, t.TextSize, t.FontSource, t.Color = run.text, size, run.font, r.color(run.ink)
	base := top + (height-size)/2 + size*0.88
	t.Move(fyne.NewPos(r.geometry.left()+run.x, base-r.geometry.base(run.font, size)))
	t.Resize(fyne.NewSize(run.end-run.x, height))
	t.Refresh()
}

func (r *rows) take() *canvas.Text {
	n := len(r.spare)
	if n == 0 {
		return canvas.NewText("", color.Transparent)
	}
	t := r.spare[n-1]
	r.spare = r.spare[:n-1]
	return t
}

// end lets go of the lines that were not shown; of their texts it keeps a few.
func (r *rows) end() {
	for key, one := range r.alive {
		if !one.seen {
			r.spare = append(r.spare, one.texts...)
			delete(r.alive, key)
		}
	}
	if enough := 2 * len(r.alive); len(r.spare) > enough {
		clear(r.spare[enough:])
		r.spare = r.spare[:enough]
	}
}

// drop lets go of all lines: fonts, colours or sizes may have changed.
func (r *rows) drop() {
	r.begin()
	r.end()
}

// inksOn returns the colours that marks give to the text of a line.
func (g *geometry) inksOn(line typeset.LineRef, list []Mark) []tinted {
	var inks []tinted
	of := g.layout.Line(line)
	for _, m := range list {
		ink := g.look.Marks[m.Kind].Ink
		if ink == "" {
			continue
		}
		from, to := within(m.Span, buffer.Paragraph(line.Para), of)
		if from < to {
			inks = append(inks, tinted{from, to, ink})
		}
	}
	return inks
}

// within returns the part of a span that is on a line of paragraph i.
func within(s buffer.Span, i buffer.Paragraph, l typeset.Line) (from, to doc.RuneOffset) {
	from, to = l.From, l.To
	switch {
	case s.From.Paragraph > i || s.To.Paragraph < i:
		return 0, 0
	case s.From.Paragraph == i:
		from = max(from, doc.RuneOffset(s.From.Offset))
	}
	if s.To.Paragraph == i {
		to = min(to, doc.RuneOffset(s.To.Offset))
	}
	return from, to
}
