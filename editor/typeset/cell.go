package typeset

// spot is where a cluster stands on its line; next is where the following one
// begins.
type spot struct{ left, origin, right, next Em }

// spotAt returns where cluster i stands if the one before it ended at x. x is
// counted from the line's indent.
func (r row) spotAt(i int, x Em, l Line) spot {
	trimmed, _ := r.trims(i)
	blankL, blankR := r.blanks(i)
	give := min(l.Squeeze, blankL+blankR)
	if i == len(r.clusters)-1 {
		give = min(l.EndSqueeze, blankR)
	}
	s := spot{left: x, origin: x - trimmed}
	if blankL > 0 {
		s.origin -= give
	}
	s.right = x + r.width(i, x) - give
	s.next = s.right
	if i+1 < len(r.clusters) && l.Gap > 0 && r.stretches(i) {
		s.next += l.Gap
	}
	return s
}

// extent returns where the row ends on line l.
func (r row) extent(l Line) Em {
	x, right := Em(0), Em(0)
	for i := range r.clusters {
		s := r.spotAt(i, x, l)
		x, right = s.next, s.right
	}
	return right
}

// cells returns where every cluster of line l stands. Blanks at the end of a
// line that turns stay within the room of the line.
func (b *breaker) cells(dst []Cell, text string, style Style, width Em, l Line) []Cell {
	clusters := b.scan(text[l.start:l.end], style)
	count := len(clusters) - 1
	seen := row{clusters[:visible(clusters[:count])], style}
	x := Em(0)
	limit := l.Width
	if !l.filled() {
		limit = max(limit, width-l.Indent)
	}
	for i := range count {
		s := spot{left: x, origin: x}
		if i < len(seen.clusters) {
			s = seen.spotAt(i, x, l)
		} else {
			s.right = max(x, min(limit, x+row{clusters[:count], style}.width(i, x)))
			s.next = s.right
		}
		c, after := clusters[i], clusters[i+1]
		dst = append(dst, Cell{
			From: l.From + c.offset, To: l.From + after.offset,
			Text: text[l.start+c.at : l.start+after.at],
			Left: l.Indent + s.left, Right: l.Indent + s.right, Origin: l.Indent + s.origin,
		})
		x = s.next
	}
	return dst
}

// visible counts the clusters up to the last that is not a blank.
func visible(clusters []cluster) int {
	n := len(clusters)
	for n > 0 && clusters[n-1].trait&space != 0 {
		n--
	}
	return n
}
