package text

import (
	"strconv"
	"strings"

	"jianbao/editor/doc"
)

// The figures a number may be written in, as parts of patterns.
const (
	figure  = `[0-9０-９]`
	hanZi   = `[〇零○一二三四五六七八九十百千]`
	numeral = `(?:` + figure + `{1,7}|` + hanZi + `{1,9})`
)

// number reads Arabic figures of either width and Chinese numbers up to 9999,
// also those written figure by figure (二〇二二). It returns 0 for anything else.
func number(s string) int {
	if n, err := strconv.Atoi(narrow(s)); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range s {
		if n := strings.IndexRune("〇一二三四五六七八九", zero(r)); n >= 0 {
			digit = digit*10 + n/len("〇")
			continue
		}
		unit, ok := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if !ok {
			return 0
		}
		total, digit = total+max(digit, 1)*unit, 0
	}
	return total + digit
}

func zero(r rune) rune {
	if r == '零' || r == '○' {
		return '〇'
	}
	return r
}

// narrow makes full-width figures ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}

func date(year, month, day string) doc.Date {
	return doc.Date{Year: number(year), Month: number(month), Day: number(day)}
}
