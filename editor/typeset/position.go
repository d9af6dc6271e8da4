package typeset

import "jianbao/editor/doc"

// LineRef names a line: a paragraph and a line of it, both from 0.
type LineRef struct{ Para, Line int }

// Position is a place for the caret. Where a line turns one offset has two
// places: AtEnd means the end of the upper line.
type Position struct {
	Para   int
	Offset doc.RuneOffset
	AtEnd  bool
}

// Line returns a line.
func (l *Layout) Line(at LineRef) Line { return l.paragraphs[at.Para].lines[at.Line] }

// Number returns how many lines stand before a line.
func (l *Layout) Number(at LineRef) int { return l.heights.before(at.Para).lines + at.Line }

// Numbered returns the line with n lines before it; below 0 the first, beyond
// the end the last.
func (l *Layout) Numbered(n int) LineRef {
	n = max(0, min(n, l.Lines()-1))
	para, before := l.heights.find(func(e extent) bool { return e.lines > n })
	return LineRef{para, n - before.lines}
}

// Top returns where a line's pitch begins, from the top of the text.
func (l *Layout) Top(at LineRef) Em {
	style := l.paragraphs[at.Para].style
	return l.heights.before(at.Para).height + style.Before + Em(at.Line)*style.pitch()
}

// LineHeight returns the pitch of a line: the next of its paragraph begins
// that far below its Top.
func (l *Layout) LineHeight(at LineRef) Em { return l.paragraphs[at.Para].style.pitch() }

// LineAt returns the line at height y: the first to show when the text is
// scrolled by y. The blank around a paragraph counts with its nearest line;
// above the text it is the first line, below it the last.
func (l *Layout) LineAt(y Em) LineRef {
	para, before := l.heights.find(func(e extent) bool { return e.height > max(0, y) })
	if para == len(l.paragraphs) {
		return l.Numbered(l.Lines() - 1)
	}
	p := l.paragraphs[para]
	line := int((y - before.height - p.style.Before) / p.style.pitch())
	return LineRef{para, max(0, min(line, len(p.lines)-1))}
}

// After returns the line below, and whether there is one.
func (l *Layout) After(at LineRef) (LineRef, bool) {
	switch {
	case at.Line+1 < len(l.paragraphs[at.Para].lines):
		return LineRef{at.Para, at.Line + 1}, true
	case at.Para+1 < len(l.paragraphs):
		return LineRef{at.Para + 1, 0}, true
	}
	return at, false
}

// LineOf returns the line on which a position lies.
func (l *Layout) LineOf(at Position) LineRef {
	return LineRef{at.Para, l.paragraphs[at.Para].LineOf(at.Offset, at.AtEnd)}
}

// X returns where the caret stands at a position.
func (l *Layout) X(at Position) Em {
	return l.paragraphs[at.Para].X(l.LineOf(at).Line, at.Offset)
}

// On returns the position on a line that is nearest to x.
func (l *Layout) On(line LineRef, x Em) Position {
	return l.position(line, l.paragraphs[line.Para].Offset(line.Line, x))
}

// Hit returns the position nearest to a point.
func (l *Layout) Hit(x, y Em) Position { return l.On(l.LineAt(y), x) }

// Home returns the beginning of the line on which a position lies.
func (l *Layout) Home(at Position) Position {
	line := l.LineOf(at)
	return l.position(line, l.Line(line).From)
}

// End returns the end of the line on which a position lies.
func (l *Layout) End(at Position) Position {
	line := l.LineOf(at)
	return l.position(line, l.Line(line).End())
}

// Vertical returns the position some lines below, or above if lines is
// negative, that is nearest to x, the place that the caret wishes to keep. It
// stops at the first and the last line.
func (l *Layout) Vertical(at Position, lines int, x Em) Position {
	return l.On(l.Numbered(l.Number(l.LineOf(at))+lines), x)
}

// Forward returns the position after the next cluster, in the next paragraph
// if there is none; at the end of the text the position itself.
func (l *Layout) Forward(at Position) Position {
	p := l.paragraphs[at.Para]
	switch {
	case at.Offset < p.Runes():
		return Position{Para: at.Para, Offset: p.Next(at.Offset)}
	case at.Para+1 < len(l.paragraphs):
		return Position{Para: at.Para + 1}
	}
	return at
}

// Backward returns the position before the previous cluster, in the paragraph
// before if there is none; at the beginning of the text the position itself.
func (l *Layout) Backward(at Position) Position {
	switch {
	case at.Offset > 0:
		return Position{Para: at.Para, Offset: l.paragraphs[at.Para].Previous(at.Offset)}
	case at.Para > 0:
		return Position{Para: at.Para - 1, Offset: l.paragraphs[at.Para-1].Runes()}
	}
	return at
}

// position returns the position of an offset on a given line.
func (l *Layout) position(line LineRef, at doc.RuneOffset) Position {
	of := l.Line(line)
	return Position{line.Para, at, of.Ending.Turns() && at == of.To}
}
