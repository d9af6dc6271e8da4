package diffview

import (
	"strings"
	"unicode"
)

// Marks that never begin a line, marks that never end one, and marks that are
// not torn from their like (避头尾).
const (
	closers = "，。、；：？！）》」』】〕〗〉”’·％‰℃,.;:?!)]}%¶"
	openers = "（《「『【〔〖〈“‘([{①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳↷"
	pairs   = "—…"
)

// mayBreak reports whether a line may end between two characters.
func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(closers, after), strings.ContainsRune(openers, before):
		return false
	case before == after && strings.ContainsRune(pairs, before):
		return false
	}
	return !(isWord(before) && isWord(after))
}

// isWord reports whether r belongs to a word or number that stays whole.
func isWord(r rune) bool {
	if r < 0x80 {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".,%/:@_-'+", r)
	}
	return r < 0x2E80 && unicode.IsLetter(r)
}

// lineEnds breaks a block: it returns the index after the last cell of every
// line, at least one. width gives the advance of a cell, room the space of a
// line. A line that offers no allowed break is broken where it is full.
func lineEnds(cells []cell, width func(i int) float32, room func(line int) float32) []int {
	var ends []int
	for from := 0; from < len(cells); {
		full := from
		for used := float32(0); full < len(cells); full++ {
			used += width(full)
			if used > room(len(ends)) && cells[full].r != ' ' {
				break
			}
		}
		full = max(full, from+1)
		from = allowed(cells, from, full)
		ends = append(ends, from)
	}
	if len(ends) == 0 {
		return []int{0}
	}
	return ends
}

// allowed returns the last allowed break after from and not beyond full, or
// full if there is none.
func allowed(cells []cell, from, full int) int {
	if full == len(cells) {
		return full
	}
	for at := full; at > from; at-- {
		if mayBreak(cells[at-1].r, cells[at].r) {
			return at
		}
	}
	return full
}
