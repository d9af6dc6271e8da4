package proof

import (
	"strconv"
	"strings"
)

// numeral reads a whole number below 100 in Chinese, or one in digits; -1 for
// anything else.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	s = strings.ReplaceAll(s, "两", "二")
	tens, ones, ten := strings.Cut(s, "十")
	if !ten {
		return digit(s)
	}
	n := 10
	if tens != "" {
		if digit(tens) < 0 {
			return -1
		}
		n = 10 * digit(tens)
	}
	if ones == "" {
		return n
	}
	if digit(ones) < 0 {
		return -1
	}
	return n + digit(ones)
}

const digits = "〇一二三四五六七八九"

func digit(s string) int {
	if at := strings.Index(digits, s); at >= 0 && len(s) == len("一") {
		return at / len("一")
	}
	return -1
}

// ordinal writes a number below 100 in Chinese.
func ordinal(n int) string {
	one := func(d int) string { return digits[d*len("一") : (d+1)*len("一")] }
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return one(n)
	}
	s := "十"
	if n >= 20 {
		s = one(n/10) + s
	}
	if n%10 > 0 {
		s += one(n % 10)
	}
	return s
}
