package spell

import (
	"cmp"
	"slices"
)

// word is two characters that may have been meant together.
type word [2]candidate

const (
	mostWords = 8 // words offered for two characters
	leastPair = 8 // the level above which two characters are as good as a word
)

// words returns the words, or what often stands together, that sound like two
// characters and have neither of them in its place, the most frequent first.
func (c *characters) words(a, b rune) []word { return c.homophones.get([2]rune{a, b}, c.findWords) }

func (c *characters) findWords(two [2]rune) []word {
	levels := map[word]int{}
	var all []word
	second := c.sameSound(two[1])
	for _, x := range c.sameSound(two[0]) {
		for _, y := range second {
			if level := c.model.wordLevel(x.id, y.id); level > 0 {
				all = append(all, word{x, y})
				levels[word{x, y}] = level
			}
		}
	}
	slices.SortStableFunc(all, func(a, b word) int { return cmp.Compare(levels[b], levels[a]) })
	return slices.Clip(all[:min(len(all), mostWords)])
}

// wordLevel returns the level of two characters, 0 unless they are a word or as
// good as one.
func (m *Model) wordLevel(a, b uint16) int {
	s := SequenceOf([]uint16{a, b})
	level := m.table.level(s)
	if level > leastPair || level > 0 && m.table.level(s.Word()) > 0 {
		return level
	}
	return 0
}

// sameSound returns the candidates that sound the same.
func (c *characters) sameSound(r rune) []candidate {
	list := c.of(r)
	n := 0
	for n < len(list) && list[n].like == sameSound {
		n++
	}
	return list[:n]
}
