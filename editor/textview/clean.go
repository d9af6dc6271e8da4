package textview

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Cleaned says that a character was left out of pasted text so many times. Two
// are not left out but replaced: bytes that are no text, listed as
// utf8.RuneError, by that character; and, in a view of one line, the line end
// by a blank.
type Cleaned struct {
	Rune  rune
	Count int
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean returns pasted text as it can stand in a paragraph, and what was left
// out of it, by character: what nobody sees and nobody could find again.
func clean(content string, oneLine bool) (string, []Cleaned) {
	content = lineEnds.Replace(content)
	count := map[rune]int{}
	var text strings.Builder
	text.Grow(len(content))
	var last rune
	for i, r := range content {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(content[i:], "\uFFFD"):
			count[r]++
		case r == '\n' && oneLine:
			count[r]++
			r = ' '
		case unseen(r) && !(joiner(r) && last >= 0x2190):
			count[r]++
			continue
		}
		last = r
		text.WriteRune(r)
	}
	return text.String(), listed(count)
}

func listed(count map[rune]int) []Cleaned {
	list := make([]Cleaned, 0, len(count))
	for r, n := range count {
		list = append(list, Cleaned{r, n})
	}
	slices.SortFunc(list, func(a, b Cleaned) int { return int(a.Rune - b.Rune) })
	return list
}

// unseen reports whether r is a control character, a mark of direction or a
// blank without width.
func unseen(r rune) bool {
	switch {
	case r == '\t', r == '\n':
		return false
	case r < ' ', 0x7F <= r && r < 0xA0, r == 0xAD, r == 0xFEFF:
		return true
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F:
		return true
	}
	return 0xFFF9 <= r && r <= 0xFFFB
}

// joiner reports whether r makes one sign of its neighbours, as in many emoji.
func joiner(r rune) bool { return r == 0x200D }
