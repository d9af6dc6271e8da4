package compose

import (
	"slices"

	"jianbao/editor/doc"
)

// wroteIn says that something was written in an article, or with "" in what is
// in none.
func (m *manuscript) wroteIn(id doc.ArticleID) {
	if n := len(m.fresh); n == 0 || m.fresh[n-1] != id {
		m.fresh = append(m.fresh, id)
	}
}

// takeWritten returns where something was written since it was last called.
func (m *manuscript) takeWritten() []doc.ArticleID {
	fresh := m.fresh
	m.fresh = nil
	return fresh
}

// reached is the newest thought of a list that touches no article held, or -1. It
// may pass others that touch one, if it has nothing to do with what they wrote.
func reached(list []thought, held map[doc.ArticleID]bool) int {
	var passed []doc.Place
	for i, t := range slices.Backward(list) {
		switch barred := t.touches(held); {
		case barred && t.rearranges(), len(passed) > 0 && t.rearranges():
			return -1
		case barred || slices.ContainsFunc(t.texts, func(at doc.Place) bool { return slices.Contains(passed, at) }):
			passed = append(passed, t.texts...)
		default:
			return i
		}
	}
	return -1
}

// raise brings that thought to the end of the list.
func raise(list *[]thought, held map[doc.ArticleID]bool) bool {
	i := reached(*list, held)
	if i < 0 {
		return false
	}
	t := (*list)[i]
	*list = append(slices.Delete(slices.Clone(*list), i, i+1), t)
	return true
}

// touches reports whether a thought wrote in one of some articles.
func (t thought) touches(held map[doc.ArticleID]bool) bool {
	return held[t.at.Article] || slices.ContainsFunc(t.texts, func(at doc.Place) bool { return held[at.Article] })
}
