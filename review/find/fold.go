package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text as search compares it: composed (NFC), full-width letters,
// digits and signs as their narrow twins, the ideographic space as a space, all
// in lower case. A text holds a term if its folded form contains the folded term.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	eachFolded(s, func(r rune, _ int) { b.WriteRune(r) })
	return b.String()
}

// eachFolded calls f with every folded character and the number of the
// character of s at which its source begins.
func eachFolded(s string, f func(r rune, at int)) {
	if plain(s) || norm.NFC.IsNormalString(s) {
		at := 0
		for _, r := range s {
			f(foldRune(r), at)
			at++
		}
		return
	}
	var segments norm.Iter
	segments.InitString(norm.NFC, s)
	for at := 0; !segments.Done(); {
		from := segments.Pos()
		for _, r := range string(segments.Next()) {
			f(foldRune(r), at)
		}
		at += utf8.RuneCountInString(s[from:segments.Pos()])
	}
}

// plain reports whether a text has only characters that are composed whatever
// stands beside them: the ones that nearly all texts have.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x300, r >= '一' && r <= '\u9fff', r >= wideSpace && r <= '\u3029', r >= firstWide && r <= lastWide, r >= '\u2010' && r <= '\u2027':
		default:
			return false
		}
	}
	return true
}

// The full-width forms of ASCII stand together, this far above it.
const (
	firstWide, lastWide = '！', '～'
	wideToNarrow        = '！' - '!'
	wideSpace           = '\u3000'
)

func foldRune(r rune) rune {
	switch {
	case r >= '一' && r <= '\u9fff':
		return r
	case r >= firstWide && r <= lastWide:
		r -= wideToNarrow
	case r == wideSpace:
		return ' '
	}
	return unicode.ToLower(r)
}

// located is a folded text that knows where its characters come from.
type located struct {
	runes []rune
	at    []int // of each, and at the end the length of the source
}

func locate(s string) located {
	var l located
	eachFolded(s, func(r rune, at int) { l.runes, l.at = append(l.runes, r), append(l.at, at) })
	l.at = append(l.at, utf8.RuneCountInString(s))
	return l
}

// find returns where a folded term stands, as spans of the source.
func (l located) find(term []rune) []Span {
	var spans []Span
	for i := 0; len(term) > 0 && i+len(term) <= len(l.runes); i++ {
		if slices.Equal(l.runes[i:i+len(term)], term) {
			spans = append(spans, l.span(i, i+len(term)))
			i += len(term) - 1
		}
	}
	return spans
}

// span widens a run of folded characters to whole characters of the source.
func (l located) span(from, to int) Span {
	end := to
	for end < len(l.at)-1 && l.at[end] == l.at[to-1] {
		end++
	}
	return Span{l.at[from], l.at[end]}
}
