package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is the smallest stretch that an outer hunk can be made of. Equal ids
// mean equal text. A moved block is one token with an id of its own.
type token struct {
	at     span // bytes
	id     int
	move   int  // as in edit
	starts bool // a word starts here
}

// cutter returns the end of the token that starts at from.
type cutter func(s string, from int) int

// interner gives equal strings equal ids.
type interner struct {
	ids  map[string]int
	next int
}

func newInterner() *interner { return &interner{ids: map[string]int{}} }

func (n *interner) id(s string) int {
	id, ok := n.ids[s]
	if !ok {
		id = n.fresh()
		n.ids[s] = id
	}
	return id
}

func (n *interner) fresh() int {
	n.next++
	return n.next
}

// tokens appends the tokens that stand in the given stretch of text.
func (n *interner) tokens(list []token, text string, in span, end cutter) []token {
	part := text[:in.to]
	for from := in.from; from < in.to; {
		to := end(part, from)
		list = append(list, token{at: span{from, to}, id: n.id(text[from:to]), starts: true})
		from = to
	}
	return list
}

// wordEnd cuts a Latin word, an address, or a number with its unit as one
// token, and everything else character by character.
func wordEnd(s string, from int) int {
	r, size := utf8.DecodeRuneInString(s[from:])
	if r == '第' {
		return ordinalEnd(s, from+size)
	}
	if end := numberEnd(s, from); end > from {
		return end
	}
	if !isWordRune(r) {
		return clusterEnd(s, from)
	}
	end := latinEnd(s, from)
	if before, _ := utf8.DecodeLastRuneInString(s[from:end]); unicode.IsDigit(before) {
		return unitEnd(s, end)
	}
	return end
}

// latinEnd returns the end of a run of letters and digits, together with the
// points, hyphens and the like that stand between two of them.
func latinEnd(s string, from int) int {
	end := clusterEnd(s, from)
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if isJoint(r) && end+size < len(s) {
			before, _ := utf8.DecodeLastRuneInString(s[:end])
			after, _ := utf8.DecodeRuneInString(s[end+size:])
			if !jointHolds(before, r, after) {
				return end
			}
			end += size
		} else if !isWordRune(r) {
			return end
		}
		end = clusterEnd(s, end)
	}
	return end
}

func isJoint(r rune) bool { return r < utf8.RuneSelf && strings.IndexByte(".-/@_,:", byte(r)) >= 0 }

func jointHolds(before, joint, after rune) bool {
	if joint == ',' || joint == ':' {
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return isWordRune(before) && isWordRune(after)
}

// isWordRune reports whether r is a letter or digit of a script that writes
// words apart.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	if r >= 0x3000 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 || r >= 0x20000 {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
