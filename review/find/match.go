package find

import (
	"slices"
	"strings"
)

// Matcher knows whether a text holds the terms of a query.
type Matcher struct {
	field Field
	terms []string // folded
}

// Matcher returns what decides about the terms.
func (q Query) Matcher() Matcher { return Matcher{q.Field, q.Folded()} }

// Folded returns the terms as they are compared, each once.
func (q Query) Folded() []string {
	var terms []string
	for _, t := range q.Terms {
		if f := Fold(t); f != "" && !slices.Contains(terms, f) {
			terms = append(terms, f)
		}
	}
	return terms
}

// Folded is a text as it is compared, for one that is asked often: each part is
// folded when it is first looked at. It is for one goroutine at a time.
type Folded struct {
	parts  []Part
	folded []string // of each part; "" while it was not looked at
}

// FoldParts returns a text as it is compared.
func FoldParts(parts []Part) Folded { return Folded{parts, make([]string, len(parts))} }

func (f Folded) part(i int) string {
	if f.folded[i] == "" {
		f.folded[i] = Fold(f.parts[i].Text)
	}
	return f.folded[i]
}

// Holds reports whether every term stands in one of the parts.
func (m Matcher) Holds(text Folded) bool {
	open := slices.Clone(m.terms)
	for i, p := range text.parts {
		if len(open) == 0 {
			break
		}
		if m.field == Anywhere || m.field == p.Field {
			open = slices.DeleteFunc(open, func(t string) bool { return strings.Contains(text.part(i), t) })
		}
	}
	return len(open) == 0
}
