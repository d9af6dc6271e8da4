package diff

import "strings"

// unit is a paragraph or a sentence offered for matching. gap is the number of
// the gap between anchors in which it stands: matches inside one gap may
// become anchors, matches between two gaps can only be moves.
type unit struct {
	at   span // bytes
	text string
	gap  int
}

// paragraphs returns the paragraphs of a text, without their line ends.
// Blank ones are left out: they match everything and so tell nothing.
func paragraphs(text string) []unit {
	var units []unit
	for from := 0; from < len(text); {
		next := len(text)
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			next = from + i + 1
		}
		at := span{from, from + len(strings.TrimRight(text[from:next], "\r\n"))}
		if at.size() > 0 {
			units = append(units, unit{at: at, text: at.in(text)})
		}
		from = next
	}
	return units
}
