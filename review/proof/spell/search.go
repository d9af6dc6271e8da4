package spell

import "math"

// leastGain is how much likelier a change must make the text to be taken, as a
// natural logarithm.
const leastGain = 4.0

// reach is how many characters after one depend on it.
const reach = order - 1

// search looks for slips in one stretch of text.
type search struct {
	model   *Model
	chars   *characters
	runes   []rune
	open    []bool   // may be a slip
	ids     []uint16 // of the runes, between what stands before them and a break
	picks   []pick
	chances []float64 // of ids as they stand, 0 where not worked out yet
}

func newSearch(s *Speller, before uint16, runes []rune, may []bool) *search {
	q := &search{model: s.model, chars: s.chars, runes: runes, open: may, ids: make([]uint16, len(runes)+2)}
	q.ids[0] = before
	for i, r := range runes {
		q.ids[i+1] = s.model.ids[Fold(r)]
	}
	q.picks, q.chances = make([]pick, len(runes)), make([]float64, len(q.ids))
	return q
}

// at returns the chance of the character or break at j in ids.
func (s *search) at(j int) float64 { return s.model.chance(s.ids[max(0, j-reach) : j+1]) }

// around returns the logarithm of the likelihood of all that depends on some
// characters from i on, whatever now stands there.
func (s *search) around(i, size int) float64 {
	p := 1.0
	for j := i + 1; j < min(len(s.ids), i+size+order); j++ {
		p *= s.at(j)
	}
	return math.Log(p)
}

// now is around where nothing was put in place of what stands at i.
func (s *search) now(i, size int) float64 {
	p := 1.0
	for j := i + 1; j < min(len(s.ids), i+size+order); j++ {
		if s.chances[j] == 0 {
			s.chances[j] = s.at(j)
		}
		p *= s.chances[j]
	}
	return math.Log(p)
}

// run takes one slip after the other, the likeliest first, so that a slip is
// judged with the ones near it mended.
func (s *search) run() []Suspect {
	for {
		best, at := leastGain, -1
		for i := range s.picks {
			p := s.pick(i)
			if !p.taken && p.gain > best {
				best, at = p.gain, i
			}
		}
		if at < 0 {
			return s.suspects()
		}
		s.take(at)
	}
}

// take makes the change that begins at a place.
func (s *search) take(at int) {
	p := s.picks[at]
	s.ids[at+1] = p.id
	if p.size == 2 {
		s.ids[at+2] = p.next.id
		s.picks[at+1] = p
		s.picks[at+1].candidate = p.next
	}
	for i := at; i < at+p.size; i++ {
		s.picks[i].taken, s.picks[i].head = true, at
	}
	clear(s.chances[at+1 : min(len(s.chances), at+p.size+order)])
	for i := max(0, at-reach-1); i <= min(len(s.picks)-1, at+p.size+reach-1); i++ {
		s.picks[i].fresh = s.picks[i].taken
	}
}
