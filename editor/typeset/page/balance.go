package page

import (
	"math"
	"slices"
	"strings"

	"jianbao/editor/typeset"
)

// torn is what breaking a title within a word or a quotation costs, as if its lines were so
// many characters apart; single what a line of one or two characters costs.
const (
	torn   = 8.0
	single = 1000.0
)

// mostBalanced is how many lines are weighed against each other; what is longer
// is no title.
const mostBalanced = 8

// balance cuts a title into as few lines as hold it, of like length, at the ends
// of words. If it can not, it returns the text in one piece, to be turned where
// the line is full.
func (f *flow) balance(text string, l look) []string {
	l.style.Align = typeset.Left
	c := chooser{text: []rune(text), room: f.ems(l.width)}
	c.widths = f.prefix(c.text, l)
	if c.total() <= c.room {
		return []string{text}
	}
	least := int((c.total() + c.room - 1) / c.room)
	if least > mostBalanced {
		return []string{text}
	}
	for _, at := range typeset.Turns(text, l.style, &f.gauge) {
		c.places = append(c.places, int(at))
	}
	if f.words != nil {
		c.words = f.words(text)
	}
	c.places = append(c.places, len(c.text))
	for n := least; n <= least+1; n++ {
		if cuts, ok := c.choose(n); ok {
			return cut(c.text, cuts)
		}
	}
	return []string{text}
}

// prefix returns how wide the first n characters of a text are, for every n.
func (f *flow) prefix(text []rune, l look) []typeset.Em {
	widths := make([]typeset.Em, 1, len(text)+1)
	for _, r := range text {
		advance := f.gauge.Advance(l.style.Face, string(r)) * l.style.Size / typeset.Full
		widths = append(widths, widths[len(widths)-1]+advance)
	}
	return widths
}

func cut(text []rune, cuts []int) []string {
	var lines []string
	from := 0
	for _, to := range cuts {
		lines = append(lines, string(text[from:to]))
		from = to
	}
	return lines
}

// chooser finds the best places to cut a title.
type chooser struct {
	text   []rune
	room   typeset.Em
	widths []typeset.Em // of the first n characters
	places []int        // where a line may end, the end of the text last
	words  []int        // ends of words; nil: every place is one
}

func (c *chooser) total() typeset.Em { return c.widths[len(c.text)] }

// way is the best way found to cut the text before a place.
type way struct {
	cost float64
	from int // the place at which its last line begins
}

// choose returns the ends of n lines whose lengths differ least.
func (c *chooser) choose(n int) (cuts []int, ok bool) {
	starts := append([]int{0}, c.places...)
	ways := make([][]way, n+1) // by number of lines, then by place
	ways[0] = c.nowhere(len(starts))
	ways[0][0].cost = 0
	for k := 1; k <= n; k++ {
		ways[k] = c.nowhere(len(starts))
		for to := 1; to < len(starts); to++ {
			ways[k][to] = c.best(ways[k-1], starts, to, n-k+1)
		}
	}
	at := len(starts) - 1
	if math.IsInf(ways[n][at].cost, 1) {
		return nil, false
	}
	for k := n; k > 0; k-- {
		cuts = append(cuts, starts[at])
		at = ways[k][at].from
	}
	slices.Reverse(cuts)
	return cuts, true
}

func (c *chooser) nowhere(count int) []way {
	return slices.Repeat([]way{{cost: math.Inf(1)}}, count)
}

// best returns the best way to end a line at a place, when the lines before it
// can end in the ways given and n lines are left with it.
func (c *chooser) best(before []way, starts []int, to, n int) way {
	w := way{cost: math.Inf(1)}
	for from := to - 1; from >= 0 && c.widths[starts[to]]-c.widths[starts[from]] <= c.room; from-- {
		if cost := before[from].cost + c.cost(starts[from], starts[to], n); cost < w.cost {
			w = way{cost, from}
		}
	}
	return w
}

// cost is how ill a line fits, of which n are left with it.
func (c *chooser) cost(from, to, n int) float64 {
	left := (c.total() - c.widths[from]).Float() / float64(n)
	off := (c.widths[to] - c.widths[from]).Float() - left
	cost := off * off
	if to-from < 3 {
		cost += single
	}
	if to < len(c.text) && (c.quoted(to) || c.words != nil && !slices.Contains(c.words, to)) {
		cost += torn * torn
	}
	return cost
}

// quoted reports whether a place lies within quotation marks or the name of a
// work.
func (c *chooser) quoted(to int) bool {
	open := 0
	for _, r := range c.text[:to] {
		switch {
		case strings.ContainsRune("“‘《〈", r):
			open++
		case strings.ContainsRune("”’》〉", r):
			open--
		}
	}
	return open > 0
}
