package diff

import (
	"unicode"
	"unicode/utf8"
)

const zeroWidthJoiner = '\u200d'

// clusterEnd returns the end of the character, as a reader sees it, that
// starts at from: a base with its marks, a joined emoji, a flag, a syllable of
// Hangul, CR LF. Where Unicode's rules leave a choice it keeps more together.
// A byte that is not UTF-8 stands alone.
func clusterEnd(s string, from int) int {
	before, size := utf8.DecodeRuneInString(s[from:])
	end := from + size
	if before == '\r' && end < len(s) && s[end] == '\n' {
		return end + 1
	}
	if before == utf8.RuneError && size == 1 {
		return end
	}
	flags := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if isFlag(before) {
			flags++
		}
		if r < 0x300 && before < 0x300 || r == utf8.RuneError && size == 1 || !joins(before, r, flags) {
			break
		}
		before, end = r, end+size
	}
	return end
}

// continuesCluster reports whether s starts with a mark that belongs to the
// character before it.
func continuesCluster(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && extends(r)
}

// joins reports whether no boundary may lie between two neighbouring runes.
// flags is the number of regional indicators seen up to and with before.
func joins(before, r rune, flags int) bool {
	switch {
	case unicode.IsControl(before) || unicode.IsControl(r):
		return false
	case extends(r) || before == zeroWidthJoiner:
		return true
	case isFlag(before) && isFlag(r):
		return flags%2 == 1
	case isVirama(before):
		return unicode.IsLetter(r)
	}
	return joinsHangul(before, r) || unicode.Is(unicode.Prepended_Concatenation_Mark, before)
}

// extends reports whether r attaches to whatever stands before it.
func extends(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r >= 0x4e00 && r <= 0x9fff:
		return false
	case r == zeroWidthJoiner || r == '\u200c' || r == '\uff9e' || r == '\uff9f':
		return true
	case r >= 0x1f3fb && r <= 0x1f3ff: // skin tones
		return true
	case r >= 0xe0020 && r <= 0xe007f: // tags
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

func isFlag(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

func isVirama(r rune) bool {
	switch r {
	case 0x94d, 0x9cd, 0xacd, 0xb4d, 0xc4d, 0xd4d:
		return true
	}
	return false
}

// joinsHangul keeps leading, vowel and trailing parts of a syllable together.
func joinsHangul(before, r rune) bool {
	if before < 0x1100 || r < 0x1100 || before > 0xd7fb || r > 0xd7fb {
		return false
	}
	return isJamo(r) && (isJamo(before) || isSyllable(before)) || isLeading(before) && isSyllable(r)
}

func isLeading(r rune) bool  { return r >= 0x1100 && r <= 0x115f || r >= 0xa960 && r <= 0xa97c }
func isSyllable(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }
func isJamo(r rune) bool {
	return r >= 0x1100 && r <= 0x11ff || r >= 0xa960 && r <= 0xa97c || r >= 0xd7b0 && r <= 0xd7fb
}
