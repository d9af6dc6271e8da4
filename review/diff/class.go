package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class says what a change means to the person who answers for the text. An
// equal hunk has none.
type Class string

// The classes told apart so far.
const (
	ClassMove        Class = "move"
	ClassParagraph   Class = "paragraph"   // paragraphs split or joined, nothing else
	ClassPunctuation Class = "punctuation" // marks, spaces or the width of characters, nothing else
	ClassWording     Class = "wording"
	ClassField       Class = "field"   // a field of the masthead, the imprint or an article
	ClassLevel       Class = "level"   // the heading level of a paragraph, its text apart
	ClassArticle     Class = "article" // an article added or taken out
)

func classify(old, new string) Class {
	switch {
	case strings.Trim(old+new, "\r\n") == "":
		return ClassParagraph
	case bareWords(old) == bareWords(new):
		return ClassPunctuation
	}
	return ClassWording
}

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
func isCounting(r rune) bool { return isWordRune(r) || strings.ContainsRune(hanDigits, r) }

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
