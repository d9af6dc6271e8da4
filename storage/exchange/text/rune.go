package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r > 0x2e7f && unicode.Is(unicode.Han, r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isWideMark reports whether r is a mark that takes a whole cell.
func isWideMark(r rune) bool {
	return r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff5e || strings.ContainsRune("“”‘’…—·★", r)
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u3000' }

// squeeze is s without its white space, for comparing.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// finished reports whether s ends as a sentence, an item or a lead-in does.
func finished(s string) bool {
	return strings.ContainsRune("。！？：；…”’）》】!?:;.\")", lastRune(s))
}
