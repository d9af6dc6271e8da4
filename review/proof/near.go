package proof

import (
	"slices"
	"strings"
)

// target is a text that is written exactly so on the days on which it holds.
type target struct {
	runes []rune
	limit int  // how many characters may differ for the text to be meant
	ends  bool // an end alike is enough for it to be meant; else the beginning must be
	Validity
}

// near finds what differs from a target by a few characters, in a stretch that
// begins or ends as the target does.
type near struct {
	starts, ends map[[2]rune][]*target
	exact        ended
}

func newNear(targets []target) method {
	if len(targets) == 0 {
		return nil
	}
	n := near{map[[2]rune][]*target{}, map[[2]rune][]*target{}, ended{newLexicon(nil), map[string][]Validity{}}}
	for i := range targets {
		t := &targets[i]
		word := string(t.runes)
		n.exact.put(&Term{Wrong: word})
		n.exact.validity[word] = append(n.exact.validity[word], t.Validity)
		if t.limit == 0 {
			continue
		}
		first, last := [2]rune(t.runes[:2]), [2]rune(t.runes[len(t.runes)-2:])
		n.starts[first] = append(n.starts[first], t)
		if t.ends {
			n.ends[last] = append(n.ends[last], t)
		}
	}
	return n
}

// likeness is a stretch of text that looks like a target.
type likeness struct {
	from, to, differ int
	target           *target
}

func (n near) find(p *passage) []hit {
	sound := n.sound(p)
	var found []likeness
	for i := 0; i+2 <= len(p.runes); i++ {
		pair := [2]rune(p.runes[i : i+2])
		for _, t := range n.starts[pair] {
			found = appendLike(found, p, t, forward(p, t, i), sound)
		}
		for _, t := range n.ends[pair] {
			found = appendLike(found, p, t, backward(p, t, i+2), sound)
		}
	}
	return hits(best(found))
}

// appendLike adds a likeness unless it is none, or touches what is written as it
// should be.
func appendLike(found []likeness, p *passage, t *target, l likeness, sound [][2]int) []likeness {
	if l.differ == 0 || l.differ > t.limit || !t.holds(p.date) || p.masked(p.start[l.from], p.start[l.to]) {
		return found
	}
	if here := p.runes[l.from:l.to]; isSibling(here, t.runes) || isCut(here, t.runes) {
		return found
	}
	for _, s := range sound {
		if l.from < s[1] && s[0] < l.to {
			return found
		}
	}
	return append(found, l)
}

// counted are characters by which texts that are otherwise the same name
// different things: 第一中学, 第二中学.
const counted = "0123456789一二三四五六七八九十东西南北中上下甲乙丙丁"

// isSibling reports whether two texts differ only in such characters.
func isSibling(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !(strings.ContainsRune(counted, a[i]) && strings.ContainsRune(counted, b[i])) {
			return false
		}
	}
	return true
}

// isCut reports whether a text is the target without its beginning or its end:
// 科学发展 is no slip for 科学发展观.
func isCut(text, target []rune) bool {
	n := len(text)
	return n < len(target) && (slices.Equal(text, target[:n]) || slices.Equal(text, target[len(target)-n:]))
}

// sound lists where targets stand exactly, whether or not they hold today.
func (n near) sound(p *passage) [][2]int {
	var all [][2]int
	for _, h := range n.exact.wordList.find(p) {
		all = append(all, [2]int{h.from, h.to})
	}
	return all
}

// best drops every likeness that touches a better one.
func best(found []likeness) []likeness {
	slices.SortStableFunc(found, func(a, b likeness) int { return a.differ - b.differ })
	var kept []likeness
	for _, l := range found {
		if !slices.ContainsFunc(kept, func(k likeness) bool { return l.from < k.to && k.from < l.to }) {
			kept = append(kept, l)
		}
	}
	return kept
}

func hits(found []likeness) []hit {
	var all []hit
	for _, l := range found {
		right := string(l.target.runes)
		all = append(all, hit{from: l.from, to: l.to, fixes: []string{right}, args: map[string]string{"right": right}})
	}
	return all
}

// forward looks at stretches that begin at a rune.
func forward(p *passage, t *target, from int) likeness {
	room := p.runes[from:min(len(p.runes), from+len(t.runes)+t.limit)]
	size, differ := closest(t.runes, untilStop(room, t))
	return likeness{from, from + size, differ, t}
}

// backward looks at stretches that end before a rune.
func backward(p *passage, t *target, to int) likeness {
	room := slices.Clone(p.runes[max(0, to-len(t.runes)-t.limit):to])
	slices.Reverse(room)
	mirror := slices.Clone(t.runes)
	slices.Reverse(mirror)
	size, differ := closest(mirror, untilStop(room, t))
	return likeness{to - size, to, differ, t}
}

// stops end a stretch unless the target holds one.
const stops = "。；！？\n"

func untilStop(room []rune, t *target) []rune {
	for i, r := range room {
		if strings.ContainsRune(stops, r) && !slices.Contains(t.runes, r) {
			return room[:i]
		}
	}
	return room
}

// closest returns how long a beginning of text is most like a target, and by
// how many characters they differ: put in, left out, mistaken, or two
// neighbours changed about.
func closest(target, text []rune) (size, differ int) {
	before, row := []int(nil), make([]int, len(target)+1)
	for i := range row {
		row[i] = i
	}
	size, differ = 0, len(target)
	for n := range text {
		next := make([]int, len(target)+1)
		next[0] = n + 1
		for i := range target {
			next[i+1] = min(row[i+1]+1, next[i]+1, row[i]+unlike(target[i], text[n]))
			if n > 0 && i > 0 && target[i] == text[n-1] && target[i-1] == text[n] {
				next[i+1] = min(next[i+1], before[i-1]+1)
			}
		}
		before, row = row, next
		if row[len(target)] < differ {
			size, differ = n+1, row[len(target)]
		}
	}
	return size, differ
}

func unlike(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
