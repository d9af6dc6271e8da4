package review

import (
	"cmp"
	"slices"
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
	Reason string // of a void row, a gap or a number used twice
	By     PersonID
	At     time.Time
	Date   doc.Date // of the issue; zero where nobody stated it
	Title  string   // of the issue when it was numbered
}

// EntryKind tells what a row stands for.
type EntryKind string

// The kinds.
const (
	EntryOpening EntryKind = "opening" // the last number used before this program kept the ledger
	EntryIssue   EntryKind = "issue"
	EntryVoid    EntryKind = "void"   // number used up, issue withdrawn from use
	EntryPast    EntryKind = "past"   // an issue numbered before this program kept the ledger
	EntryGap     EntryKind = "gap"    // a number of then that no issue bears, with the reason
	EntryDouble  EntryKind = "double" // a number of then that another row has too, with the reason
)

// EntryKinds lists every kind.
func EntryKinds() []EntryKind {
	return []EntryKind{EntryOpening, EntryIssue, EntryVoid, EntryPast, EntryGap, EntryDouble}
}

// Old reports whether the row tells of the time before this program kept the
// ledger. An opening does so as well, but of no single issue.
func (e Entry) Old() bool {
	switch e.Kind {
	case EntryPast, EntryGap, EntryDouble:
		return true
	}
	return e.Kind == EntryVoid && e.Draft == ""
}

// Explains reports whether the row only says how a number came about: it uses
// none up, and others may say the same.
func (e Entry) Explains() bool {
	return e.Kind == EntryOpening || e.Kind == EntryGap || e.Kind == EntryDouble
}

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

// current leaves out openings that a later one of the same label corrected.
func (l Ledger) current() Ledger {
	last := map[string]int{}
	for i, e := range l {
		if e.Kind == EntryOpening {
			last[e.Label] = i
		}
	}
	rows := make(Ledger, 0, len(l))
	for i, e := range l {
		if e.Kind != EntryOpening || i == last[e.Label] {
			rows = append(rows, e)
		}
	}
	return rows
}

// ByNumber returns the rows that count in the order of their numbers, oldest
// first, whenever they were written; missing 总期号 stand before all others.
func (l Ledger) ByNumber() Ledger {
	rows := l.current()
	slices.SortStableFunc(rows, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Number.Year, b.Number.Year), cmp.Compare(a.Label, b.Label),
			cmp.Compare(a.Number.Issue, b.Number.Issue), cmp.Compare(a.Number.Total, b.Number.Total))
	})
	return rows
}

// Year returns the latest year that the ledger has reached; 0 if it is empty.
func (l Ledger) Year() int {
	year := 0
	for _, e := range l.current() {
		year = max(year, e.Number.Year)
	}
	return year
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

// Last returns the row with the highest number of the ordinary sequence,
// opening included.
func (l Ledger) Last() (Entry, bool) {
	rows := l.ByNumber()
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].Label == "" && rows[i].Kind != EntryGap {
			return rows[i], true
		}
	}
	return Entry{}, false
}
