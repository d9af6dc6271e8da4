package typeset

// extent is a number of lines and their height.
type extent struct {
	lines  int
	height Em
}

func (e extent) plus(o extent) extent  { return extent{e.lines + o.lines, e.height + o.height} }
func (e extent) minus(o extent) extent { return extent{e.lines - o.lines, e.height - o.height} }

// heights sums the extents of paragraphs: a Fenwick tree. A changed paragraph
// and a search cost the logarithm of their number, an inserted one a pass over
// it.
type heights struct {
	tree []extent // tree[i] sums a run that ends with paragraph i-1
	all  extent
}

// build starts anew with count paragraphs.
func (h *heights) build(count int, of func(i int) extent) {
	h.tree = append(h.tree[:0], make([]extent, count+1)...)
	h.all = extent{}
	for i := 1; i <= count; i++ {
		e := of(i - 1)
		h.all = h.all.plus(e)
		h.tree[i] = h.tree[i].plus(e)
		if up := i + i&-i; up <= count {
			h.tree[up] = h.tree[up].plus(h.tree[i])
		}
	}
}

// add changes paragraph i by a difference.
func (h *heights) add(i int, change extent) {
	h.all = h.all.plus(change)
	for i++; i < len(h.tree); i += i & -i {
		h.tree[i] = h.tree[i].plus(change)
	}
}

// before sums the paragraphs before i.
func (h *heights) before(i int) extent {
	sum := extent{}
	for ; i > 0; i -= i & -i {
		sum = sum.plus(h.tree[i])
	}
	return sum
}

// find returns the first paragraph i such that the sum up to and including it
// is past what is looked for, and the sum before it. past must be false for
// sums of nothing and, once true, stay so. If it never is, i is the number of
// paragraphs.
func (h *heights) find(past func(extent) bool) (i int, sum extent) {
	step := 1
	for step*2 < len(h.tree) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if next := i + step; next < len(h.tree) && !past(sum.plus(h.tree[next])) {
			i, sum = next, sum.plus(h.tree[next])
		}
	}
	return i, sum
}
