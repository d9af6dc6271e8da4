package textview

import (
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/typeset"
)

// left is where the lines begin: behind the frame and the label before them.
func (g *geometry) left() float32 { return inset + g.labelWidth(g.look.Before) }

// label sets a label in the body's face and size.
func (g *geometry) label(text string) *typeset.Paragraph {
	style := typeset.Style{Face: g.look.Body.Face, Size: g.look.Body.Size}
	return typeset.NewParagraph(text, style, 1<<40, g.advances)
}

func (g *geometry) labelWidth(text string) float32 {
	if text == "" {
		return 0
	}
	p := g.label(text)
	return g.units(p.X(0, p.Runes()))
}

// hints reports whether the hint stands in the place of the text.
func (v *View) hints() bool {
	return v.Hint != "" && v.text.Count() == 0 && v.text.Paragraphs() == 1
}

// hintLine sets the hint as the text would be.
func (v *View) hintLine() *typeset.Paragraph {
	g := v.geometry
	return typeset.NewParagraph(v.Hint, g.look.style(v.text.ID(0)), g.room(), g.advances)
}

// paintLabels shows what stands beside the text, close to it.
func (p *painter) paintLabels() {
	v, g := p.view, p.view.geometry
	p.labels[0].Hidden, p.labels[1].Hidden = true, true
	if g.look.Before+g.look.After == "" {
		return
	}
	last := g.lineOf(place{Position: v.text.End()})
	from, to := g.x(v.text.Start()), g.x(v.text.End())
	if v.hints() {
		line := v.hintLine()
		from, to = g.left()+g.units(line.X(0, 0)), g.left()+g.units(line.X(0, doc.RuneOffset(len([]rune(line.LineText(0))))))
	}
	p.paintLabel(0, g.look.Before, from-g.labelWidth(g.look.Before), typeset.LineRef{})
	p.paintLabel(1, g.look.After, to, last)
}

func (p *painter) paintLabel(i int, text string, x float32, line typeset.LineRef) {
	g, t := p.view.geometry, p.labels[i]
	if text == "" {
		return
	}
	t.Hidden = false
	set := g.label(text)
	top, height := g.band(line)
	first := g.runsOf(set, 0, nil)[0]
	first.text, first.x = text, x-g.left()
	p.rows.draw(t, first, g.size(set.Style()), top, height)
}

// x is how far to the right a place is.
func (g *geometry) x(p buffer.Position) float32 {
	at, _ := g.caret(place{Position: p})
	return at.X
}
