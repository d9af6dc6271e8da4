package overview

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// Overview is what a board shows at one moment.
type Overview struct {
	Series  []review.Series
	People  map[review.PersonID]review.Person
	Current review.Series // whose ledger is shown and new issues are made for
	Waiting []Item        // what waits for the acting person
	Columns []Column
	Last    review.Entry // newest row of the ordinary sequence
	Opened  bool         // the ledger has rows
	Next    doc.Number
	Counts  Counts
	Damaged bool // some drafts could not be read and are not shown
	Faults  []review.Finding
}

// Counts are those of the ledger: the issues numbered this year, the void ones
// among its numbers, the gaps, and all rows but openings.
type Counts struct{ Year, Void, Gaps, All int }

// Item is a draft as a card shows it.
type Item struct {
	*review.Glance
	By      string // who made the newest revision
	Changes int    // since the acting person last looked; only where it is his turn under review
}

// Column is the drafts at one stage: a role of the chain, or a state.
type Column struct {
	Stage string
	Items []Item
}

// place sorts drafts into columns and picks out what waits for the person.
func (o *Overview) place(glances []*review.Glance, told map[*review.Glance]Item) {
	o.Columns = []Column{{Stage: string(review.RoleDrafter)}}
	for _, role := range o.Current.Chain() {
		o.Columns = append(o.Columns, Column{Stage: string(role)})
	}
	o.Columns = append(o.Columns, Column{Stage: "final"}, Column{Stage: "held"})
	for _, g := range glances {
		if g.Mine {
			o.Waiting = append(o.Waiting, told[g])
		}
		at := columnOf(o.Current, g.Draft)
		o.Columns[at].Items = append(o.Columns[at].Items, told[g])
	}
	if n := len(o.Columns); len(o.Columns[n-1].Items) == 0 {
		o.Columns = o.Columns[:n-1]
	}
}

func columnOf(s review.Series, draft review.Draft) int {
	chain := len(s.Template.Chain)
	switch draft.State {
	case review.Drafting:
		return 0
	case review.Reviewing:
		return 1 + min(draft.Step, chain-1)
	case review.Final:
		return 1 + chain
	}
	return 2 + chain
}

// sumUp counts the rows of the ledger. thisYear is that of the calendar, which the
// ledger may have overtaken.
func (o *Overview) sumUp(ledger review.Ledger, thisYear int) {
	o.Last, o.Opened = ledger.Last()
	year := max(ledger.Year(), thisYear)
	o.Next, _ = ledger.Next(year, "", o.Current.SupplementsCount)
	o.Faults = ledger.Check(o.Current)
	for _, e := range ledger {
		o.Counts.add(e, year)
	}
	for _, f := range o.Faults {
		if f.Code == review.FoundGap {
			o.Counts.Gaps++
		}
	}
}

func (c *Counts) add(e review.Entry, year int) {
	if e.Kind != review.EntryOpening {
		c.All++
	}
	if e.Number.Year != year {
		return
	}
	switch e.Kind {
	case review.EntryIssue, review.EntryPast, review.EntryDouble:
		c.Year++
	case review.EntryVoid:
		c.Void++
	}
}
