package typeset

// Para is a paragraph to be set: what it says and how.
type Para struct {
	Text  string
	Style Style
}

// Layout is a whole text: its paragraphs one below the other. Only what
// changed is set again. It has always at least one paragraph.
type Layout struct {
	width      Em
	paragraphs []*Paragraph
	heights    heights
	set        *breaker
}

// NewLayout returns the layout of one empty paragraph of plain style.
func NewLayout(m Measurer, width Em) *Layout {
	l := &Layout{width: width, set: newBreaker(m)}
	l.SetAll(nil)
	return l
}

// Width returns the width of the lines.
func (l *Layout) Width() Em { return l.width }

// SetWidth sets every paragraph again at another width.
func (l *Layout) SetWidth(width Em) {
	if width == l.width {
		return
	}
	l.width = width
	l.Remeasure()
}

// Remeasure sets every paragraph again, because the Measurer's answers have
// changed.
func (l *Layout) Remeasure() {
	for i, p := range l.paragraphs {
		l.paragraphs[i] = l.set.paragraph(p.text, p.style, l.width)
	}
	l.sum()
}

// SetAll replaces the whole text. Paragraphs at its beginning and end that
// stay the same are not set again.
func (l *Layout) SetAll(with []Para) { l.Splice(0, len(l.paragraphs), with) }

// Set replaces paragraph i and reports whether the number of its lines or its
// height changed, that is, whether anything below it moved.
func (l *Layout) Set(i int, p Para) bool {
	old := l.paragraphs[i]
	if old.is(p) {
		return false
	}
	l.paragraphs[i] = l.set.paragraph(p.Text, p.Style, l.width)
	change := l.paragraphs[i].extent().minus(old.extent())
	if change == (extent{}) {
		return false
	}
	l.heights.add(i, change)
	return true
}

// Splice replaces paragraphs from up to, not including, to. Of the new ones,
// those at both ends that are as before are not set again.
func (l *Layout) Splice(from, to int, with []Para) {
	if len(with) == 0 && to-from == len(l.paragraphs) {
		with = []Para{{}}
	}
	for from < to && len(with) > 0 && l.paragraphs[from].is(with[0]) {
		from, with = from+1, with[1:]
	}
	for from < to && len(with) > 0 && l.paragraphs[to-1].is(with[len(with)-1]) {
		to, with = to-1, with[:len(with)-1]
	}
	if to-from == 1 && len(with) == 1 {
		l.Set(from, with[0])
		return
	}
	if from == to && len(with) == 0 {
		return
	}
	fresh := make([]*Paragraph, 0, len(with)+len(l.paragraphs)-to)
	for _, p := range with {
		fresh = append(fresh, l.set.paragraph(p.Text, p.Style, l.width))
	}
	l.paragraphs = append(l.paragraphs[:from], append(fresh, l.paragraphs[to:]...)...)
	l.sum()
}

func (l *Layout) sum() {
	l.heights.build(len(l.paragraphs), func(i int) extent { return l.paragraphs[i].extent() })
}

// is reports whether p is the setting of a paragraph.
func (p *Paragraph) is(of Para) bool { return p.style == of.Style && p.text == of.Text }

func (p *Paragraph) extent() extent { return extent{len(p.lines), p.Height()} }

// Paragraphs returns their number, at least one.
func (l *Layout) Paragraphs() int { return len(l.paragraphs) }

// Paragraph returns paragraph i as it stands now.
func (l *Layout) Paragraph(i int) *Paragraph { return l.paragraphs[i] }

// Lines returns the number of lines of the whole text.
func (l *Layout) Lines() int { return l.heights.all.lines }

// Height returns the height of the whole text.
func (l *Layout) Height() Em { return l.heights.all.height }
