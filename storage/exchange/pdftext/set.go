package pdftext

import (
	"math"
	"slices"
	"strings"
)

// setter puts lines down as a text file has them.
type setter struct {
	width       float64 // of a character, in points
	left, right float64 // margins of the document
	flush       bool    // no paragraph is indented: one begins after a line that is not full
	full        map[int]bool
	count       int // of lines put down
	out         strings.Builder
}

// leftMargin is where most long lines begin; infinite where there are none.
func leftMargin(set []line) float64 {
	count := map[float64]int{}
	margin, most := math.Inf(1), 0
	for _, l := range set {
		if l.runes() < longLine {
			continue
		}
		const step = 4
		at := math.Round(l.left/step) * step
		if count[at]++; count[at] > most || count[at] == most && l.left < margin {
			margin, most = l.left, count[at]
		}
	}
	return margin
}

func rightMargin(set []line) float64 {
	right := 0.0
	for _, l := range set {
		right = max(right, l.right)
	}
	return right
}

const paragraphIndent = 2 // characters

// indents reports whether any long line stands in as far as a paragraph does.
func (s *setter) indents(set [][]line) bool {
	for _, page := range set {
		left := s.margin(page)
		if slices.ContainsFunc(page, func(l line) bool { return l.runes() >= longLine && s.depth(l, left) == paragraphIndent }) {
			return true
		}
	}
	return false
}

// margin is that of the page, since those of left and right pages may differ.
func (s *setter) margin(page []line) float64 {
	if own := leftMargin(page); !math.IsInf(own, 1) {
		return own
	}
	if !math.IsInf(s.left, 1) || len(page) == 0 {
		return s.left
	}
	return slices.MinFunc(page, func(a, b line) int { return int(a.left - b.left) }).left
}

// depth is how many characters a line stands in.
func (s *setter) depth(l line, left float64) int {
	const bearing, deepest = 0.35, 20 // bearing: what lies between the box of a character and its ink
	return int(min(deepest, max(0, math.Floor((l.left-left)/s.width+bearing))))
}

// page puts the lines of one page down; the last of them ends with a form feed.
func (s *setter) page(page []line) {
	left, ended := s.margin(page), false
	for i, l := range page {
		in := s.depth(l, left)
		const slack = 1.6 // characters that a full line may lack
		full := l.right >= s.right-slack*s.width
		if s.flush && ended && l.runes() >= longLine && (full || strings.ContainsAny(l.text, "，。；：,;")) {
			in = paragraphIndent // unlike a title
		}
		s.count++
		s.full[s.count] = full
		ended = !s.full[s.count]
		s.out.WriteString(strings.Repeat("\u3000", in) + l.text)
		if i == len(page)-1 {
			s.out.WriteByte('\f')
		} else {
			s.out.WriteByte('\n')
		}
	}
}
