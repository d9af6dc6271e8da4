package review

import (
	"strconv"
	"time"

	"jianbao/editor/doc"
)

// Entry is one row of a series' ledger (双号台账). Rows are never deleted.
type Entry struct {
	Series SeriesID
	Label  string // 增刊 …; "" for the ordinary sequence
	Number doc.Number
	Kind   EntryKind
	Draft  DraftID
	Reason string // of a void row
	By     PersonID
	At     time.Time
}

// EntryKind tells what a row stands for.
type EntryKind string

// The kinds.
const (
	EntryOpening EntryKind = "opening" // the last number used before this program kept the ledger
	EntryIssue   EntryKind = "issue"
	EntryVoid    EntryKind = "void" // number used up, issue withdrawn from use
)

// Ledger is the rows of one series in the order they were written.
type Ledger []Entry

// Next returns the number that the next issue of the year takes. supplementsCount
// says whether labelled issues take a 总期号. It returns a Refusal if the ledger
// has already reached a later year: 总期号 would run backwards.
func (l Ledger) Next(year int, label string, supplementsCount bool) (doc.Number, error) {
	n := doc.Number{Year: year, Issue: 1}
	lastYear, total := 0, 0
	for _, e := range l.current() {
		lastYear = max(lastYear, e.Number.Year)
		total = max(total, e.Number.Total)
		if e.Label == label && e.Number.Year == year {
			n.Issue = max(n.Issue, e.Number.Issue+1)
		}
	}
	if year < lastYear {
		return doc.Number{}, refuse(ActSign, CodePastYear, "year", strconv.Itoa(year), "last", strconv.Itoa(lastYear))
	}
	if label == "" || supplementsCount {
		n.Total = total + 1
	}
	return n, nil
}

// current leaves out openings that a later one corrected.
func (l Ledger) current() Ledger {
	last := -1
	for i, e := range l {
		if e.Kind == EntryOpening {
			last = i
		}
	}
	rows := make(Ledger, 0, len(l))
	for i, e := range l {
		if e.Kind != EntryOpening || i == last {
			rows = append(rows, e)
		}
	}
	return rows
}

// Of returns the row a draft's number stands in.
func (l Ledger) Of(d DraftID) (Entry, bool) {
	for _, e := range l {
		if e.Draft == d {
			return e, true
		}
	}
	return Entry{}, false
}

// Last returns the newest row of the ordinary sequence, opening included.
func (l Ledger) Last() (Entry, bool) {
	for i := len(l) - 1; i >= 0; i-- {
		if l[i].Label == "" {
			return l[i], true
		}
	}
	return Entry{}, false
}
