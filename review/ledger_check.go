package review

import (
	"cmp"
	"slices"
	"strconv"
)

// sequenceTotal names the running total among the sequences of a ledger.
const sequenceTotal = "total"

// sequence is what counts up by one: the 期号 of a year and label, or, as the
// zero sequence, the 总期号 of all years.
type sequence struct {
	year  int
	label string
}

func (q sequence) String() string {
	if q == (sequence{}) {
		return sequenceTotal
	}
	return strconv.Itoa(q.year) + q.label
}

// numbers are those of one sequence: used up, and explained by rows that use
// none up.
type numbers struct {
	used, explained []int
	opened, old     bool // it has an opening, rows of an old ledger
}

// fault is a number of a sequence that is missing or used twice.
type fault struct {
	sequence
	number int
	twice  bool
}

// Check reports gaps and duplicates in a ledger: within a year each sequence of
// 期号 counts up by one from the opening, or from 1, and 总期号 counts up by one
// over all years. What a row explains is not reported.
func (l Ledger) Check(s Series) []Finding {
	return findings(s, l.faults())
}

func findings(s Series, faults []fault) []Finding {
	var found []Finding
	for _, f := range faults {
		code := FoundGap
		if f.twice {
			code = FoundDuplicate
		}
		found = append(found, Finding{Code: code, Args: map[string]string{
			"series": s.Name, "sequence": f.sequence.String(), "number": strconv.Itoa(f.number)}})
	}
	return found
}

// faults lists them by year and label, those of 总期号 last.
func (l Ledger) faults() []fault {
	rows := l.current()
	all, first := rows.sequences(), rows.begins()
	order := make([]sequence, 0, len(all))
	for q, n := range all {
		order = append(order, q)
		if q != (sequence{}) && !n.beginsLater(q.year == first) {
			n.explained = append(n.explained, 0)
		}
	}
	slices.SortFunc(order, func(a, b sequence) int {
		last := cmp.Compare(min(1, b.year), min(1, a.year))
		return cmp.Or(last, cmp.Compare(a.year, b.year), cmp.Compare(a.label, b.label))
	})
	var found []fault
	for _, q := range order {
		found = append(found, all[q].faults(q)...)
	}
	return found
}

// sequences sorts the numbers of the rows.
func (l Ledger) sequences() map[sequence]*numbers {
	all := map[sequence]*numbers{}
	enter := func(q sequence, e Entry, n int) {
		if all[q] == nil {
			all[q] = &numbers{}
		}
		all[q].enter(e, n)
	}
	for _, e := range l {
		if e.Number.Year > 0 {
			enter(sequence{e.Number.Year, e.Label}, e, e.Number.Issue)
		}
		if e.Number.Total > 0 {
			enter(sequence{}, e, e.Number.Total)
		}
	}
	return all
}

func (s *numbers) enter(e Entry, n int) {
	s.opened = s.opened || e.Kind == EntryOpening
	s.old = s.old || e.Old()
	if e.Explains() {
		s.explained = append(s.explained, n)
	} else {
		s.used = append(s.used, n)
	}
}

// begins returns the year of the oldest row of an old ledger; 0 without one.
func (l Ledger) begins() int {
	year := 0
	for _, e := range l {
		if n := e.Number.Year; e.Old() && n > 0 && (year == 0 || n < year) {
			year = n
		}
	}
	return year
}

// beginsLater reports whether the sequence need not begin with 1: its beginning
// was never entered.
func (s *numbers) beginsLater(firstYear bool) bool {
	return s.opened && !s.old || s.old && firstYear
}

// faults reports what is used twice, and what is missing between the lowest and
// the highest number.
func (s *numbers) faults(q sequence) []fault {
	slices.Sort(s.used)
	known := slices.Concat(s.used, s.explained)
	slices.Sort(known)
	var found []fault
	for i := 1; i < len(s.used); i++ {
		if s.used[i] == s.used[i-1] {
			found = append(found, fault{q, s.used[i], true})
		}
	}
	for i := 1; i < len(known); i++ {
		for n := known[i-1] + 1; n < known[i]; n++ {
			found = append(found, fault{q, n, false})
		}
	}
	return found
}
