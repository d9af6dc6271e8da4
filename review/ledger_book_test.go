package review_test

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// book is the naive model of one ledger: counters, and a line for each number.
type book struct {
	series review.Series
	counts map[string]map[int]int // by label and year
	total  int
	year   int
	lines  []line
}

type line struct {
	label string
	doc.Number
	void  bool
	draft review.DraftID
}

// draw counts on, or says that the year is over.
func (b *book) draw(year int, label string) (doc.Number, bool) {
	if year < b.year {
		return doc.Number{}, false
	}
	n := doc.Number{Year: year, Issue: b.counts[label][year] + 1}
	if label == "" || b.series.SupplementsCount {
		n.Total = b.total + 1
	}
	return n, true
}

func (b *book) keep(n doc.Number, label string, id review.DraftID) {
	if b.counts[label] == nil {
		b.counts[label] = map[int]int{}
	}
	b.counts[label][n.Year], b.year = n.Issue, max(b.year, n.Year)
	b.total = max(b.total, n.Total)
	if id != "" {
		b.lines = append(b.lines, line{label, n, false, id})
	}
}
