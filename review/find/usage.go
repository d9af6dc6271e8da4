package find

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"jianbao/review"
)

// Likeness says how near to what was asked a use is.
type Likeness string

// The likenesses.
const (
	SameWords  Likeness = "words"  // as it stands
	SameFigure Likeness = "figure" // the figure with its unit
	SameUnit   Likeness = "unit"   // another figure of the same unit, in the same words
)

// Use is a sentence of an earlier issue that wrote the same, or something like
// it.
type Use struct {
	Card
	Likeness Likeness
	Sentence string
	Marks    []Span
}

// figure takes a phrase apart: words, a figure, its unit.
var figure = regexp.MustCompile(`^(.*?)([0-9０-９][0-9０-９.,．，]*)(\p{Han}{0,4}|[%％‰℃])`)

// asked is one way to look for what was selected.
type asked struct {
	likeness Likeness
	terms    []string
}

// waysOf returns what to look for, the nearest first.
func waysOf(selected string) []asked {
	selected = strings.TrimSpace(selected)
	if selected == "" {
		return nil
	}
	ways := []asked{{SameWords, []string{selected}}}
	m := figure.FindStringSubmatch(selected)
	if m == nil {
		return ways
	}
	words, number, unit := strings.TrimSpace(m[1]), m[2], m[3]
	if number+unit != selected {
		ways = append(ways, asked{SameFigure, []string{number + unit}})
	}
	if unit != "" {
		ways = append(ways, asked{SameUnit, slices.DeleteFunc([]string{words, unit}, func(s string) bool { return s == "" })})
	}
	return ways
}

// Uses returns how issues with a final text wrote what is selected: sentences
// that hold it, then, for a figure, those that hold it with its unit, then those
// with another figure of the unit. Each sentence of an issue stands once; of each
// likeness there are at most as many issues as a page holds.
func Uses(ctx context.Context, f Finder, selected string) ([]Use, error) {
	var uses []Use
	for _, way := range waysOf(selected) {
		q := Query{Terms: way.terms, States: []review.State{review.Final, review.Issued, review.Archived}}
		found, err := f.Find(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, hit := range found.Hits {
			uses = addUses(uses, way.likeness, hit, q.Matcher())
		}
	}
	return uses, nil
}

// addUses adds the sentences of a hit that hold every term and are not there
// yet.
func addUses(uses []Use, l Likeness, hit Hit, m Matcher) []Use {
	for _, s := range hit.Snippets {
		for _, sentence := range Sentences(s.Part.Text) {
			known := func(u Use) bool { return u.Draft == hit.Draft && u.Sentence == sentence }
			if m.Holds(FoldParts([]Part{{s.Part.Field, s.Part.Place, sentence}})) && !slices.ContainsFunc(uses, known) {
				uses = append(uses, Use{hit.Card, l, sentence, m.Marks(sentence)})
			}
		}
	}
	return uses
}
