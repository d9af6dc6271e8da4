package textview

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/typeset"
)

// inset keeps the text off the frame that shows the focus.
const inset = 4

// slack forgives the rounding of widths: a line of whole characters fits.
const slack = 0.5

// geometry is where the text stands: the layout of a buffer at a width and a
// zoom, in Fyne's units from the upper left corner of the view.
type geometry struct {
	text     *buffer.Buffer
	look     Look
	zoom     float32
	width    float32
	layout   *typeset.Layout // nil until it is asked for
	advances *advances
	bases    map[glyphs]float32
}

// glyphs is a font at a size.
type glyphs struct {
	font fyne.Resource
	size float32
}

func newGeometry(text *buffer.Buffer, look Look) *geometry {
	g := &geometry{text: text, look: look}
	g.setZoom(1)
	return g
}

// setZoom sets the size at which the text is drawn.
func (g *geometry) setZoom(zoom float32) {
	g.zoom, g.layout = zoom, nil
	g.advances = newAdvances(&g.look, g.em())
	g.bases = map[glyphs]float32{}
}

func (g *geometry) setWidth(width float32) {
	if width == g.width {
		return
	}
	g.width = width
	if g.layout != nil {
		g.layout.SetWidth(g.room())
	}
}

// room is how wide the lines are.
func (g *geometry) room() typeset.Em {
	return max(typeset.Full, g.ems(g.width-g.left()-inset-g.labelWidth(g.look.After)+slack))
}

// em is the size of a character of the body.
func (g *geometry) em() float32 { return g.look.Size * g.zoom }

// size is that of the characters of a style.
func (g *geometry) size(s typeset.Style) float32 {
	if s.Size <= 0 {
		return g.em()
	}
	return g.units(s.Size)
}

// sizeOn is that of the characters on a line.
func (g *geometry) sizeOn(line typeset.LineRef) float32 {
	return g.size(g.set().Paragraph(line.Para).Style())
}

func (g *geometry) units(e typeset.Em) float32 { return float32(e.Float()) * g.em() }

func (g *geometry) ems(units float32) typeset.Em { return typeset.Ems(float64(units / g.em())) }

// set returns the layout as the text is now.
func (g *geometry) set() *typeset.Layout {
	if g.layout == nil {
		g.layout = typeset.NewLayout(g.advances, g.room())
		g.restyle()
	}
	return g.layout
}

// restyle sets those paragraphs again whose style has changed.
func (g *geometry) restyle() {
	if g.layout != nil {
		g.layout.SetAll(g.paras(0, int(g.text.Paragraphs())))
	}
}

func (g *geometry) paras(first, count int) []typeset.Para {
	all := make([]typeset.Para, count)
	for i := range all {
		p := buffer.Paragraph(first + i)
		all[i] = typeset.Para{Text: g.text.Paragraph(p), Style: g.look.style(g.text.ID(p))}
	}
	return all
}

// follow sets again what a change replaced.
func (g *geometry) follow(c buffer.Change) {
	if g.layout == nil {
		return
	}
	for _, r := range c.Paragraphs {
		first := int(r.First)
		g.layout.Splice(first, first+r.Old, g.paras(first, r.New))
	}
}

// height is that of the whole view. A view that has no width yet counts as one
// line: its text would be set in vain.
func (g *geometry) height() float32 {
	if g.width <= 2*inset {
		return g.em() + 2*inset
	}
	return g.units(g.set().Height()) + 2*inset
}

// place is where the caret stands: at the turn of a line either at the end of
// the upper one or at the beginning of the lower.
type place struct {
	buffer.Position
	atEnd bool
}

func (p place) typeset() typeset.Position {
	return typeset.Position{Para: int(p.Paragraph), Offset: doc.RuneOffset(p.Offset), AtEnd: p.atEnd}
}

func placeOf(p typeset.Position) place {
	return place{buffer.Position{Paragraph: buffer.Paragraph(p.Para), Offset: buffer.RuneOffset(p.Offset)}, p.AtEnd}
}

// lineOf returns the line on which a place lies.
func (g *geometry) lineOf(p place) typeset.LineRef { return g.set().LineOf(p.typeset()) }

// caret returns the upper left corner of a place's line at that place, and the
// height of the line.
func (g *geometry) caret(p place) (fyne.Position, float32) {
	line := g.lineOf(p)
	top, height := g.band(line)
	return fyne.NewPos(g.left()+g.units(g.layout.X(p.typeset())), top), height
}

// band returns the top of a line and its height.
func (g *geometry) band(line typeset.LineRef) (top, height float32) {
	l := g.set()
	return inset + g.units(l.Top(line)), g.units(l.LineHeight(line))
}

// hit returns the place nearest to a point.
func (g *geometry) hit(at fyne.Position) place {
	return placeOf(g.set().Hit(g.ems(at.X-g.left()), g.ems(max(0, at.Y-inset))))
}

// lines yields the lines from one height to another.
func (g *geometry) lines(top, bottom float32) func(yield func(typeset.LineRef) bool) {
	return func(yield func(typeset.LineRef) bool) {
		l := g.set()
		for at, more := l.LineAt(g.ems(top-inset)), true; more; at, more = l.After(at) {
			if y, _ := g.band(at); y > bottom || !yield(at) {
				return
			}
		}
	}
}

// stretch is a piece of a line, from left to right.
type stretch struct{ left, right float32 }

// stretchOf returns where a span stands on a line, and whether it does.
func (g *geometry) stretchOf(s buffer.Span, line typeset.LineRef) (stretch, bool) {
	l := g.layout.Line(line)
	para := buffer.Paragraph(line.Para)
	from := buffer.Position{Paragraph: para, Offset: buffer.RuneOffset(l.From)}
	to := buffer.Position{Paragraph: para, Offset: buffer.RuneOffset(l.To)}
	if !s.From.Before(to) && s.From != from || !from.Before(s.To) {
		return stretch{}, false
	}
	left, right := from.Offset, to.Offset
	if from.Before(s.From) {
		left = s.From.Offset
	}
	if s.To.Before(to) {
		right = s.To.Offset
	}
	p := g.layout.Paragraph(line.Para)
	x := func(at buffer.RuneOffset) float32 { return g.left() + g.units(p.X(line.Line, doc.RuneOffset(at))) }
	return stretch{x(left), x(right)}, true
}

// base returns how far below the top of a text in a font its base line is.
func (g *geometry) base(font fyne.Resource, size float32) float32 {
	key := glyphs{font, size}
	base, ok := g.bases[key]
	if !ok {
		_, base = measure("国", size, font)
		g.bases[key] = base
	}
	return base
}
