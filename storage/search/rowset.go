package search

// rowSet is a set of row numbers.
type rowSet []uint64

func (s *rowSet) add(n int64) {
	for int64(len(*s)) <= n/64 {
		*s = append(*s, 0)
	}
	(*s)[n/64] |= 1 << (n % 64)
}

func (s rowSet) has(n int64) bool { return n/64 < int64(len(s)) && s[n/64]&(1<<(n%64)) != 0 }

// and keeps what the other has too.
func (s rowSet) and(other rowSet) rowSet {
	s = s[:min(len(s), len(other))]
	for i := range s {
		s[i] &= other[i]
	}
	return s
}

// each calls f with every number, in order.
func (s rowSet) each(f func(int64)) {
	for i, word := range s {
		for bit := int64(0); word != 0; bit, word = bit+1, word>>1 {
			if word&1 != 0 {
				f(int64(i)*64 + bit)
			}
		}
	}
}
