package diff

import (
	"strings"
	"unicode/utf8"
)

// number reads a number with its unit, which may be part of a date.
func (s *scan) number(word string, dated bool) {
	word = narrow(word)
	if s.isDate(word, dated) {
		s.add(ClassDate, word, false)
		s.dated = true
		return
	}
	s.add(ClassNumber, s.sign()+word, false)
	s.counted = nearNumber
}

// sign returns the sign before the number looked at, if it has one.
func (s *scan) sign() string {
	if s.i > 0 && strings.Contains("-－−+＋负", s.word(s.i-1)) {
		return s.word(s.i - 1)
	}
	return ""
}

// isDate reports whether a number is a year, month, day or time of day. dated
// says that it follows one.
func (s *scan) isDate(word string, dated bool) bool {
	next := s.text[s.at(s.i+1):]
	unit, size := utf8.DecodeLastRuneInString(word)
	amount := utf8.RuneCountInString(word[:len(word)-size])
	switch unit {
	case '年':
		return amount == 4 || isNumberWord(s.word(s.i+1)) && strings.HasSuffix(s.word(s.i+1), "月")
	case '月', '日':
		return amount > 0 && !strings.HasSuffix(word, "个月")
	case '号', '分', '秒':
		return dated
	case '时':
		return !strings.HasPrefix(next, "间")
	}
	if strings.HasPrefix(next, "点") && !strings.ContainsAny(word, "%.") {
		return true
	}
	return isStamp(word)
}

// isStamp recognises 15:30, 2024-03-05, 2024/3/5 and 2024.3.5.
func isStamp(word string) bool {
	if i := strings.IndexFunc(word, func(r rune) bool { return !strings.ContainsRune("0123456789:-/.", r) }); i >= 0 {
		word = word[:i]
	}
	return strings.Contains(word, ":") || strings.Count(word, "-")+strings.Count(word, "/")+strings.Count(word, ".") == 2
}
