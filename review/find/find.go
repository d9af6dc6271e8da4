// Package find owns what it means to find something in the texts of an office:
// what is asked, when a text holds it, in which order the answers stand, how
// they are quoted, and what became of a sentence. Scan answers by reading every
// text; an index that answers sooner is storage's, and must answer the same.
package find

import (
	"context"
	"strings"
	"unicode"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Query is what is looked for. Its zero fields ask for nothing.
type Query struct {
	Terms  []string // each must occur, see Terms
	Field  Field    // where they must occur; Anywhere for all of the text
	From   doc.Date // of the issue; both days included
	To     doc.Date
	Number doc.Number // what it states must agree
	States []review.State
	Series review.SeriesID
	// Earlier also finds issues only an earlier text of which holds the terms;
	// each issue stands once, at its newest text that does. Without terms it adds
	// nothing.
	Earlier bool
	Offset  int // hits passed over
	Limit   int // hits returned; 0 for PageSize
}

// PageSize is how many hits are returned where the query says nothing.
const PageSize = 20

// Field is a part of the text that can be searched alone.
type Field string

// The fields. Other holds masthead and imprint without names.
const (
	Anywhere Field = ""
	Title    Field = "title"
	Body     Field = "body" // notes too
	Person   Field = "person"
	Section  Field = "section"
	Other    Field = "other"
)

// Fields lists every field but Anywhere.
func Fields() []Field { return []Field{Title, Body, Person, Section, Other} }

// Result is a page of the hits, newest issue first.
type Result struct {
	Hits  []Hit
	Total int // hits on all pages
}

// Hit is one text found, with up to two places where it holds the terms.
type Hit struct {
	Card
	Snippets []Snippet
}

// Finder answers queries. All methods may be called from several goroutines.
type Finder interface {
	// Find returns the answer as of now: what was saved before is found. It
	// returns the error of a cancelled context, and those of a review.Store.
	Find(context.Context, Query) (Result, error)
	// Check reports what is wrong with what the finder keeps for itself. None of
	// it concerns anybody's text, and Rebuild mends all of it.
	Check(context.Context) ([]review.Finding, error)
	// Rebuild makes anew what the finder keeps for itself.
	Rebuild(context.Context) error
	// Close releases the finder but not the store it reads.
	Close() error
}

// Terms takes apart what a person typed: spaces of any width part the terms,
// straight double quotes keep spaces in one.
func Terms(typed string) []string {
	var terms []string
	for i, piece := range strings.Split(typed, `"`) {
		if i%2 == 0 {
			terms = append(terms, strings.FieldsFunc(piece, unicode.IsSpace)...)
		} else if strings.TrimSpace(piece) != "" {
			terms = append(terms, piece)
		}
	}
	return terms
}

// page returns the bounds of the asked page among so many hits.
func (q Query) page(total int) (from, to int) {
	limit := q.Limit
	if limit <= 0 {
		limit = PageSize
	}
	from = min(max(0, q.Offset), total)
	return from, min(total, from+limit)
}

// Page returns the hits of the asked page.
func Page[T any](q Query, all []T) []T {
	from, to := q.page(len(all))
	return all[from:to]
}
