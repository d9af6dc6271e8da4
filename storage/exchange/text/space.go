package text

import "strings"

// closeDigits takes out one or two spaces between a figure and Han or a mark
// of Chinese text: "3 月 5 日" becomes "3月5日".
func closeDigits(s string) string {
	return closeSpaces(s, isNarrowBlank, func(left, right rune) bool {
		return isDigit(left) && isChinese(right) || isChinese(left) && isDigit(right)
	})
}

// closeHan takes out spaces between two Han.
func closeHan(s string) string {
	return closeSpaces(s, isBlank, func(left, right rune) bool { return isHan(left) && isHan(right) })
}

func isChinese(r rune) bool { return isHan(r) || isWideMark(r) }

const widestGap = 2 // more spaces than this are columns, not an accident

// isNarrowBlank leaves out the wide space, which sets things apart on purpose.
func isNarrowBlank(r rune) bool { return r == ' ' || r == '\u00a0' }

func closeSpaces(s string, blank func(rune) bool, between func(left, right rune) bool) string {
	if !strings.ContainsFunc(s, blank) {
		return s
	}
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && blank(runes[j]) {
			j++
		}
		gap := j - i
		if gap > 0 && gap <= widestGap && i > 0 && j < len(runes) && between(runes[i-1], runes[j]) {
			i = j
		}
		for i < j {
			out = append(out, runes[i])
			i++
		}
		if i < len(runes) {
			out = append(out, runes[i])
			i++
		}
	}
	return string(out)
}
