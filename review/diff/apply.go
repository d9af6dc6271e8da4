package diff

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// With returns the text in which only the accepted changes were made; a change
// that is not accepted keeps the old text. accepted is asked once for every
// change, with the index of its hunk; a move is one change and is asked for by
// the index of whichever half comes first.
func (s Script) With(accepted func(i int) bool) string {
	var b strings.Builder
	moves := map[int]bool{}
	for i, h := range s.Hunks {
		if s.taken(i, moves, accepted) {
			b.WriteString(h.New)
		} else {
			b.WriteString(h.Old)
		}
	}
	return b.String()
}

func (s Script) taken(i int, moves map[int]bool, accepted func(i int) bool) bool {
	h := s.Hunks[i]
	if !h.IsChange() {
		return true
	}
	if h.Move == 0 {
		return accepted(i)
	}
	answer, asked := moves[h.Move]
	if !asked {
		answer = accepted(i)
		moves[h.Move] = answer
	}
	return answer
}

// Reject returns the new text with the changes at some hunks undone. Either half
// of a move undoes the whole move. An index that is no change undoes nothing.
func (s Script) Reject(hunks ...int) string {
	return s.With(func(k int) bool {
		return !slices.ContainsFunc(hunks, func(i int) bool { return s.sameChange(i, k) })
	})
}

func (s Script) sameChange(i, k int) bool {
	if i == k {
		return true
	}
	return i >= 0 && i < len(s.Hunks) && s.Hunks[i].Move != 0 && s.Hunks[i].Move == s.Hunks[k].Move
}

// Stats are the figures a reader wants first. Characters are code points; the
// text of a move is not counted, the edits made inside it are.
type Stats struct {
	Inserted int `json:"inserted"` // characters
	Deleted  int `json:"deleted"`  // characters
	Moves    int `json:"moves"`
	Changes  int `json:"changes"` // a move counts once
}

// Stats counts the changes and the characters they touch.
func (s Script) Stats() Stats {
	var st Stats
	for _, h := range s.Hunks {
		if h.IsChange() && h.Kind != MoveFrom {
			st.Changes++
		}
		if h.Kind == MoveTo {
			st.Moves++
		}
		for _, p := range h.Inner {
			st.count(p)
		}
	}
	return st
}

func (st *Stats) count(p Piece) {
	switch p.Kind {
	case Insert:
		st.Inserted += utf8.RuneCountInString(p.New)
	case Delete:
		st.Deleted += utf8.RuneCountInString(p.Old)
	}
}
