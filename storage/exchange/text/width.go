package text

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var wide = map[rune]rune{',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。'}

// verbatim is what keeps its half-width marks: web and mail addresses.
var verbatim = regexp.MustCompile(`(?i)(?:[a-z][a-z0-9+.-]*://|www\.)[!-~]*[a-z0-9/#&=_-]|[a-z0-9._%+-]+@[a-z0-9.-]+[a-z0-9]`)

// widen makes half-width marks beside Han full-width and takes out the space
// that was typed after them. Marks between figures or letters (08:30, 1:500,
// 12,345, 3.5) and those of addresses stay.
func widen(s string) string {
	if !strings.ContainsAny(s, ",:;?!().") {
		return s
	}
	w := newWidener(s)
	w.brackets()
	w.marks()
	return w.String()
}

type widener struct {
	runes []rune
	keep  []bool // part of an address
	wide  []bool // made full-width
	han   []int  // number of Han before each position
}

func newWidener(s string) *widener {
	w := &widener{runes: []rune(s)}
	w.keep, w.wide = make([]bool, len(w.runes)), make([]bool, len(w.runes))
	w.han = make([]int, len(w.runes)+1)
	for i, r := range w.runes {
		w.han[i+1] = w.han[i]
		if isHan(r) {
			w.han[i+1]++
		}
	}
	i, from := 0, 0
	for _, at := range verbatim.FindAllStringIndex(s, -1) {
		i += utf8.RuneCountInString(s[from:at[0]])
		for from = at[0]; from < at[1]; from++ { // addresses are ASCII
			w.keep[i] = true
			i++
		}
	}
	return w
}

// brackets widens both of a pair if Han stands in it or beside it, and a lone
// one if Han stands beside it.
func (w *widener) brackets() {
	var open []int
	for i, r := range w.runes {
		switch {
		case w.keep[i]:
		case r == '(':
			open = append(open, i)
		case r == ')' && len(open) > 0:
			w.pair(open[len(open)-1], i)
			open = open[:len(open)-1]
		case r == ')' && w.beside(i):
			w.widen(i)
		}
	}
	for _, i := range open {
		if w.beside(i) {
			w.widen(i)
		}
	}
}

func (w *widener) pair(i, j int) {
	if isChinese(w.next(i, -1)) || isChinese(w.next(j, 1)) || w.han[j] > w.han[i] {
		w.widen(i)
		w.widen(j)
	}
}

func (w *widener) marks() {
	for i, r := range w.runes {
		switch {
		case wide[r] == 0 || w.keep[i] || r == '(' || r == ')':
		case r == '.' && !w.fullStop(i):
		case w.beside(i):
			w.widen(i)
		}
	}
}

func (w *widener) widen(i int) { w.runes[i], w.wide[i] = wide[w.runes[i]], true }

// fullStop reports whether the dot at i ends a Chinese sentence.
func (w *widener) fullStop(i int) bool {
	return i+1 == len(w.runes) && i > 0 && isHan(w.runes[i-1])
}

// beside reports whether Chinese text stands on either side of i.
func (w *widener) beside(i int) bool {
	return isChinese(w.next(i, -1)) || isChinese(w.next(i, 1))
}

// next is the nearest rune from i in the direction of step that is not a
// space or a quotation mark; 0 at the end of the text.
func (w *widener) next(i, step int) rune {
	for i += step; i >= 0 && i < len(w.runes); i += step {
		if !isBlank(w.runes[i]) && !strings.ContainsRune("“”‘’\"'", w.runes[i]) {
			return w.runes[i]
		}
	}
	return 0
}

func (w *widener) String() string {
	var b strings.Builder
	for i := 0; i < len(w.runes); i++ {
		b.WriteRune(w.runes[i])
		if w.wide[i] && i+2 < len(w.runes) && w.runes[i+1] == ' ' && !isBlank(w.runes[i+2]) {
			i++
		}
	}
	return b.String()
}
