package diff

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// rules say how much two units must have in common to be called the same.
type rules struct {
	minMove    int     // characters from which an untouched unit out of order is a move
	minEdited  int     // characters from which an edited unit can be recognised
	similarity float64 // Dice coefficient of character pairs from which it is
}

var (
	paragraphRules = rules{minMove: 6, minEdited: 20, similarity: 0.7}
	sentenceRules  = rules{minMove: 9, minEdited: 14, similarity: 0.7}
)

// pair says that an old unit and a new unit correspond.
type pair struct {
	match
	equal   bool
	inOrder bool // with the heaviest chain of pairs; otherwise a move
}

// pairUp returns the corresponding units, by place in the old text. A unit
// corresponds to one other at most.
func pairUp(old, new []unit, r rules) []pair {
	pairs := uniquePairs(old, new)
	pairs = append(pairs, similarPairs(old, new, pairs, r)...)
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.old, b.old) })
	markInOrder(pairs, func(p pair) bool { return old[p.old].gap == new[p.new].gap })
	return pairs
}

// uniquePairs pairs the units whose text occurs once on each side.
func uniquePairs(old, new []unit) []pair {
	type place struct{ index, count int }
	seen := make(map[string]place, len(new))
	for i, u := range new {
		seen[u.text] = place{i, seen[u.text].count + 1}
	}
	oldCount := make(map[string]int, len(old))
	for _, u := range old {
		oldCount[u.text]++
	}
	var pairs []pair
	for i, u := range old {
		if p := seen[u.text]; p.count == 1 && oldCount[u.text] == 1 {
			weight := utf8.RuneCountInString(u.text)
			pairs = append(pairs, pair{match: match{i, p.index, weight}, equal: true})
		}
	}
	return pairs
}

// markInOrder marks the heaviest chain of pairs that keep their order, among
// those that may.
func markInOrder(pairs []pair, may func(pair) bool) {
	var index []int
	var matches []match
	for i, p := range pairs {
		if may(p) {
			index = append(index, i)
			matches = append(matches, p.match)
		}
	}
	for _, k := range heaviestChain(matches) {
		pairs[index[k]].inOrder = true
	}
}

// anchorBlocks returns the pairs that hold the two texts together.
func anchorBlocks(old, new []unit, pairs []pair) []block {
	var anchors []block
	for _, p := range pairs {
		if p.equal && p.inOrder {
			anchors = append(anchors, block{old[p.old].at, new[p.new].at})
		}
	}
	return anchors
}
