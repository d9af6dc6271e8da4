package search

import (
	"strings"

	"jianbao/review/find"
)

// A gram is one folded character, or two that stand together in a part. What
// holds a phrase holds its grams, so many characters apart.
type gram int64

// runeBits hold any character, and alone, which is none.
const (
	runeBits = 21
	alone    = 1<<runeBits - 1
)

func pair(a, b rune) gram { return gram(a)<<runeBits | gram(b) }
func single(r rune) gram  { return pair(r, alone) }

// bare reports whether it only matters where the gram stands at all.
func (g gram) bare() bool { return g&alone == alone }

// placed is a gram of a phrase and how far from its beginning it stands.
type placed struct {
	gram gram
	at   int
}

// gramsOf returns as few grams as have all characters of a phrase.
func gramsOf(folded string) []placed {
	runes := []rune(folded)
	if len(runes) == 1 {
		return []placed{{single(runes[0]), 0}}
	}
	var grams []placed
	for i := 0; i < len(runes); i += 2 {
		from := min(i, len(runes)-2)
		grams = append(grams, placed{pair(runes[from], runes[from+1]), from})
	}
	return grams
}

// columns are the fields in the order of their numbers: what stands in the first
// takes a byte less for every gram of a text.
var columns = []find.Field{find.Body, find.Title, find.Person, find.Section, find.Other}

// border ends a part within a column; no part and no term has one.
const border = "\n"

// row is what a row says: for each column its parts, folded.
type row [5]string

func rowOf(parts []find.Part) row {
	var texts [len(row{})]strings.Builder
	for _, p := range parts {
		for i, f := range columns {
			if f == p.Field {
				texts[i].WriteString(find.Fold(p.Text) + border)
			}
		}
	}
	var r row
	for i := range texts {
		r[i] = texts[i].String()
	}
	return r
}

// holds reports whether the row has the folded term in a column, or in any.
func (r row) holds(f find.Field, term string) bool {
	for i, text := range r {
		if (f == find.Anywhere || f == columns[i]) && strings.Contains(text, term) {
			return true
		}
	}
	return false
}
