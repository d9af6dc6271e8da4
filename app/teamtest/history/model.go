package history

import (
	"fmt"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// chain is who signs in the office of a history, first to last.
var chain = []review.Role{"责编", "核稿"}

// model is the office as it must be after a number of events. It knows the rules
// as a person would tell them, not as review.Desk keeps them.
type model struct {
	drafts map[review.DraftID]*draft
	onDesk map[review.DraftID]*draft
	ledger []ledgerRow
	told   string // the ledger rendered; "" once it changed
}

// draft is one draft as it must be.
type draft struct {
	draftRow
	revisions []revisionRow
	signOffs  []signOffRow
	comments  []commentRow
	demands   []demandRow
}

func newModel() *model {
	return &model{drafts: map[review.DraftID]*draft{}, onDesk: map[review.DraftID]*draft{}}
}

// ended reports whether a draft in this state has left the desk.
func ended(s review.State) bool {
	return s == review.Archived || s == review.Withdrawn || s == review.Voided
}

// do lets an operation happen, of which the store tells by these events. It
// returns the actions that the events must tell of, one by one.
func (m *model) do(op *Operation, events []review.Event) []review.Action {
	d := m.drafts[op.Draft]
	if op.Kind == review.ActCreate {
		d = m.create(op)
	}
	told := rules[op.Kind].do(m, d, op, events)
	if op.Kind != review.ActCreate {
		d.Updated, d.Version = op.Stamp, d.Version+1
	}
	m.onDesk[d.ID] = d
	if ended(d.State) {
		delete(m.onDesk, d.ID)
	}
	return told
}

func (m *model) create(op *Operation) *draft {
	d := &draft{draftRow: draftRow{ID: op.Draft, State: review.Drafting, Label: op.Label, Drafter: op.Person, Updated: op.Stamp}}
	m.drafts[d.ID] = d
	return d
}

// refuses returns the code by which the operation must be refused, "" if nothing
// stands in its way.
func (m *model) refuses(op *Operation) string {
	if op.Kind == review.ActCreate {
		return ""
	}
	d, there := m.drafts[op.Draft]
	if !there {
		return "no such draft"
	}
	r := rules[op.Kind]
	if !slices.Contains(r.from, d.State) {
		return review.CodeState
	}
	if r.refuses == nil {
		return ""
	}
	return r.refuses(d, op)
}

// says renders a subject.
func (m *model) says(subject string) string {
	if subject == onDesk {
		var rows []draftRow
		for _, d := range m.onDesk {
			rows = append(rows, d.draftRow)
		}
		return sayDrafts(rows)
	}
	if subject == ledgerOn {
		if m.told == "" {
			m.told = sayLedger(m.ledger)
		}
		return m.told
	}
	return m.saysOf(subject)
}

func (m *model) saysOf(subject string) string {
	var kind, id string
	fmt.Sscan(subject, &kind, &id)
	d, there := m.drafts[review.DraftID(id)]
	if !there {
		return "no such draft"
	}
	switch kind + separator {
	case texts:
		return say(d.revisions)
	case signed:
		return say(d.signOffs)
	case remarks:
		return say(d.comments)
	case demanded:
		return say(d.demands)
	}
	return say([]draftRow{d.draftRow})
}

// next is the number that a draft with this label draws.
func (m *model) next(label string) doc.Number {
	n := doc.Number{Year: epoch.Year(), Issue: 1}
	total := 0
	for _, row := range m.ledger {
		total = max(total, row.Number.Total)
		if row.Label == label {
			n.Issue = max(n.Issue, row.Number.Issue+1)
		}
	}
	if label == "" {
		n.Total = total + 1
	}
	return n
}
