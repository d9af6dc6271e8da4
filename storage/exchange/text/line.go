package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// line is a line of the file that is not blank, without its margins.
type line struct {
	number  int // 1-based, in the file
	indent  int // columns of white space before the text; a wide space has two
	text    string
	apart   bool // a blank line stands before it
	newPage bool // a form feed stands before it

	furniture bool // a page number, header, ruled line or stamp that was not taken out
}

// isLineEnd takes in what a paragraph of a bulletin may not hold.
func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029'
}

// split returns the lines of s that are not blank.
func split(s string) ([]line, error) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	var lines []line
	next := line{number: 1}
	for s != "" {
		raw, end := s, rune(0)
		if i := strings.IndexFunc(s, isLineEnd); i >= 0 {
			var n int
			end, n = utf8.DecodeRuneInString(s[i:])
			raw, s = s[:i], s[i+n:]
		} else {
			s = ""
		}
		if text := strings.TrimSpace(raw); text != "" {
			next.text, next.indent = text, indent(raw)
			lines = append(lines, next)
			next = line{number: next.number}
		} else {
			next.apart = true
		}
		next.number++
		next.newPage = next.newPage || end == '\f'
		if len(lines) > MaxLines {
			return nil, fail(CodeTooLong, "limit", MaxLines)
		}
	}
	return lines, nil
}

func indent(raw string) int {
	columns := 0
	for _, r := range raw {
		switch {
		case r == '\u3000':
			columns += 2
		case r == '\t':
			columns += 4
		case unicode.IsSpace(r):
			columns++
		default:
			return columns
		}
	}
	return columns
}

func (l line) runes() int { return utf8.RuneCountInString(l.text) }

// isHeading reports whether the line carries the number of a heading.
func (l line) isHeading() bool { return doc.LevelOf(l.text) != doc.BodyText }

// inBrackets returns what stands in the brackets round the whole line.
func (l line) inBrackets() (string, bool) {
	inner, ok := cutAny(l.text, "（", "(")
	if !ok {
		return "", false
	}
	inner, ok = cutEnd(inner, "）", ")")
	return strings.TrimSpace(inner), ok && !strings.ContainsAny(inner, "（()）")
}

func cutAny(s string, starts ...string) (string, bool) {
	for _, start := range starts {
		if rest, ok := strings.CutPrefix(s, start); ok {
			return rest, true
		}
	}
	return s, false
}

func cutEnd(s string, ends ...string) (string, bool) {
	for _, end := range ends {
		if rest, ok := strings.CutSuffix(s, end); ok {
			return rest, true
		}
	}
	return s, false
}
