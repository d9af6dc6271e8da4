package diff

import (
	"strconv"
	"unicode/utf8"
)

// wordMarker finds where words begin among the characters of a text: the most
// likely cut by the frequencies of single words.
type wordMarker struct {
	lexicon *Lexicon
	runes   []rune
	cost    []int // of the best cut up to each character
	length  []int // of the last word of that cut
}

// mark marks in which tokens words begin. Anything but a Chinese character is
// a word by itself, and so is every character where there is no lexicon.
func (m *wordMarker) mark(tokens []token, text string) {
	if m.lexicon == nil || m.lexicon.Load() != nil {
		for i := range tokens {
			tokens[i].starts = true
		}
		return
	}
	for from := 0; from < len(tokens); {
		to := from
		for to < len(tokens) && isHanToken(tokens[to], text) {
			to++
		}
		if to > from {
			m.markRun(tokens[from:to], text)
			from = to
			continue
		}
		tokens[from].starts = true
		from++
	}
}

// isHanToken reports whether a token is one common Chinese character.
func isHanToken(t token, text string) bool {
	if t.move != 0 || t.at.size() != 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[t.at.from:])
	return r >= firstHan && r <= lastHan
}

// markRun cuts a run of Chinese characters into words.
func (m *wordMarker) markRun(run []token, text string) {
	m.cost, m.length, m.runes = append(m.cost[:0], 0), append(m.length[:0], 0), m.runes[:0]
	for end := 1; end <= len(run); end++ {
		r, _ := utf8.DecodeRuneInString(text[run[end-1].at.from:])
		m.runes = append(m.runes, r)
		best, length := m.cost[end-1]+rarest-int(m.lexicon.single[r-firstHan]), 1
		for n := 2; n <= min(longestWord, end); n++ {
			if !m.lexicon.mayBegin(m.runes[end-n], m.runes[end-n+1]) {
				continue
			}
			e, known := m.lexicon.words[text[run[end-n].at.from:run[end-1].at.to]]
			if c := m.cost[end-n] + rarest - int(e.weight); known && c < best {
				best, length = c, n
			}
		}
		m.cost, m.length = append(m.cost, best), append(m.length, length)
	}
	for i := range run {
		run[i].starts = false
	}
	for end := len(run); end > 0; end -= m.length[end] {
		run[end-m.length[end]].starts = true
	}
}

// words joins tokens to words. The id of a word of several tokens is never that
// of a single token.
func (n *interner) words(tokens []token, text string) []token {
	words := make([]token, 0, len(tokens))
	for from := 0; from < len(tokens); {
		to := from + 1
		for to < len(tokens) && !tokens[to].starts {
			to++
		}
		w := tokens[from]
		if to-from > 1 {
			w.at.to = tokens[to-1].at.to
			w.id = n.id(strconv.Itoa(to-from) + "\x00" + w.at.in(text))
		}
		words = append(words, w)
		from = to
	}
	return words
}

// startsWord reports whether a word ends before token i, or the tokens do.
func startsWord(tokens []token, i int) bool {
	return i <= 0 || i >= len(tokens) || tokens[i].starts
}
