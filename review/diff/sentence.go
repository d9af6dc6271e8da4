package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	sentenceEnds = "。！？；!?;"
	closers      = "”’」』）)》】〉\"'"
)

// sentences appends the sentences that stand in the given stretch of text.
// A line end closes a sentence and belongs to none.
func sentences(units []unit, text string, in span, gap int) []unit {
	for _, p := range paragraphs(in.in(text)) {
		for at := 0; at < len(p.text); {
			end := sentenceEnd(p.text, at)
			from := in.from + p.at.from
			s := span{from + at, from + end}
			units = append(units, unit{at: s, text: s.in(text), gap: gap})
			at = end
		}
	}
	return units
}

// sentenceEnd returns where the sentence starting at from ends: after its
// closing mark and any quotation marks or brackets that close with it.
func sentenceEnd(s string, from int) int {
	var before rune
	for i := from; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if strings.ContainsRune(sentenceEnds, r) || isFullStop(before, r, s[i:]) {
			end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], closers))
			if !continuesCluster(s[end:]) {
				return end
			}
		}
		before = r
	}
	return len(s)
}

// isFullStop recognises a half-width full stop that ends a Chinese sentence.
func isFullStop(before, r rune, rest string) bool {
	if r != '.' || !unicode.Is(unicode.Han, before) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return next < utf8.RuneSelf && !isWordRune(next)
}
