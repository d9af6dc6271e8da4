package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bareWords returns a text without marks and spaces, at one width. The marks
// inside a number belong to it, and numbers that a mark keeps apart stay apart:
// 1.25 and 12.5 differ, and so do 5 and -5, 二、三 and 二三.
func bareWords(s string) string {
	var b strings.Builder
	var last rune
	dropped := false
	for from := 0; from < len(s); {
		end := wordEnd(s, from)
		r, _ := utf8.DecodeRuneInString(s[from:end])
		if isMark(r) && !isSign(r) {
			dropped = true
		} else {
			if dropped && isCounting(last) && isCounting(r) {
				b.WriteByte(0)
			}
			b.WriteString(narrow(s[from:end]))
			last, _ = utf8.DecodeLastRuneInString(s[from:end])
			dropped = false
		}
		from = end
	}
	return b.String()
}

// isCounting reports whether r would run together with a neighbour of its kind.
func isCounting(r rune) bool { return isWordRune(r) || isHanDigit(r) }

// isSign reports whether a mark standing alone changes what is said: a sign,
// a currency, a symbol with a meaning.
func isSign(r rune) bool {
	return unicode.IsSymbol(r) || strings.ContainsRune("-－%％‰", r)
}

// narrow returns a token with full-width letters, digits and marks made half-width.
func narrow(s string) string {
	if !utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xff01 && r <= 0xff5e {
			return r - 0xff01 + '!'
		}
		return r
	}, s)
}
