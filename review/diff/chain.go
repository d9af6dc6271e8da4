package diff

// match says that two things with these indexes correspond, and how much that
// correspondence weighs.
type match struct{ old, new, weight int }

// heaviestChain returns the indexes of those matches that together weigh most
// while their old and new indexes both rise. The matches are sorted by old
// index, and those of one old index by new index from high to low. Time is n log n.
func heaviestChain(matches []match) []int {
	width := 0
	for _, m := range matches {
		width = max(width, m.new+1)
	}
	best := newPrefixBest(width, len(matches))
	before := make([]int, len(matches))
	last := -1
	for i, m := range matches {
		before[i] = best.below(m.new)
		best.total[i] = m.weight
		if before[i] >= 0 {
			best.total[i] += best.total[before[i]]
		}
		best.put(m.new, i)
		if last < 0 || best.total[i] > best.total[last] {
			last = i
		}
	}
	return traceBack(before, last)
}

func traceBack(before []int, last int) []int {
	n := 0
	for i := last; i >= 0; i = before[i] {
		n++
	}
	chain := make([]int, n)
	for i := last; i >= 0; i = before[i] {
		n--
		chain[n] = i
	}
	return chain
}

// prefixBest is a Fenwick tree that answers which match with a new index below
// a bound ends the heaviest chain so far.
type prefixBest struct {
	tree  []int // index of a match plus one; 0 is none
	total []int // weight of the heaviest chain that ends in a match
}

func newPrefixBest(width, matches int) *prefixBest {
	return &prefixBest{tree: make([]int, width+1), total: make([]int, matches)}
}

func (b *prefixBest) put(at, match int) {
	for i := at + 1; i < len(b.tree); i += i & -i {
		if b.tree[i] == 0 || b.total[match] > b.total[b.tree[i]-1] {
			b.tree[i] = match + 1
		}
	}
}

func (b *prefixBest) below(bound int) int {
	best := 0
	for i := bound; i > 0; i -= i & -i {
		if k := b.tree[i]; k != 0 && (best == 0 || b.total[k-1] > b.total[best-1]) {
			best = k
		}
	}
	return best - 1
}
