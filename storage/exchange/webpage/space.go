package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isWhite is the white space that a page shows as one space at most. A wide
// space and one that does not break are characters of the text.
func isWhite(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

// text adds characters as a browser would show them.
func (v *viewer) text(s string) {
	if v.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				v.end()
			}
			v.current.WriteString(strings.TrimSuffix(line, "\r"))
		}
		return
	}
	for s != "" {
		at := strings.IndexFunc(s, func(r rune) bool { return !isWhite(r) })
		if at < 0 {
			v.space += s
			return
		}
		v.space, s = v.space+s[:at], s[at:]
		if at = strings.IndexFunc(s, isWhite); at < 0 {
			at = len(s)
		}
		v.word(s[:at])
		s = s[at:]
	}
}

func (v *viewer) word(s string) {
	before, _ := utf8.DecodeLastRuneInString(v.current.String())
	after, _ := utf8.DecodeRuneInString(s)
	if v.space != "" && v.current.Len() > 0 && before != '\t' && !unbroken(v.space, before, after) {
		v.current.WriteByte(' ')
	}
	v.space = ""
	v.current.WriteString(s)
}

// unbroken reports whether white space is a line end of the source between two
// Chinese characters, which no browser of today shows as a space.
func unbroken(space string, before, after rune) bool {
	return strings.ContainsRune(space, '\n') && isWide(before) && isWide(after)
}

func isWide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

// end ends the line under way, if it holds anything.
func (v *viewer) end() {
	v.space, v.block = "", ""
	if line := strings.TrimRight(v.current.String(), "\t "); line != "" {
		v.out.WriteString(line)
		v.out.WriteByte('\n')
	}
	v.current.Reset()
}
