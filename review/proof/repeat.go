package proof

import (
	"strings"
	"unicode/utf8"
)

// repeats finds a word of two to five characters that stands twice in a row,
// other than the words of a list.
type repeats struct{ allowed []Term }

func (f repeats) find(p *passage) []hit {
	var hits []hit
	for i := 0; i < len(p.runes); {
		n := f.twice(p, i)
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, hit{from: i, to: i + 2*n, fixes: []string{p.between(i, i+n)}})
		i += 2 * n
	}
	return hits
}

// twice returns the length of the word that stands twice from a rune on.
func (f repeats) twice(p *passage, at int) int {
	for n := 5; n >= 2; n-- {
		if at+2*n > len(p.runes) || p.between(at, at+n) != p.between(at+n, at+2*n) {
			continue
		}
		if word := p.between(at, at+n); allHan(word) && !f.allows(word) {
			return n
		}
	}
	return 0
}

// allows reports whether a word may stand twice: it counts things one by one,
// or is in the list.
func (f repeats) allows(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if strings.ContainsRune("一逐每几半", r) || strings.ContainsRune(word[size:], r) {
		return true
	}
	for _, t := range f.allowed {
		if t.Wrong == word {
			return true
		}
	}
	return false
}

func allHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isHan(r) })
}

// longest is how many characters a sentence may have.
const longest = 150

// longSentences finds sentences that nobody reads to the end in one breath.
func longSentences(p *passage) []hit {
	var hits []hit
	start := 0
	for i, r := range p.runes {
		if strings.ContainsRune("。！？；\n", r) || i == len(p.runes)-1 {
			if i+1-start > longest {
				hits = append(hits, hit{from: start, to: i + 1})
			}
			start = i + 1
		}
	}
	return hits
}

// sentenceLength is how long a sentence must be for its return to be no chance.
const sentenceLength = 20

// duplicates finds a sentence that stands a second time.
func duplicates(s *sheet) []placed {
	var found []placed
	seen := map[string]bool{}
	for i, p := range s.passages {
		start := 0
		for at, r := range p.runes {
			if !strings.ContainsRune("。！？", r) {
				continue
			}
			sentence := strings.TrimLeft(p.between(start, at+1), " 　”）")
			n := utf8.RuneCountInString(sentence)
			if n >= sentenceLength && seen[sentence] {
				found = append(found, placed{i, hit{from: at + 1 - n, to: at + 1}})
			}
			seen[sentence], start = true, at+1
		}
	}
	return found
}
