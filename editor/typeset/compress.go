package typeset

// squeezeRoom is how much wider than the line a text may be to be squeezed
// into it, in ems of its size; maxGap is the most a justified line is stretched
// between two characters, beyond which it is left ragged.
const (
	squeezeRoom = Full
	maxGap      = Full / 2
)

// row is a run of clusters that stand on one line, set in one style.
type row struct {
	clusters []cluster
	style    Style
}

// fullWidth reports whether cluster i is as wide as a Han character, so that
// half of it is blank if it is such a mark.
func (r row) fullWidth(i int) bool {
	return r.clusters[i].advance*8 >= r.style.size()*7
}

// has reports whether there is a full-width cluster i with one of the traits.
func (r row) has(i int, t trait) bool {
	return i >= 0 && i < len(r.clusters) && r.clusters[i].trait&t != 0 && r.fullWidth(i)
}

// trims returns what adjoining marks take from both sides of cluster i.
func (r row) trims(i int) (left, right Em) {
	if !r.style.TightMarks {
		return 0, 0
	}
	half := r.style.size() / 2
	if r.has(i, blankLeft) && r.has(i-1, blankLeft|blankRight) {
		left = half
	}
	if r.has(i, blankRight) && r.has(i+1, blankRight) {
		right = half
	}
	return left, right
}

// blanks returns the blank that cluster i can give up on either side; at most
// one of them is not zero.
func (r row) blanks(i int) (left, right Em) {
	if r.clusters[i].trait&(blankLeft|blankRight) == 0 || !r.fullWidth(i) {
		return 0, 0
	}
	trimmedLeft, trimmedRight := r.trims(i)
	half := r.style.size() / 2
	if r.clusters[i].trait&blankLeft != 0 {
		return half - trimmedLeft, 0
	}
	return 0, half - trimmedRight
}

// width returns what cluster i takes on a line when it begins at x.
func (r row) width(i int, x Em) Em {
	if r.clusters[i].trait&tab != 0 {
		stop := r.style.tab()
		return (x/stop+1)*stop - x
	}
	if !r.style.TightMarks {
		return r.clusters[i].advance
	}
	left, right := r.trims(i)
	return r.clusters[i].advance - left - right
}

// widths returns where the row ends if it begins at x.
func (r row) widths(x Em) Em {
	for i := range r.clusters {
		x += r.width(i, x)
	}
	return x
}

// squeezes returns what the mark at the row's end and each other mark give up
// so that the row is narrower by over, and whether they can.
func (r row) squeezes(over Em) (end, each Em, ok bool) {
	last := len(r.clusters) - 1
	if last < 0 || r.style.Squeeze == NoSqueeze || r.clusters[last].trait&noStart == 0 || over > squeezeRoom.times(r.style.size()) {
		return 0, 0, false
	}
	_, blank := r.blanks(last)
	end = min(over, blank)
	if end == over {
		return end, 0, true
	}
	if r.style.Squeeze == SqueezeEnd {
		return 0, 0, false
	}
	each, ok = r.shares(over - end)
	return end, each, ok
}

func (r row) squeezable(over Em) bool {
	_, _, ok := r.squeezes(over)
	return ok
}

// shares divides over among the marks before the row's last cluster.
func (r row) shares(over Em) (each Em, ok bool) {
	half, count := r.style.size()/2, Em(0)
	for i := range len(r.clusters) - 1 {
		if r.clusters[i].trait&tab != 0 {
			return 0, false
		}
		if left, right := r.blanks(i); left+right > 0 {
			count++
		}
	}
	if count == 0 || over > count*half {
		return 0, false
	}
	return (over + count - 1) / count, true
}

// stretches reports whether a justified line is stretched between clusters i
// and i+1: beside full-width characters and after blanks, never within a dash
// or an ellipsis.
func (r row) stretches(i int) bool {
	a, b := r.clusters[i].trait, r.clusters[i+1].trait
	if a&noStart != 0 && a == b && a&blankRight == 0 {
		return false
	}
	return (a|b)&wide != 0 || a&space != 0
}

// gap returns the addition at every gap that widens the row by room. A row
// with tabs is not stretched, nor one whose gaps would become holes.
func (r row) gap(room Em) Em {
	count := Em(0)
	for i := range len(r.clusters) - 1 {
		if r.clusters[i].trait&tab != 0 {
			return 0
		}
		if r.stretches(i) {
			count++
		}
	}
	if count == 0 || room <= 0 || room/count > maxGap.times(r.style.size()) {
		return 0
	}
	return room / count
}

// gaps returns by how much a gap widens the row in all.
func (r row) gaps(gap Em) Em {
	if gap == 0 {
		return 0
	}
	count := Em(0)
	for i := range len(r.clusters) - 1 {
		if r.stretches(i) {
			count++
		}
	}
	return gap * count
}
