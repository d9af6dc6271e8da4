package main

import (
	"cmp"
	"log"
	"slices"

	"jianbao/review/proof/spell"
)

// alphabet is how many characters the model tells apart, with the one for all
// others.
const alphabet = 4096

// order is the length of the longest sequences.
const order = 5

// counter counts characters and sequences of them.
type counter struct {
	runes     []rune
	ids       map[rune]uint16
	single    []float64
	sequences map[spell.Sequence]float64
	words     map[spell.Sequence]float64 // words of the lexicons, marked as such
}

// newCounter returns a counter for the most frequent characters of a text.
func newCounter(lines []string) *counter {
	often := map[rune]int{}
	for _, line := range lines {
		for _, r := range line {
			often[spell.Fold(r)]++
		}
	}
	c := &counter{ids: map[rune]uint16{}, sequences: map[spell.Sequence]float64{}, words: map[spell.Sequence]float64{}}
	for r := range often {
		c.runes = append(c.runes, r)
	}
	slices.SortFunc(c.runes, func(a, b rune) int { return cmp.Or(cmp.Compare(often[b], often[a]), cmp.Compare(a, b)) })
	c.runes = append([]rune{0}, c.runes[:min(len(c.runes), alphabet-1)]...)
	for i, r := range c.runes {
		c.ids[r] = uint16(i)
	}
	c.single = make([]float64, len(c.runes))
	return c
}

// text counts what stands in lines.
func (c *counter) text(lines []string) {
	var all []uint16
	for _, line := range lines {
		all = append(all, 0)
		for _, r := range line {
			id := c.ids[spell.Fold(r)]
			all = append(all, id)
			c.single[id]++
		}
	}
	for n := 2; n <= order; n++ {
		found := make([]spell.Sequence, 0, len(all))
		for i := 0; i+n <= len(all); i++ {
			if ids := all[i : i+n]; !slices.Contains(ids, 0) || ids[0] == 0 && !slices.Contains(ids[1:], 0) {
				found = append(found, spell.SequenceOf(ids))
			}
		}
		c.add(found)
	}
}

// add counts sequences that stand once in the list for each time they were seen.
func (c *counter) add(found []spell.Sequence) {
	slices.Sort(found)
	for from := 0; from < len(found); {
		to := from + 1
		for to < len(found) && found[to] == found[from] {
			to++
		}
		if to-from > 1 {
			c.sequences[found[from]] += float64(to - from)
		}
		from = to
	}
}

// model returns the model of what was counted.
func (c *counter) model(least float64) *spell.Model {
	return spell.NewModel(c.runes, c.single, c.kept(least))
}

// kept returns the sequences that stand often enough, and all words.
func (c *counter) kept(least float64) map[spell.Sequence]float64 {
	by := map[int]int{}
	for s, n := range c.sequences {
		size := s.Len()
		if n < least || size == 2 && n < 2 {
			delete(c.sequences, s)
			continue
		}
		by[size]++
	}
	log.Printf("sequences by length: %v", by)
	for w, n := range c.words {
		c.sequences[w] = max(1, n)
	}
	log.Printf("words: %d", len(c.words))
	return c.sequences
}

// spread counts the sequences of characters that reach from the first of some
// words to the last one.
func (c *counter) spread(count float64, words ...[]rune) {
	var ids []uint16
	var ends []int
	for _, w := range words {
		if len(w) == 0 {
			return
		}
		for _, r := range w {
			ids = append(ids, c.ids[spell.Fold(r)])
		}
		ends = append(ends, len(ids))
	}
	if len(words) == 1 {
		c.word(count, ids)
	}
	first, last := ends[0], 0
	if len(ends) > 1 {
		last = ends[len(ends)-2]
	}
	for from := range first {
		for to := max(last+1, from+2); to <= min(len(ids), from+order); to++ {
			if piece := ids[from:to]; !slices.Contains(piece, 0) {
				c.sequences[spell.SequenceOf(piece)] += count
			}
		}
	}
}

// word counts a word by itself.
func (c *counter) word(count float64, ids []uint16) {
	for _, id := range ids {
		c.single[id] += count
	}
	if len(ids) > 1 && len(ids) <= order && !slices.Contains(ids, 0) {
		c.words[spell.SequenceOf(ids).Word()] += count
	}
}
