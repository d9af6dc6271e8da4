package spell

import "math"

// The signs by which a slip is told from a rare turn of phrase. Likelihoods are
// natural logarithms; levels are those of the table.
const (
	signGain   = iota // how much likelier the text becomes
	signNow           // how likely it is as it stands
	signLike          // how the two characters are alike
	signLead          // how far the change leads the next best one
	signTried         // how many changes there were to choose from
	signNear          // other changes taken close by
	signBad           // how frequent the character is
	signGood          // how frequent the candidate is
	signWord          // 0 for a change of one character, 1 and 2 for the first and second of two
	signBefore        // how likely the characters before it are
	signAfter         // and those after all that depends on it
	signFrom          // how many characters before it may be slips, three at most
	signTo            // and how many after it
	signSteps         // how much likelier each character that depends on it becomes
)

// Signs that are levels, for what stands there and for the candidate.
const (
	signBadLevels  = signSteps + order
	signGoodLevels = signBadLevels + company
	// SignCount is how many signs a suspect has.
	SignCount = signGoodLevels + company
)

// Signs are what is noted of a suspect.
type Signs [SignCount]float32

// suspects returns all that was taken, in the order of the text.
func (s *search) suspects() []Suspect {
	var all []Suspect
	for i, p := range s.picks {
		if p.taken {
			all = append(all, Suspect{At: i, Wrong: s.runes[i], Right: p.rune, Signs: s.signs(i)})
		}
	}
	return all
}

// signs returns the signs of what was taken at i, with everything near it
// mended.
func (s *search) signs(i int) (e Signs) {
	p := &s.picks[i]
	var good, bad [order]float64
	mended := s.steps(p, &good)
	s.company(i, e[signGoodLevels:SignCount])
	s.swap(p)
	now := s.steps(p, &bad)
	s.company(i, e[signBadLevels:signGoodLevels])
	s.swap(p)
	for k := range order {
		e[signSteps+k] = float32(good[k] - bad[k])
	}
	e[signGain], e[signNow] = float32(mended-now), float32(now)
	e[signLike], e[signLead], e[signTried] = float32(p.like), float32(p.gain-p.second), float32(p.tried)
	e[signNear] = float32(s.taken(i))
	e[signBad] = float32(math.Log(s.model.frequency[s.model.ids[Fold(s.runes[i])]]))
	e[signGood] = float32(math.Log(s.model.frequency[p.id]))
	if p.size == 2 {
		e[signWord] = float32(1 + i - p.head)
	}
	e[signBefore], e[signAfter] = s.ease(i-3, i), s.ease(i+order, i+order+4)
	e[signFrom], e[signTo] = s.room(i, -1), s.room(i, 1)
	return e
}

// swap puts what the change of a pick took away back in its place, and the
// change in again.
func (s *search) swap(p *pick) {
	for k := range p.size {
		i := p.head + k
		if old := s.model.ids[Fold(s.runes[i])]; s.ids[i+1] == old {
			s.ids[i+1] = s.picks[i].id
		} else {
			s.ids[i+1] = old
		}
	}
}

// steps returns the likelihood of all that depends on a change, and notes that
// of each character; the last one has what is over.
func (s *search) steps(p *pick, by *[order]float64) float64 {
	sum := 0.0
	for k := range order + p.size - 1 {
		if j := p.head + 1 + k; j < len(s.ids) {
			chance := math.Log(s.at(j))
			by[min(k, order-1)] += chance
			sum += chance
		}
	}
	return sum
}

// taken returns how many characters besides the change at i were changed close
// by.
func (s *search) taken(i int) int {
	const close = 2
	n := 0
	for j := max(0, i-close); j <= min(len(s.picks)-1, i+close); j++ {
		if s.picks[j].taken && s.picks[j].head != s.picks[i].head {
			n++
		}
	}
	return n
}

// room returns how many characters in a row from i on may be slips, up to
// three, in one direction.
func (s *search) room(i, direction int) float32 {
	n := 0
	for j := i + direction; n < 3 && j >= 0 && j < len(s.open) && s.open[j]; j += direction {
		n++
	}
	return float32(n)
}

// ease returns the mean likelihood of some characters.
func (s *search) ease(from, to int) float32 {
	from, to = max(from, 0), min(to, len(s.runes))
	if to <= from {
		return 0
	}
	sum := 0.0
	for j := from; j < to; j++ {
		sum += math.Log(s.at(j + 1))
	}
	return float32(sum / float64(to-from))
}

// windows are the neighbours that a character is looked at with: the one
// before, the one after, both, the two before and the two after.
var windows = [...][2]int{{1, 0}, {0, 1}, {1, 1}, {2, 0}, {0, 2}}

// company is how many levels are noted of a character: one for each window,
// the highest of a sequence of three, four and five that it stands in, and the
// highest of a word of two to five.
const company = len(windows) + (order - 2) + (order - 1)

// company notes how often what stands at i stands with its neighbours.
func (s *search) company(i int, levels []float32) {
	at := i + 1
	for k, w := range windows {
		if from, to := at-w[0], at+w[1]; from >= 0 && to < len(s.ids) {
			levels[k] = float32(s.model.table.level(SequenceOf(s.ids[from : to+1])))
		}
	}
	sequences, words := levels[len(windows)-3:], levels[len(windows)+order-2-2:]
	for n := 2; n <= order; n++ {
		for from := max(0, at-n+1); from <= at && from+n <= len(s.ids); from++ {
			q := SequenceOf(s.ids[from : from+n])
			words[n] = max(words[n], float32(s.model.table.level(q.Word())))
			if n > 2 {
				sequences[n] = max(sequences[n], float32(s.model.table.level(q)))
			}
		}
	}
}
