package history

import (
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// rule is what one kind of operation does: in which states it may, what stands
// in its way, and what it leads to.
type rule struct {
	from    []review.State
	refuses func(*draft, *Operation) string
	do      func(*model, *draft, *Operation, []review.Event) []review.Action
}

var (
	written  = []review.State{review.Drafting, review.Reviewing}
	reviewed = []review.State{review.Reviewing}
)

// rules is every kind of operation that leaves events.
var rules = map[review.Action]rule{
	review.ActCreate:   {do: create},
	review.ActEdit:     {from: written, refuses: unlessBase, do: save},
	review.ActSubmit:   {from: []review.State{review.Drafting}, refuses: (*draft).owes, do: submit},
	review.ActSign:     {from: reviewed, refuses: unsignable, do: sign},
	review.ActReturn:   {from: reviewed, refuses: notEarlier, do: sendBack},
	review.ActAnswer:   {from: written, refuses: answered, do: answer},
	review.ActComment:  {from: written, refuses: closed, do: comment},
	review.ActHold:     {from: []review.State{review.Drafting, review.Reviewing, review.Final}, do: hold},
	review.ActResume:   {from: []review.State{review.Held}, do: resume},
	review.ActWithdraw: {from: []review.State{review.Drafting, review.Reviewing, review.Held}, refuses: numbered, do: to(review.ActWithdraw, review.Withdrawn)},
	review.ActIssue:    {from: []review.State{review.Final}, do: to(review.ActIssue, review.Issued)},
	review.ActArchive:  {from: []review.State{review.Issued}, do: to(review.ActArchive, review.Archived)},
	review.ActVoid:     {from: []review.State{review.Final, review.Issued, review.Archived}, do: void},
}

func create(_ *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	d.revise(op, 0, review.RoleDrafter, review.CauseNew, op.Hash)
	return []review.Action{review.ActCreate}
}

// revise adds a revision, which becomes the newest unless it stands aside.
func (d *draft) revise(op *Operation, parent int, stage review.Role, cause review.Cause, hash doc.Hash) {
	d.revisions = append(d.revisions, revisionRow{Seq: len(d.revisions) + 1, Parent: parent, Round: d.Round, Stage: stage,
		Cause: cause, Author: op.Person, Hash: hash, At: op.Stamp})
	if cause != review.CauseAside {
		d.Head = len(d.revisions)
	}
}

// turn is the role that writes or signs now.
func (d *draft) turn() review.Role {
	if d.State == review.Drafting {
		return review.RoleDrafter
	}
	return chain[d.Step]
}

func unlessBase(d *draft, op *Operation) string {
	if op.Revision < 1 || op.Revision > len(d.revisions) {
		return "no such revision"
	}
	return ""
}

func save(_ *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	if op.Revision != d.Head {
		d.revise(op, op.Revision, d.turn(), review.CauseAside, op.Hash)
		return []review.Action{review.ActEdit}
	}
	d.revise(op, op.Revision, d.turn(), review.CauseSave, op.Hash)
	return append([]review.Action{review.ActEdit}, d.fall(op, 0, review.FellByChange)...)
}

// fall lets the sign-offs that stand from a step on fall, and puts the draft back
// to the first of them.
func (d *draft) fall(op *Operation, from int, why review.Fall) []review.Action {
	var told []review.Action
	for i := range d.signOffs {
		s := &d.signOffs[i]
		if s.Fell != "" || s.Step < from {
			continue
		}
		s.Fell, s.FellAt = why, op.Stamp
		if d.State == review.Reviewing {
			d.Step = min(d.Step, s.Step)
		}
		told = append(told, review.ActFall)
	}
	return told
}

// owes returns what stands in the way of handing on.
func (d *draft) owes(*Operation) string {
	if slices.ContainsFunc(d.demands, func(row demandRow) bool { return row.Answer == review.AnswerOpen }) {
		return review.CodeDemands
	}
	return ""
}

// submit takes the unsaved copy with it; which it was, the first event tells, and
// the copies are held against that (see registers).
func submit(_ *model, d *draft, op *Operation, events []review.Event) []review.Action {
	told := []review.Action{review.ActSubmit}
	if hash, ok := tookCopy(events); ok {
		d.revise(op, d.Head, review.RoleDrafter, review.CauseSubmit, hash)
		told = append(append([]review.Action{review.ActEdit}, d.fall(op, 0, review.FellByChange)...), told...)
	}
	d.State, d.Step = review.Reviewing, 0
	return told
}

// tookCopy returns the hash of the unsaved copy that a submission took with it.
func tookCopy(events []review.Event) (doc.Hash, bool) {
	if len(events) == 0 || events[0].Action != review.ActEdit {
		return "", false
	}
	return doc.Hash(events[0].Detail["text"]), true
}

func unsignable(d *draft, op *Operation) string {
	if op.Revision != d.Head {
		return review.CodeMoved
	}
	if code := d.owes(op); code != "" {
		return code
	}
	if slices.ContainsFunc(d.comments, func(row commentRow) bool { return row.Status == review.CommentOpen }) {
		return review.CodeComments
	}
	return ""
}

func sign(m *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	text := d.revisions[d.Head-1].Hash
	d.signOffs = append(d.signOffs, signOffRow{Step: d.Step, Round: d.Round, Revision: d.Head, Person: op.Person, Hash: text, At: op.Stamp, FellAt: -1})
	if d.Step+1 < len(chain) {
		d.Step++
		return []review.Action{review.ActSign}
	}
	d.Number = m.next(d.Label)
	m.enter(ledgerRow{Kind: review.EntryIssue, Number: d.Number, Label: d.Label, Draft: d.ID, By: op.Person, At: op.Stamp})
	d.revise(op, d.Head, d.turn(), review.CauseFinal, text)
	d.State, d.Step = review.Final, len(chain)
	return []review.Action{review.ActSign, review.ActEdit, review.ActLedger}
}

// enter adds a row to the ledger.
func (m *model) enter(row ledgerRow) { m.ledger, m.told = append(m.ledger, row), "" }
