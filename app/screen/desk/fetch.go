package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// overview is what the desk shows, fetched in one go and then only painted.
type overview struct {
	series  []review.Series
	current review.Series // whose ledger is shown and new issues are made for
	waiting []item        // what waits for the acting person
	columns []column
	last    review.Entry // newest row of the ordinary sequence
	opened  bool         // the ledger has rows
	next    doc.Number
	counts  counts
	damaged bool // some drafts could not be read and are not shown
	faults  []review.Finding

	comparer diff.Comparer
}

type counts struct{ year, void, gaps, all int }

// item is a draft as a card shows it.
type item struct {
	draft   review.Draft
	role    review.Role // whose turn it is
	by      string      // who made the newest revision
	at      time.Time
	runes   int
	missing int
	changes int           // since the acting person last looked; only under review
	demands int           // still to be answered
	answers int           // answered, to be looked at
	signed  bool          // the acting person signed an earlier text
	nature  review.Nature // of what changed since, where it is his turn again
	ticks   int           // critical changes he has yet to tick
	damaged bool
}

type column struct {
	stage string // a role of the chain, or a state
	items []item
}

// activeStates are the states whose drafts stand on the desk.
var activeStates = []review.State{review.Drafting, review.Reviewing, review.Final, review.Held}

func fetch(ctx context.Context, d *review.Desk, comparer diff.Comparer, who review.Actor, chosen review.SeriesID) (overview, error) {
	o := overview{comparer: comparer}
	var err error
	if o.series, err = d.AllSeries(ctx); err != nil || len(o.series) == 0 {
		return o, err
	}
	o.current = o.series[0]
	if i := slices.IndexFunc(o.series, func(s review.Series) bool { return s.ID == chosen }); i >= 0 {
		o.current = o.series[i]
	}
	drafts, err := d.List(ctx, review.DraftFilter{Series: o.current.ID, States: activeStates})
	if o.damaged = errors.Is(err, review.ErrDamaged); err != nil && !o.damaged {
		return o, err
	}
	o.place(ctx, d, who, drafts)
	return o, o.fetchLedger(ctx, d)
}

// place sorts drafts into columns and picks out what waits for the person.
func (o *overview) place(ctx context.Context, d *review.Desk, who review.Actor, drafts []review.Draft) {
	o.columns = []column{{stage: string(review.RoleDrafter)}}
	for _, role := range o.current.Chain() {
		o.columns = append(o.columns, column{stage: string(role)})
	}
	o.columns = append(o.columns, column{stage: "final"}, column{stage: "held"})
	for i, draft := range drafts {
		it := item{draft: draft, role: draft.Waiting(o.current), at: draft.Updated}
		if i < lookLimit {
			it = look(ctx, d, o.comparer, who, it)
		}
		if it.role != "" && who.Person().Has(it.role) {
			o.waiting = append(o.waiting, it)
		}
		at := columnOf(o.current, draft)
		o.columns[at].items = append(o.columns[at].items, it)
	}
	if n := len(o.columns); len(o.columns[n-1].items) == 0 {
		o.columns = o.columns[:n-1]
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

// lookLimit is how many drafts, newest first, are read in full for their cards;
// the cards of older ones say less.
const lookLimit = 40

// look reads a draft's file for its card. A draft that cannot be read is shown
// as damaged, not left out.
func look(ctx context.Context, d *review.Desk, comparer diff.Comparer, who review.Actor, it item) item {
	f, err := d.Open(ctx, who, it.draft.ID)
	if err != nil {
		it.damaged = true
		return it
	}
	me := who.Person().ID
	it.by, it.at, it.runes = f.Name(f.Head.Author), f.Head.At, f.Head.Runes
	it.missing = len(f.Missing())
	it.demands = len(f.OpenDemands())
	it.answers = len(f.Demands) - it.demands
	it.signed = f.LastSigned(me) > 0
	if f.Can(review.ActTick, who, review.Ask{}) == nil {
		it.nature, it.ticks = f.Nature(me), len(f.CriticalOpen(me))
	}
	if since := f.Since(me); it.role != review.RoleDrafter && since < it.draft.Head {
		if from, err := d.Revision(ctx, it.draft.ID, since); err == nil {
			changes := comparer.Bulletins(from.Text, f.Head.Text).Changes()
			it.changes = len(changes)
		}
	}
	return it
}

func (o *overview) fetchLedger(ctx context.Context, d *review.Desk) error {
	ledger, err := d.Ledger(ctx, o.current.ID)
	if err != nil {
		return err
	}
	o.last, o.opened = ledger.Last()
	year := max(ledger.Year(), time.Now().Year())
	o.next, _ = ledger.Next(year, "", o.current.SupplementsCount)
	o.faults = ledger.Check(o.current)
	for _, e := range ledger {
		if e.Kind != review.EntryOpening {
			o.counts.all++
		}
		if e.Number.Year != year {
			continue
		}
		switch e.Kind {
		case review.EntryIssue, review.EntryPast, review.EntryDouble:
			o.counts.year++
		case review.EntryVoid:
			o.counts.void++
		}
	}
	for _, f := range o.faults {
		if f.Code == review.FoundGap {
			o.counts.gaps++
		}
	}
	return nil
}
