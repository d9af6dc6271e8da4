package page

import (
	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
	"unicode/utf8"
)

// ruleAir is the blank above the first rule of the imprint, as a share of its
// lines' pitch.
const ruleAir = 0.3

// footLine is one line of the imprint, with what stands on it side by side.
type footLine struct {
	parts []footPart
	rule  MM // thickness of the rule above it; zero for none
	air   MM // above the rule
}

type footPart struct {
	strip strip
	block int
	line  int
}

// imprint sets what stands at the foot of the last page, its last rule on the
// lower edge of the text. It begins a page if the text leaves no room.
func (f *flow) imprint(blocks []numbered) {
	lines, closing := f.footLines(blocks)
	if len(lines) == 0 {
		f.spare(0)
		return
	}
	height := MM(len(lines)) * f.profile.Imprint.Pitch
	for _, line := range lines {
		height += line.air
	}
	if f.y+height > f.sheet.TextHigh+slack && !f.fresh {
		f.turnPage()
	}
	f.spare(height)
	y := f.sheet.TextHigh - height
	if y < f.y-slack {
		f.say(CodeImprint, nil)
		y = f.y
	}
	for _, line := range lines {
		if y += line.air; y+f.profile.Imprint.Pitch > f.sheet.TextHigh+slack {
			f.turnPage()
			y = 0
		}
		f.foot(line, y)
		y += f.profile.Imprint.Pitch
	}
	if closing {
		f.rule(y, f.profile.Imprint.Outer, Color{})
	}
}

// spare notes how many lines the last page has left.
func (f *flow) spare(height MM) {
	f.document.Spare = max(0, int((f.sheet.TextHigh-height-f.y+slack)/f.sheet.pitch()))
}

func (f *flow) foot(line footLine, y MM) {
	if line.rule > 0 {
		f.rule(y, line.rule, Color{})
	}
	for _, p := range line.parts {
		f.place(p.strip, f.baseline(y, f.profile.Imprint.Pitch, f.profile.Imprint.Size), p.block, p.line)
	}
}

// footLines returns the lines of the imprint, and whether a rule closes it.
func (f *flow) footLines(blocks []numbered) (lines []footLine, closing bool) {
	for i, b := range blocks {
		closing = b.Kind >= Distribution
		if !closing && f.joins(blocks, i, lines) {
			f.beside(&lines[len(lines)-1], b)
			continue
		}
		s := f.set(b.String(), f.footLook(b))
		f.note(s, b.String())
		for n, strip := range s.strips {
			line := footLine{parts: []footPart{{strip, b.index, n}}}
			if n == 0 {
				line.rule, line.air = f.ruleAbove(blocks, i)
			}
			lines = append(lines, line)
		}
	}
	return lines, closing
}

// ruleAbove returns how thick a rule stands above a block, and how much blank
// above that.
func (f *flow) ruleAbove(blocks []numbered, i int) (thick, air MM) {
	m := f.profile.Imprint
	first := i == 0 || blocks[i-1].Kind < Distribution
	switch {
	case blocks[i].Kind < Distribution:
		return 0, 0
	case first && i > 0:
		return m.Outer, ruleAir * m.Pitch
	case first:
		return m.Outer, 0
	case blocks[i].Kind == Copies || m.InnerRules:
		return m.Inner, 0
	}
	return 0, 0
}

// footLook returns how a block of the imprint is set: one character in on either
// side, the lines of a list turned to the character after its colon.
func (f *flow) footLook(b numbered) look {
	l := f.look(face.Fangsong, f.profile.Imprint.Size)
	l.left, l.width = l.left+f.em(l.size), l.width-2*f.em(l.size)
	switch b.Kind {
	case Copies:
		l.style.Align = typeset.Right
	case Distribution:
		l.style.Align = typeset.Justify
		l.style.Hang = typeset.Full * typeset.Em(utf8.RuneCountInString(b.Label))
	default:
		l.style.Hang = typeset.Full * typeset.Em(utf8.RuneCountInString(b.Label))
	}
	return l
}

// joins reports whether a credit or contact finds room beside the one before.
func (f *flow) joins(blocks []numbered, i int, lines []footLine) bool {
	if i == 0 || f.profile.Imprint.Columns < 2 || blocks[i].Kind != blocks[i-1].Kind {
		return false
	}
	last := lines[len(lines)-1]
	if last.parts[0].line > 0 || len(last.parts) >= f.profile.Imprint.Columns {
		return false
	}
	column := f.footLook(blocks[i]).width / MM(f.profile.Imprint.Columns)
	return last.parts[len(last.parts)-1].strip.width <= column && f.column(blocks[i], 0).strips[0].width <= column
}

// beside sets a credit or contact in the next column of a line.
func (f *flow) beside(line *footLine, b numbered) {
	s := f.column(b, len(line.parts))
	f.note(s, b.String())
	line.parts = append(line.parts, footPart{s.strips[0], b.index, 0})
}

// column sets a block in column n, where it may be as wide as the line.
func (f *flow) column(b numbered, n int) *setting {
	l := f.footLook(b)
	l.left += l.width / MM(f.profile.Imprint.Columns) * MM(n)
	return f.set(b.String(), l)
}
