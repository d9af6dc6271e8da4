package pdftext

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// char is a character on a page and how far it reaches, in points.
type char struct {
	text        string
	left, right float64
}

// line is a line of type.
type line struct {
	text        string
	left, right float64
}

func (l line) runes() int { return utf8.RuneCountInString(l.text) }

// compose makes the text file of the pages. It refuses one that says nothing, or
// nothing that can be read.
func compose(pages [][]char) (Text, error) {
	var all []line
	set := make([][]line, len(pages))
	var t Text
	for i, chars := range pages {
		if set[i] = lines(chars); len(set[i]) == 0 {
			t.Blank = append(t.Blank, i+1)
		}
		all = append(all, set[i]...)
	}
	if len(all) == 0 {
		return t, &Error{Code: CodeScan, Args: map[string]string{"pages": strconv.Itoa(len(pages))}}
	}
	if share := unmapped(all); share > 0 {
		return t, &Error{Code: CodeUnmapped, Args: map[string]string{"share": strconv.Itoa(share)}}
	}
	s := setter{width: characterWidth(all), left: leftMargin(all), right: rightMargin(all), full: map[int]bool{}}
	s.flush = !s.indents(set)
	for _, page := range set {
		s.page(page)
	}
	t.Lines, t.Full = s.out.String(), s.full
	return t, nil
}

// lines cuts the characters of a page at its line ends.
func lines(chars []char) []line {
	var found []line
	var l line
	end := func() {
		if l.text = strings.TrimRightFunc(l.text, unicode.IsSpace); l.text != "" {
			found = append(found, l)
		}
		l = line{}
	}
	for _, c := range chars {
		switch {
		case c.text == "\r" || c.text == "\n":
			end()
			continue
		case l.text == "" && strings.TrimSpace(c.text) == "":
			continue
		case l.text == "":
			l.left = c.left
		}
		l.text += c.text
		l.right = max(l.right, c.right)
	}
	end()
	return found
}

// unmapped returns how many of the characters, in %, have no meaning that the
// file tells; 0 where it is at most a tenth.
func unmapped(all []line) int {
	bad, count := 0, 0
	for _, l := range all {
		for _, r := range l.text {
			count++
			if r == 0 || r == utf8.RuneError || r < ' ' && r != '\t' || unicode.Is(unicode.Co, r) {
				bad++
			}
		}
	}
	const most = 10
	if share := bad * 100 / count; share > most {
		return share
	}
	return 0
}

const longLine = 15 // characters from which a line tells how text is set

// characterWidth is the middle of what a character takes in long lines, in
// points, and that of body type where there are none.
func characterWidth(all []line) float64 {
	const bodyType = 16
	var widths []float64
	for _, l := range all {
		if n := l.runes(); n >= longLine && l.right > l.left {
			widths = append(widths, (l.right-l.left)/float64(n))
		}
	}
	if len(widths) == 0 {
		return bodyType
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}
