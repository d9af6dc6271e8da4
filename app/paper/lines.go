package paper

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// line is one row of text: runes from up to to, at x, y.
type line struct {
	from, to int
	x, y     float32
	hard     bool // begins a paragraph
}

// inset keeps the text off the frame that shows the focus.
const inset = 4

// slack forgives the rounding of widths: a line of whole characters fits.
const slack = 0.5

// lay breaks the text into lines for a width, if that is not done already.
func (f *Field) lay(width float32) {
	if f.lines != nil && f.width == width {
		return
	}
	f.width = width
	if f.metric == nil {
		f.metric = newMetric(f.Style)
	}
	if f.Style.Fit {
		f.fit(width)
	}
	f.lines = f.lines[:0]
	room := width - 2*inset - f.metric.width([]rune(f.Style.Before)) - f.metric.width([]rune(f.Style.After))
	from := 0
	for i := 0; i <= len(f.buffer.text); i++ {
		if i == len(f.buffer.text) || f.buffer.text[i] == '\n' {
			f.layParagraph(from, i, room)
			from = i + 1
		}
	}
	for i := range f.lines {
		l := &f.lines[i]
		l.x, l.y = f.xOfLine(*l, width), inset+float32(i)*f.pitch()
	}
}

// fit takes the largest size, up to the style's, at which the text is one line.
// Widths do not shrink quite in step with the size.
func (f *Field) fit(width float32) {
	style, room := f.Style, width-2*inset
	m := newMetric(style)
	for used := m.width(f.buffer.text); used > room && room > 0 && style.Size > 1; used = m.width(f.buffer.text) {
		style.Size *= min(0.99, room/used)
		m = newMetric(style)
	}
	f.metric = m
}

func (f *Field) layParagraph(from, to int, room float32) {
	hard := true
	for {
		left := room
		if hard {
			left -= f.indent()
		}
		end := f.breakAt(from, to, left)
		f.lines = append(f.lines, line{from: from, to: end, hard: hard})
		from, hard = end, false
		if end >= to {
			return
		}
	}
}

// breakAt returns where a line that starts at from ends: what fits, but no line
// begins with a closing mark, and Latin words and numbers stay whole.
func (f *Field) breakAt(from, to int, room float32) int {
	end, used := from, float32(0)
	for end < to {
		used += f.metric.advance(f.buffer.text[end])
		if used > room+slack && end > from {
			break
		}
		end++
	}
	if end == to {
		return end
	}
	best := end
	for best > from+1 && !f.mayBreak(best) {
		best--
	}
	if best > from+1 || f.mayBreak(best) {
		return best
	}
	return end
}

const (
	notFirst = "，。、；：？！）》〉】〕”’％%…—,.;:?!)]}·"
	notLast  = "（《〈【〔“‘([{"
)

func (f *Field) mayBreak(at int) bool {
	before, after := f.buffer.text[at-1], f.buffer.text[at]
	if strings.ContainsRune(notFirst, after) || strings.ContainsRune(notLast, before) {
		return false
	}
	return !(isWord(before) && isWord(after))
}

func isWord(r rune) bool {
	return r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func (f *Field) pitch() float32 { return f.metric.style.Size * f.Style.Leading }

func (f *Field) indent() float32 { return f.Style.Indent * f.Style.Size }

func (f *Field) xOfLine(l line, width float32) float32 {
	used := f.metric.width(f.buffer.text[l.from:l.to])
	switch f.Style.Align {
	case fyne.TextAlignCenter:
		return (width - used) / 2
	case fyne.TextAlignTrailing:
		return width - inset - f.metric.width([]rune(f.Style.After)) - used
	}
	x := inset + f.metric.width([]rune(f.Style.Before))
	if l.hard {
		x += f.indent()
	}
	return x
}

// lineAt returns the index of the line in which a position stands.
func (f *Field) lineAt(at int) int {
	for i := len(f.lines) - 1; i > 0; i-- {
		if f.lines[i].from <= at {
			return i
		}
	}
	return 0
}

// xOf returns where a position stands on its line.
func (f *Field) xOf(index, at int) float32 {
	l := f.lines[index]
	return l.x + f.metric.width(f.buffer.text[l.from:min(at, l.to)])
}

// positionAt returns the position nearest to a point.
func (f *Field) positionAt(p fyne.Position) int {
	f.lay(f.Size().Width)
	index := int((p.Y - inset) / f.pitch())
	return f.positionOn(min(max(index, 0), len(f.lines)-1), p.X)
}

// positionOn returns the position on a line nearest to x. The end of a line
// that goes on below belongs to the next line.
func (f *Field) positionOn(index int, x float32) int {
	l := f.lines[index]
	at := l.x
	for i := l.from; i < l.to; i++ {
		width := f.metric.advance(f.buffer.text[i])
		if x < at+width/2 {
			return i
		}
		at += width
	}
	if index+1 < len(f.lines) && !f.lines[index+1].hard && l.to > l.from {
		return l.to - 1
	}
	return l.to
}
