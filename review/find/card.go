package find

import (
	"cmp"
	"slices"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Card is what is known of a text without reading it: what filters and order go
// by.
type Card struct {
	Draft    review.DraftID
	Revision int
	Newest   bool // no later text of the draft stands
	Series   review.SeriesID
	State    review.State
	Heading  string
	Label    string
	Number   doc.Number // drawn, or the one the text bears
	Date     doc.Date   // of the issue; zero where none is stated
	At       time.Time  // when the text was made, to the millisecond
	By       string     // who made it
}

// CardOf returns the card of a text; by is the name of its author.
func CardOf(d review.Draft, r review.Revision, by string) Card {
	m := r.Text.Masthead
	c := Card{Draft: d.ID, Revision: r.Seq, Newest: r.Seq == d.Head, Series: d.Series, State: d.State, Heading: r.Text.Heading(),
		Label: m.Label, Number: d.Number, Date: m.Date, At: r.At.UTC().Truncate(time.Millisecond), By: by}
	if c.Number.IsZero() {
		c.Number = m.Number
	}
	if c.Number.Year == 0 && !c.Number.IsZero() {
		c.Number.Year = m.Date.Year
	}
	return c
}

// Before reports whether a stands before b: the newer issue first, by its date
// or else by when it was written.
func (c Card) Before(o Card) int {
	return cmp.Or(
		cmp.Compare(o.day(), c.day()),
		cmp.Compare(o.Number.Total, c.Number.Total),
		o.At.Compare(c.At),
		cmp.Compare(c.Draft, o.Draft),
		cmp.Compare(o.Revision, c.Revision))
}

func (c Card) day() int { return dayOf(c.dated()) }

// dated is the day of the issue, or that on which the text was made.
func (c Card) dated() doc.Date {
	if c.Date.IsZero() {
		return doc.DateOf(c.At)
	}
	return c.Date
}

func dayOf(d doc.Date) int { return (d.Year*100+d.Month)*100 + d.Day }

// Admits reports whether a text may be found at all, whatever it says.
func (q Query) Admits(c Card) bool {
	day := c.day()
	switch {
	case q.Series != "" && q.Series != c.Series,
		len(q.States) > 0 && !slices.Contains(q.States, c.State),
		!q.From.IsZero() && day < dayOf(q.From),
		!q.To.IsZero() && day > dayOf(q.To):
		return false
	}
	agrees := func(asked, is int) bool { return asked == 0 || asked == is }
	return agrees(q.Number.Year, cmp.Or(c.Number.Year, c.Date.Year)) && agrees(q.Number.Issue, c.Number.Issue) && agrees(q.Number.Total, c.Number.Total)
}
