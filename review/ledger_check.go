package review

import (
	"slices"
	"strconv"
	"strings"
)

// sequenceTotal names the running total among the sequences of a ledger.
const sequenceTotal = "total"

// Check reports gaps and duplicates in a ledger: within a year each sequence of
// 期号 counts up by one from the opening, or from 1, and 总期号 counts up by one
// over all years.
func (l Ledger) Check(s Series) []Finding {
	type sequence struct {
		year  int
		label string
	}
	issues, totals := map[sequence][]int{}, []int{}
	for _, e := range l.current() {
		q := sequence{e.Number.Year, e.Label}
		if e.Kind != EntryOpening && len(issues[q]) == 0 {
			issues[q] = []int{0}
		}
		issues[q] = append(issues[q], e.Number.Issue)
		if e.Number.Total > 0 {
			totals = append(totals, e.Number.Total)
		}
	}
	var found []Finding
	for q, numbers := range issues {
		found = append(found, holes(s, numbers, strconv.Itoa(q.year)+q.label)...)
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return strings.Compare(a.Args["sequence"], b.Args["sequence"]) })
	return append(found, holes(s, totals, sequenceTotal)...)
}

// holes reports what is missing or twice in numbers that should count up by one.
func holes(s Series, numbers []int, sequence string) []Finding {
	slices.Sort(numbers)
	var found []Finding
	add := func(code string, n int) {
		found = append(found, Finding{Code: code, Args: map[string]string{
			"series": s.Name, "sequence": sequence, "number": strconv.Itoa(n)}})
	}
	for i := 1; i < len(numbers); i++ {
		if numbers[i] == numbers[i-1] {
			add(FoundDuplicate, numbers[i])
		}
		for n := numbers[i-1] + 1; n < numbers[i]; n++ {
			add(FoundGap, n)
		}
	}
	return found
}
