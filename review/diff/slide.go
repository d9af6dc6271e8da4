package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slideReach is how many tokens an edit may slide either way.
const slideReach = 64

// slide moves pure insertions and deletions along equal text, where that makes
// no difference to the result, to the place where a reader expects them: whole
// sentences, then whole clauses, then items of a list.
func (r *region) slide() {
	for i := 1; i+1 < len(r.edits); i++ {
		e := r.edits[i]
		if r.edits[i-1].kind != Equal || r.edits[i+1].kind != Equal {
			continue
		}
		switch e.kind {
		case Insert:
			r.shift(i, r.bestSlide(i, r.new, func(e edit) span { return e.new }, r.newText))
		case Delete:
			r.shift(i, r.bestSlide(i, r.old, func(e edit) span { return e.old }, r.oldText))
		}
	}
}

// shift moves edit i by so many tokens, to the right if by is positive.
func (r *region) shift(i, by int) {
	left, e, right := &r.edits[i-1], &r.edits[i], &r.edits[i+1]
	left.old.to += by
	left.new.to += by
	e.old = span{e.old.from + by, e.old.to + by}
	e.new = span{e.new.from + by, e.new.to + by}
	right.old.from += by
	right.new.from += by
}

// bestSlide returns by how many tokens the pure edit i, whose text is on the
// given side, should slide between the equal stretches left and right of it. It
// comes to rest between two words on both sides.
func (r *region) bestSlide(i int, tokens []token, of func(edit) span, text string) int {
	e, left, right := r.edits[i], of(r.edits[i-1]), of(r.edits[i+1])
	s := of(e)
	best, most := 0, fit(tokens, s, text)
	try := func(by int) {
		if !r.isWordPlace(e.old, e.new, by) {
			return
		}
		if f := fit(tokens, span{s.from + by, s.to + by}, text); f > most {
			best, most = by, f
		}
	}
	for by := 1; by <= min(right.size(), slideReach) && tokens[s.from+by-1].id == tokens[s.to+by-1].id; by++ {
		try(by)
	}
	for by := -1; by >= -min(left.size(), slideReach) && tokens[s.from+by].id == tokens[s.to+by].id; by-- {
		try(by)
	}
	return best
}

// isWordPlace reports whether both ends of two spans, shifted by so many
// tokens, lie between words.
func (r *region) isWordPlace(old, new span, by int) bool {
	return startsWord(r.old, old.from+by) && startsWord(r.old, old.to+by) &&
		startsWord(r.new, new.from+by) && startsWord(r.new, new.to+by)
}

// fit says how natural the two edges of a span are.
func fit(tokens []token, s span, text string) int {
	return edge(tokens, s.from, text) + edge(tokens, s.to, text)
}

// edge says how natural a break before token i is.
func edge(tokens []token, i int, text string) int {
	if i <= 0 || i >= len(tokens) {
		return 6
	}
	before, _ := utf8.DecodeLastRuneInString(tokens[i-1].at.in(text))
	after, _ := utf8.DecodeRuneInString(tokens[i].at.in(text))
	switch {
	case before == '\n':
		return 6
	case after == '\n':
		return 4
	case strings.ContainsRune(sentenceEnds, before):
		return 5
	case strings.ContainsRune("，、：,:", before):
		return 3
	case isMark(before) || isMark(after):
		return 2
	case unicode.Is(unicode.Han, before) != unicode.Is(unicode.Han, after):
		return 1
	}
	return 0
}

// isMark reports whether r is punctuation, a symbol or a space.
func isMark(r rune) bool {
	return unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsSymbol(r)
}
