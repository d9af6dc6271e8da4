package typeset

// Break sets one paragraph: it returns its lines at a given width, at least
// one. The text may hold line ends; they end a line but not the paragraph.
func Break(text string, style Style, width Em, m Measurer) []Line {
	b := newBreaker(m)
	return b.lay(text, style, width)
}

// breaker fills lines with pieces, as many as each holds.
type breaker struct {
	scanner
	style Style
	width Em
	count int // of clusters, without the one that stands for the end

	lines  []Line
	from   int // first cluster of the line
	core   int // after its last visible cluster
	to     int // after its last cluster
	x      Em  // where to ends, blanks included, from the line's indent
	indent Em
}

func newBreaker(m Measurer) *breaker {
	return &breaker{scanner: scanner{measurer: m}}
}

// lay returns the lines of text. They are the caller's.
func (b *breaker) lay(text string, style Style, width Em) []Line {
	*b = breaker{scanner: b.scanner, style: style, width: width, lines: make([]Line, 0, 1+len(text)/80)}
	b.clusters = b.scan(text, style)
	b.count = len(b.clusters) - 1
	b.open(b.pieceAt(0))
	for b.to < b.count {
		b.take(b.pieceAt(b.to))
	}
	if b.to > b.from || b.count == 0 || b.lines[len(b.lines)-1].Ending == EndsByBreak {
		b.close(EndsParagraph)
	}
	return b.lines
}

// take puts a piece on the line, or a part of it, or ends the line before it.
func (b *breaker) take(p piece) {
	switch {
	case b.fits(p):
		b.put(p)
	case b.oversize(p):
		b.cut(p)
	default:
		b.close(Wraps)
	}
}

// fits reports whether the line holds p, if need be by squeezing its marks.
func (b *breaker) fits(p piece) bool {
	if p.core == p.from {
		return true
	}
	over := b.after(p.core) - b.room()
	return over <= 0 || b.row(b.from, p.core).squeezable(over)
}

// oversize reports whether p is wider than any line.
func (b *breaker) oversize(p piece) bool {
	r := b.row(p.from, p.core)
	over := r.widths(0) - b.width
	return over > 0 && !r.squeezable(over)
}

// cut ends the line within a piece that is longer than any line: where no mark
// is torn off if there is such a place, else in the next line, else where the
// line is full.
func (b *breaker) cut(p piece) {
	gentle, full := b.cuts(p)
	switch {
	case gentle > p.from:
		b.place(gentle, gentle)
		b.close(CutsWord)
	case b.to > b.from:
		b.close(Wraps)
	case p.core == p.from+1:
		b.put(p)
	default:
		b.place(p.from+visible(b.clusters[p.from:full]), full)
		b.close(b.ending(full))
	}
}

// cuts returns the last place within p before which the line is not full and
// no mark is torn off, or p.from; and the last before which it is not full, at
// least one cluster on.
func (b *breaker) cuts(p piece) (gentle, full int) {
	gentle, full = p.from, p.from+1
	for i := p.from + 1; i < p.core && b.after(i) <= b.room(); i++ {
		before, next := b.clusters[i-1].trait, b.clusters[i].trait
		if next&space != 0 {
			continue
		}
		full = i
		if keeps(before, next) && before&space == 0 {
			gentle = i
		}
	}
	return gentle, full
}

// ending is how a line ends that is full and cut before cluster i.
func (b *breaker) ending(i int) Ending {
	last := b.from + visible(b.clusters[b.from:i])
	if keeps(b.traitBefore(last), b.clusters[i].trait) {
		return CutsWord
	}
	return CutsMarks
}

func (b *breaker) room() Em { return b.width - b.indent }

func (b *breaker) row(from, to int) row { return row{b.clusters[from:to], b.style} }

// after returns where the line would end if it held all clusters before i.
func (b *breaker) after(i int) Em {
	if b.style.TightMarks {
		return b.row(b.from, i).widths(0)
	}
	return b.row(b.to, i).widths(b.x)
}

// place puts clusters on the line up to to, of which those up to core are
// seen.
func (b *breaker) place(core, to int) {
	b.x = b.after(to)
	if core > b.to {
		b.core = core
	}
	b.to = to
}

// put puts a whole piece on the line and ends the line if the piece does.
func (b *breaker) put(p piece) {
	b.place(p.core, p.to)
	if p.ends {
		b.close(EndsByBreak)
	}
}

// open begins a line at cluster b.to. Its indent gives way where the first
// piece would not fit beside it.
func (b *breaker) open(first piece) {
	b.from, b.core, b.x = b.to, b.to, 0
	room := b.width - b.row(first.from, first.core).widths(0)
	if b.oversize(first) {
		room = b.width - b.style.size()
	}
	b.indent = max(0, min(b.style.indent(len(b.lines)), room))
}

// close ends the line, fixes the places of its clusters and opens the next.
func (b *breaker) close(why Ending) {
	r := b.row(b.from, b.core)
	l := Line{Indent: b.indent, Width: r.widths(0), Ending: why}
	l.From, l.To, l.last = b.clusters[b.from].offset, b.clusters[b.to].offset, b.clusters[b.to].offset
	l.start, l.end = b.clusters[b.from].at, b.clusters[b.to].at
	if why == EndsByBreak {
		l.last, l.end = b.clusters[b.to-1].offset, b.clusters[b.to-1].at
	}
	b.adjust(&l, r)
	b.lines = append(b.lines, l)
	b.open(b.pieceAt(b.to))
}

// adjust squeezes, stretches or aligns a line.
func (b *breaker) adjust(l *Line, r row) {
	left := b.room() - l.Width
	switch {
	case left < 0:
		if end, each, ok := r.squeezes(-left); ok {
			l.EndSqueeze, l.Squeeze = end, each
			l.Width = r.extent(*l)
		} else {
			l.Overfull = true
		}
	case b.style.Align == Justify && l.Ending.Turns():
		l.Gap = r.gap(left)
		l.Width += r.gaps(l.Gap)
	case b.style.Align == Center:
		l.Indent += left / 2
	case b.style.Align == Right:
		l.Indent += left
	}
}
