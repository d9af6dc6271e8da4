package pdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"jianbao/editor/typeset/page"
)

// number writes a number with no more than four decimals.
func number(f float64) string {
	s := strings.TrimRight(strconv.FormatFloat(f, 'f', 4, 64), "0")
	s = strings.TrimSuffix(s, ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// points turns millimetres into the unit of PDF.
func points(l page.MM) float64 { return float64(l) * 72 / 25.4 }

func length(l page.MM) string { return number(points(l)) }

// text writes a string for people, in UTF-16.
func text(s string) string { return "<FEFF" + hex16(utf16.Encode([]rune(s))) + ">" }

func hex16(units []uint16) string {
	var b strings.Builder
	for _, u := range units {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

func refs(list []ref) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = r.String()
	}
	return "[" + strings.Join(words, " ") + "]"
}
