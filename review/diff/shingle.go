package diff

// shingleSizes are the lengths, in tokens, of the runs that serve as anchors in
// a region too large for an exact comparison, tried from long to short.
var shingleSizes = []int{24, 12, 6, 3}

// leafSize is the number of tokens, both sides together, up to which an exact
// comparison is made. It bounds the work for a text as a whole.
const leafSize = 700

// narrow compares two stretches of tokens: large ones between runs that occur
// once on each side, small ones exactly.
func (r *region) narrow(old, new span, sizes []int) {
	head, tail := r.commonEnds(old, new)
	r.equal(old.from, new.from, head)
	inOld, inNew := span{old.from + head, old.to - tail}, span{new.from + head, new.to - tail}
	switch {
	case inOld.size() == 0 || inNew.size() == 0:
		r.remove(inOld, inNew.from)
		r.insert(inOld.to, inNew)
	case inOld.size()+inNew.size() <= leafSize:
		r.exact(inOld, inNew)
	case len(sizes) == 0:
		r.halve(inOld, inNew)
	default:
		r.between(inOld, inNew, sizes)
	}
	r.equal(inOld.to, inNew.to, tail)
}

// between compares what lies between the shingles of the first size.
func (r *region) between(old, new span, sizes []int) {
	size := sizes[0]
	o, n := old.from, new.from
	for _, m := range r.shingles(old, new, size) {
		if m.old < o || m.new < n {
			continue
		}
		r.narrow(span{o, m.old}, span{n, m.new}, sizes[1:])
		run := r.commonHead(span{m.old, old.to}, span{m.new, new.to})
		r.equal(m.old, m.new, run)
		o, n = m.old+run, m.new+run
	}
	r.narrow(span{o, old.to}, span{n, new.to}, sizes[1:])
}

// halve is the last resort for a large region in which nothing is unique: it
// is cut in the middle of both sides. Exact still, if not always the shortest.
func (r *region) halve(old, new span) {
	o, n := (old.from+old.to)/2, (new.from+new.to)/2
	r.narrow(span{old.from, o}, span{new.from, n}, nil)
	r.narrow(span{o, old.to}, span{n, new.to}, nil)
}

// shingles returns the runs of size tokens that occur a few times at most in
// each stretch, as far as they keep their order.
func (r *region) shingles(old, new span, size int) []match {
	oldAt := placesOf(r.old, old, size)
	newAt := placesOf(r.new, new, size)
	var matches []match
	eachRun(r.old, old, size, func(at int, hash uint64) {
		there := newAt[hash]
		if oldAt[hash].count > fewPlaces || there.count > fewPlaces {
			return
		}
		for i := there.count - 1; i >= 0; i-- { // from the last: one at most can be in the chain
			if n := int(there.at[i]); sameIDs(r.old[at:at+size], r.new[n:n+size]) {
				matches = append(matches, match{at, n - new.from, 1})
			}
		}
	})
	chain := heaviestChain(matches)
	kept := make([]match, len(chain))
	for i, k := range chain {
		kept[i] = match{matches[k].old, matches[k].new + new.from, 1}
	}
	return kept
}

// fewPlaces is in how many places a run may stand. Boilerplate that a text
// repeats thus still holds it together; what occurs more often tells nothing.
const fewPlaces = 4

// places says where a run of tokens stands: how often, and the first few places.
type places struct {
	count int32
	at    [fewPlaces]int32
}

func placesOf(tokens []token, in span, size int) map[uint64]places {
	all := make(map[uint64]places, in.size())
	eachRun(tokens, in, size, func(i int, hash uint64) {
		p := all[hash]
		if p.count < fewPlaces {
			p.at[p.count] = int32(i)
		}
		p.count++
		all[hash] = p
	})
	return all
}

// eachRun visits every run of size tokens with a rolling hash of its ids.
func eachRun(tokens []token, in span, size int, visit func(at int, hash uint64)) {
	const base = 0x9e3779b97f4a7c15
	var hash, lead uint64 = 0, 1
	for range size {
		lead *= base
	}
	for i := in.from; i < in.to; i++ {
		hash = hash*base + uint64(tokens[i].id)
		first := i - size + 1
		if first > in.from {
			hash -= lead * uint64(tokens[first-1].id)
		}
		if first >= in.from {
			visit(first, hash)
		}
	}
}

func sameIDs(a, b []token) bool {
	for i := range a {
		if a[i].id != b[i].id {
			return false
		}
	}
	return true
}

// commonEnds returns how many tokens are equal at the start and at the end.
func (r *region) commonEnds(old, new span) (head, tail int) {
	head = r.commonHead(old, new)
	most := min(old.size(), new.size()) - head
	for tail < most && r.old[old.to-1-tail].id == r.new[new.to-1-tail].id {
		tail++
	}
	return head, tail
}

func (r *region) commonHead(old, new span) int {
	n, most := 0, min(old.size(), new.size())
	for n < most && r.old[old.from+n].id == r.new[new.from+n].id {
		n++
	}
	return n
}

// commonWords returns how many tokens of whole words are equal at the start and
// at the end.
func (r *region) commonWords(old, new span) (head, tail int) {
	head, tail = r.commonEnds(old, new)
	for head > 0 && !(startsWord(r.old, old.from+head) && startsWord(r.new, new.from+head)) {
		head--
	}
	for tail > 0 && !(startsWord(r.old, old.to-tail) && startsWord(r.new, new.to-tail)) {
		tail--
	}
	return head, tail
}
