package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"jianbao/editor/buffer"
	"jianbao/editor/typeset"
)

// caretWidth is how wide the caret is.
const caretWidth = 2

// painter is the renderer of a view: it draws what is in sight and little
// more.
type painter struct {
	view    *View
	frame   *canvas.Rectangle
	caret   *canvas.Rectangle
	hint    *canvas.Text
	labels  [2]*canvas.Text // before and after the text
	rows    rows
	behind  strokes // the text
	above   strokes
	objects []fyne.CanvasObject
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	p := &painter{
		view:  v,
		frame: canvas.NewRectangle(color.Transparent),
		caret: canvas.NewRectangle(color.Transparent),
		hint:  canvas.NewText("", color.Transparent),
	}
	for i := range p.labels {
		p.labels[i] = canvas.NewText("", color.Transparent)
	}
	p.rows = rows{geometry: v.geometry, color: p.color, alive: map[rowKey]*row{}}
	p.frame.CornerRadius, p.frame.StrokeWidth = 3, 1
	v.window.painter = p
	p.paint()
	return p
}

func (p *painter) color(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return theme.ColorForWidget(name, p.view)
}

// MinSize is one character wide and as high as the text is at the width it
// has: who lays out gives the width, the text asks for the height.
func (p *painter) MinSize() fyne.Size {
	g := p.view.geometry
	return fyne.NewSize(g.em()+2*inset, g.height())
}

// Layout implements fyne.WidgetRenderer.
func (p *painter) Layout(size fyne.Size) {
	p.frame.Resize(size)
	p.paint()
}

// Refresh implements fyne.WidgetRenderer: the theme may have changed.
func (p *painter) Refresh() {
	p.rows.drop()
	p.paint()
	canvas.Refresh(p.view)
}

// Objects implements fyne.WidgetRenderer.
func (p *painter) Objects() []fyne.CanvasObject { return p.objects }

// Destroy implements fyne.WidgetRenderer.
func (p *painter) Destroy() {}

// paint draws what is in sight.
func (p *painter) paint() {
	v := p.view
	if v.geometry.width <= 2*inset {
		return
	}
	lines := p.inSight()
	p.behind.begin()
	p.above.begin()
	p.rows.begin()
	p.paintLines(lines)
	p.rows.end()
	p.paintCaret()
	p.paintHint()
	p.paintLabels()
	p.frame.StrokeColor = color.Transparent
	if v.focused {
		p.frame.StrokeColor = p.color(v.geometry.look.Frame)
	}
	p.gather()
}

// inSight returns the lines to be drawn.
func (p *painter) inSight() []typeset.LineRef {
	var lines []typeset.LineRef
	w := p.view.window
	for line := range p.view.geometry.lines(w.top-ahead, w.bottom+ahead) {
		lines = append(lines, line)
	}
	return lines
}

func (p *painter) paintLines(lines []typeset.LineRef) {
	v := p.view
	if len(lines) == 0 {
		return
	}
	list := v.marks.in(buffer.Paragraph(lines[0].Para), buffer.Paragraph(lines[len(lines)-1].Para))
	selected := v.cursor.Span()
	for _, line := range lines {
		for _, m := range list {
			p.paintMark(m, line)
		}
		if v.focused {
			p.paintSelection(selected, line)
		}
		p.rows.show(line, v.geometry.inksOn(line, list))
	}
}

func (p *painter) paintMark(m Mark, line typeset.LineRef) {
	g := p.view.geometry
	at, on := g.stretchOf(m.Span, line)
	if !on {
		return
	}
	look := g.look.Marks[m.Kind]
	top, height := g.band(line)
	size := g.sizeOn(line)
	middle := top + height/2
	if look.Tint != "" {
		p.behind.box(at.left, middle-size*0.62, at.right-at.left, size*1.24, p.color(look.Tint))
	}
	if look.Color == "" {
		return
	}
	ink := p.color(look.Color)
	if look.Line != NoLine {
		p.above.line(look.Line, at.left, middle+size*0.55, at.right-at.left, ink)
	}
	if look.Strike {
		p.above.box(at.left, middle-0.5, at.right-at.left, 1.5, ink)
	}
	if look.Bar {
		p.above.box(0, top, 2, height, ink)
	}
}

// paintSelection draws what is selected of a line; a little more than its text
// where the end of a paragraph is selected too.
func (p *painter) paintSelection(s buffer.Span, line typeset.LineRef) {
	g := p.view.geometry
	at, on := g.stretchOf(s, line)
	l := g.layout.Line(line)
	if on && int(s.To.Paragraph) > line.Para && l.Ending == typeset.EndsParagraph {
		at.right += g.em() / 2
	}
	if on && at.right > at.left {
		top, height := g.band(line)
		p.behind.box(at.left, top, at.right-at.left, height, p.color(g.look.Selection))
	}
}

// paintCaret shows the caret where text can be written.
func (p *painter) paintCaret() {
	v := p.view
	p.caret.Hidden = !v.focused || v.ReadOnly || v.blink.hidden
	p.caret.FillColor = p.color(v.geometry.look.Caret)
	at, height := v.CaretArea()
	tall := v.geometry.sizeOn(v.geometry.lineOf(v.cursor.place())) * 1.25
	p.caret.Move(fyne.NewPos(at.X-caretWidth/2, at.Y+(height-tall)/2))
	p.caret.Resize(fyne.NewSize(caretWidth, tall))
}

// paintHint shows what could be written, as much of it as a line holds, in the
// font of its first character.
func (p *painter) paintHint() {
	v, g := p.view, p.view.geometry
	p.hint.Hidden = !v.hints()
	if p.hint.Hidden {
		return
	}
	line := v.hintLine()
	style := line.Style()
	top, height := g.band(typeset.LineRef{})
	first := g.runsOf(line, 0, nil)[0]
	first.text, first.ink = line.LineText(0), g.look.Hint
	p.rows.draw(p.hint, first, g.size(style), top, height)
}

// gather lists what was drawn, from back to front.
func (p *painter) gather() {
	p.objects = append(p.objects[:0], p.frame)
	p.objects = append(p.objects, p.behind.objects...)
	for _, one := range p.rows.order {
		for _, t := range one.texts {
			p.objects = append(p.objects, t)
		}
	}
	p.objects = append(p.objects, p.above.objects...)
	p.objects = append(p.objects, p.hint, p.labels[0], p.labels[1], p.caret)
}
