package spell

import (
	"cmp"
	"slices"
)

// The search looks closer only at a character whose place is unlikely enough,
// as a natural logarithm, and tries only so many candidates that fit their
// neighbours.
const (
	unlikely  = 15.0
	shortlist = 12
)

// costs are what a gain is lessened by for the way a candidate is like what
// stands there, and lesser what its level is lessened by for the shortlist.
var (
	costs  = [likenesses]float64{sameSound: 0, nearSound: 1.5, sameLook: 1.5}
	lesser = [likenesses]int{sameSound: 0, nearSound: 3, sameLook: 3}
)

// wordCost is what a gain is lessened by for a change of two characters.
const wordCost = 1.0

// pick is the best change that begins at a place, as long as nothing near it
// changes: one character, or two that are a word for another of its sound.
type pick struct {
	candidate
	next   candidate // of the character after it, if two change
	size   int       // how many change
	gain   float64
	second float64 // the gain of the next best one
	tried  int     // how many there were
	fresh  bool
	taken  bool
	head   int // where the change begins that took it
}

// pick returns the best candidate at i.
func (s *search) pick(i int) *pick {
	p := &s.picks[i]
	if p.fresh || p.taken {
		return p
	}
	p.fresh, p.gain, p.second, p.tried = true, 0, 0, 0
	if !s.open[i] {
		return p
	}
	now := s.now(i, 1)
	if now > -unlikely {
		return p
	}
	old := s.ids[i+1]
	for _, c := range s.fitting(i) {
		s.ids[i+1] = c.id
		p.offer(c, candidate{}, 1, s.around(i, 1)-now-costs[c.like])
	}
	s.ids[i+1] = old
	s.pickWord(i, p)
	return p
}

// offer notes a change and what it gains.
func (p *pick) offer(c, next candidate, size int, gain float64) {
	p.tried++
	if gain > p.gain {
		p.candidate, p.next, p.size, p.gain, p.second = c, next, size, gain, p.gain
	} else {
		p.second = max(p.second, gain)
	}
}

// pickWord offers the words that sound like the two characters from i on, which
// is how whoever types by sound takes the wrong one.
func (s *search) pickWord(i int, p *pick) {
	if i+1 >= len(s.runes) || !s.open[i+1] || s.picks[i+1].taken || s.now(i+1, 1) > -unlikely {
		return
	}
	now := s.now(i, 2)
	one, two := s.ids[i+1], s.ids[i+2]
	for _, w := range s.chars.words(s.runes[i], s.runes[i+1]) {
		s.ids[i+1], s.ids[i+2] = w[0].id, w[1].id
		p.offer(w[0], w[1], 2, s.around(i, 2)-now-wordCost)
	}
	s.ids[i+1], s.ids[i+2] = one, two
}

// fitting returns the candidates that stand most often between their
// neighbours.
func (s *search) fitting(i int) []candidate {
	type fit struct {
		candidate
		level int
	}
	var list []fit
	before, after := s.ids[i], s.ids[i+2]
	for _, c := range s.chars.of(s.runes[i]) {
		left, right := s.model.pair(before, c.id), s.model.pair(c.id, after)
		if left+right > 0 {
			list = append(list, fit{c, left + right - lesser[c.like]})
		}
	}
	slices.SortStableFunc(list, func(a, b fit) int { return cmp.Compare(b.level, a.level) })
	var best []candidate
	for _, f := range list[:min(len(list), shortlist)] {
		best = append(best, f.candidate)
	}
	return best
}

func (m *Model) pair(a, b uint16) int { return m.table.level(SequenceOf([]uint16{a, b})) }
