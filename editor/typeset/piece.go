package typeset

// piece is a run of clusters that no line end divides, and the blanks and line
// end that follow it. Indices count clusters.
type piece struct {
	from int
	core int // after its last visible cluster; from if there is none
	to   int
	ends bool // with a line end
}

// pieceAt returns the piece that begins at cluster from, or as much of it as
// is too long for any line: its marks could give up half of it at most.
func (b *breaker) pieceAt(from int) piece {
	p := piece{from: from, core: from, to: from}
	enough := 2 * (b.width + 2*b.style.size())
	for width := Em(0); p.to < b.count && width <= enough && !(p.to > from && b.turnsAfter(p)); {
		t := b.clusters[p.to].trait
		width += b.clusters[p.to].advance
		p.to++
		if t&lineEnd != 0 {
			p.ends = true
			break
		}
		if t&space == 0 {
			p.core = p.to
		}
	}
	return p
}

// turnsAfter reports whether a line may turn after the clusters that p has so
// far.
func (b *breaker) turnsAfter(p piece) bool {
	next := b.clusters[p.to].trait
	switch {
	case next&(space|lineEnd) != 0:
		return false
	case p.core == p.from:
		return next&noStart == 0 || next&quote != 0
	case p.core < p.to:
		return turnsAtBlank(b.clusters[p.core-1].trait, next)
	}
	return b.turnsBetween(b.traitBefore(p.core-1), b.clusters[p.core-1].trait, next)
}

// traitBefore returns the trait of the cluster before i, or none.
func (b *breaker) traitBefore(i int) trait {
	if i == 0 {
		return 0
	}
	return b.clusters[i-1].trait
}

// turnsAtBlank reports whether a line may turn at blanks between two
// characters. A straight quote beside a blank is no obstacle: it opens or
// closes on its other side.
func turnsAtBlank(before, after trait) bool {
	return (before&noEnd == 0 || before&quote != 0) && (after&noStart == 0 || after&quote != 0)
}

// turnsBetween reports whether a line may turn between adjoining characters a
// and b, of which a follows before.
func (b *breaker) turnsBetween(before, a, next trait) bool {
	switch {
	case !keeps(a, next):
		return false
	case a&word != 0 && next&word != 0:
		return false
	case a&link != 0 && before&word != 0 && next&word != 0:
		return false
	case b.style.KeepUnits && next&unit != 0:
		return a&digit == 0 && !(a&unit != 0 && before&digit != 0)
	}
	return true
}
