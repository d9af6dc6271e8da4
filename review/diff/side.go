package diff

import (
	"cmp"
	"slices"
)

// side is one of the two texts, with the blocks that moved out of it or into it.
type side struct {
	text   string
	moved  []span // bytes, sorted, not overlapping
	number []int  // of the move, for each of moved
}

// setMoves tells the side which stretches of it belong to moves 1, 2, ….
func (s *side) setMoves(spans []span) {
	s.number = make([]int, len(spans))
	for i := range spans {
		s.number[i] = i + 1
	}
	slices.SortFunc(s.number, func(a, b int) int { return cmp.Compare(spans[a-1].from, spans[b-1].from) })
	s.moved = make([]span, len(spans))
	for i, n := range s.number {
		s.moved[i] = spans[n-1]
	}
}

// movesIn returns the range of moved that stands in a stretch of the text.
func (s *side) movesIn(in span) span {
	return span{s.movesBefore(in.from), s.movesBefore(in.to)}
}

func (s *side) movesBefore(at int) int {
	i, _ := slices.BinarySearchFunc(s.moved, at, func(m span, at int) int { return cmp.Compare(m.from, at) })
	return i
}

// unmoved returns the stretches of in that belong to no move.
func (s *side) unmoved(in span) []span {
	moves := s.movesIn(in)
	return in.without(s.moved[moves.from:moves.to])
}

// tokens cuts a stretch of the text into tokens, each move in it being one.
func (s *side) tokens(in span, intern *interner) []token {
	var list []token
	at := in.from
	moves := s.movesIn(in)
	for i := moves.from; i < moves.to; i++ {
		list = intern.tokens(list, s.text, span{at, s.moved[i].from}, wordEnd)
		list = append(list, token{at: s.moved[i], id: intern.fresh(), move: s.number[i], starts: true})
		at = s.moved[i].to
	}
	return intern.tokens(list, s.text, span{at, in.to}, wordEnd)
}
