package proof

import (
	"fmt"
	"strings"
)

// wordList finds the words of a list, the longest at each place, except where
// one stands within a longer string in which it is right.
type wordList struct {
	root *node
}

type node struct {
	next map[rune]*node
	term *Term
}

func newWordList(terms []Term) (*wordList, error) {
	if len(terms) == 0 {
		return nil, fmt.Errorf("the word list is empty")
	}
	list := &wordList{&node{}}
	for i := range terms {
		t := &terms[i]
		if t.Wrong == "" || t.Wrong == t.Right {
			return nil, fmt.Errorf("%q is no wrong word", t.Wrong)
		}
		at := list.root
		for _, r := range t.Wrong {
			at = at.child(r)
		}
		if at.term != nil {
			return nil, fmt.Errorf("%q stands twice in the list", t.Wrong)
		}
		at.term = t
	}
	return list, nil
}

func (n *node) child(r rune) *node {
	if n.next == nil {
		n.next = map[rune]*node{}
	}
	if n.next[r] == nil {
		n.next[r] = &node{}
	}
	return n.next[r]
}

func (l *wordList) find(p *passage) []hit {
	var hits []hit
	for i := 0; i < len(p.runes); {
		t, n := l.longest(p.runes[i:])
		if t == nil {
			i++
			continue
		}
		if !t.isRight(p, i, i+n) && !p.masked(p.start[i], p.start[i+n]) {
			hits = append(hits, t.hit(i, i+n))
		}
		i += n
	}
	return hits
}

// longest returns the longest term that text begins with and its length.
func (l *wordList) longest(text []rune) (best *Term, length int) {
	at := l.root
	for i, r := range text {
		if at = at.next[r]; at == nil {
			break
		}
		if at.term != nil {
			best, length = at.term, i+1
		}
	}
	return best, length
}

func (t *Term) hit(from, to int) hit {
	h := hit{from: from, to: to}
	if t.Right != "" {
		h.fixes = []string{t.Right}
	}
	return h
}

// isRight reports whether the word from one rune to another lies within one of
// the strings in which it is right.
func (t *Term) isRight(p *passage, from, to int) bool {
	for _, longer := range t.Except {
		size := len([]rune(longer))
		for lead := 0; lead+(to-from) <= size; lead++ {
			start := from - lead
			if start >= 0 && start+size <= len(p.runes) && strings.HasPrefix(p.Text[p.start[start]:], longer) {
				return true
			}
		}
	}
	return false
}
