package find

import (
	"cmp"
	"slices"
	"strings"
)

// Span is a run of characters, counted in Unicode code points.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Snippet is a piece of a part around what was found in it.
type Snippet struct {
	Part  Part   // the whole part
	Text  string // the piece shown
	Marks []Span // of Text, in order and apart
	Head  bool   // the part begins before Text
	Tail  bool   // the part goes on after Text
}

// The room of a snippet, in characters: so much before the first mark, so much
// in all.
const (
	lead  = 12
	reach = 40
)

// mostSnippets is how many places of one text are shown.
const mostSnippets = 2

// Snippets shows where the text holds the terms: first where the first term
// stands, then where one stands that was not yet shown.
func (m Matcher) Snippets(text Folded) []Snippet {
	var shown []Snippet
	open := slices.Clone(m.terms)
	for i, p := range text.parts {
		if len(open) == 0 || len(shown) == mostSnippets {
			break
		}
		if m.field != Anywhere && m.field != p.Field {
			continue
		}
		left := slices.DeleteFunc(slices.Clone(open), func(t string) bool { return strings.Contains(text.part(i), t) })
		if len(left) < len(open) {
			shown = append(shown, m.cut(p))
		}
		open = left
	}
	return shown
}

// Marks returns where the terms stand in a text; marks that touch are one.
func (m Matcher) Marks(text string) []Span {
	var all []Span
	l := locate(text)
	for _, t := range m.terms {
		all = append(all, l.find([]rune(t))...)
	}
	slices.SortFunc(all, func(a, b Span) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	var marks []Span
	for _, s := range all {
		if n := len(marks); n > 0 && s.From <= marks[n-1].To {
			marks[n-1].To = max(marks[n-1].To, s.To)
			continue
		}
		marks = append(marks, s)
	}
	return marks
}

// cut takes the piece round the first mark.
func (m Matcher) cut(p Part) Snippet {
	all, marks := []rune(p.Text), m.Marks(p.Text)
	from := max(0, marks[0].From-lead)
	if len(all)-from < reach {
		from = max(0, min(from, len(all)-reach))
	}
	to := min(len(all), max(from+reach, marks[0].To))
	s := Snippet{Part: p, Text: string(all[from:to]), Head: from > 0, Tail: to < len(all)}
	for _, mark := range marks {
		if mark.From < to {
			s.Marks = append(s.Marks, Span{mark.From - from, min(mark.To, to) - from})
		}
	}
	return s
}
