package diff

import "unicode/utf8"

// WordEnds returns, in order, how many runes of text stand before the end of
// each of its words: Chinese words by the lexicon, Latin words, numbers with
// their unit, and every other character by itself. Without a lexicon, a Chinese
// character is a word.
func (l *Lexicon) WordEnds(text string) []int {
	tokens := newInterner().tokens(nil, text, span{0, len(text)}, wordEnd)
	marker := wordMarker{lexicon: l}
	marker.mark(tokens, text)
	ends := make([]int, 0, len(tokens))
	runes := 0
	for i, t := range tokens {
		runes += utf8.RuneCountInString(t.at.in(text))
		if startsWord(tokens, i+1) {
			ends = append(ends, runes)
		}
	}
	return ends
}
