package history

import (
	"slices"

	"jianbao/review"
)

func notEarlier(d *draft, op *Operation) string {
	if op.Target >= d.Step {
		return review.CodeEarlier
	}
	return ""
}

func sendBack(_ *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	d.demands = append(d.demands, demandRow{N: len(d.demands) + 1, Round: d.Round, Revision: d.Head, By: op.Person, At: op.Stamp, AnsweredAt: -1})
	told := d.fall(op, max(op.Target, 0), review.FellByReturn)
	d.Round++
	d.State, d.Step = review.Reviewing, op.Target
	if op.Target == review.ToDrafting {
		d.State, d.Step = review.Drafting, 0
	}
	return append(told, review.ActReturn)
}

func answered(d *draft, op *Operation) string {
	if op.Target < 1 || op.Target > len(d.demands) {
		return "no such demand"
	}
	row := d.demands[op.Target-1]
	if row.Answer != review.AnswerOpen && (row.Round+1 != d.Round || row.Answerer != op.Person) {
		return review.CodeAnswered
	}
	return ""
}

func answer(_ *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	row := &d.demands[op.Target-1]
	row.Answer, row.Answerer, row.AnsweredAt = review.AnswerDone, op.Person, op.Stamp
	return []review.Action{review.ActAnswer}
}

// thread finds the comment that was made by the operation with a stamp.
func (d *draft) thread(stamp int) int {
	return slices.IndexFunc(d.comments, func(row commentRow) bool { return row.At == stamp })
}

// closed is for the closing of a comment; who only makes one has no target.
func closed(d *draft, op *Operation) string {
	if op.Target == 0 {
		return ""
	}
	i := d.thread(op.Target)
	if i < 0 {
		return "no such comment"
	}
	if d.comments[i].Status != review.CommentOpen {
		return review.CodeClosed
	}
	return ""
}

func comment(_ *model, d *draft, op *Operation, _ []review.Event) []review.Action {
	if op.Target == 0 {
		d.comments = append(d.comments, commentRow{At: op.Stamp, Revision: d.Head, Author: op.Person, Status: review.CommentOpen, ClosedAt: -1})
	} else {
		row := &d.comments[d.thread(op.Target)]
		row.Status, row.Closer, row.ClosedAt = review.CommentResolved, op.Person, op.Stamp
	}
	return []review.Action{review.ActComment}
}

func hold(_ *model, d *draft, _ *Operation, _ []review.Event) []review.Action {
	d.Held, d.State = d.State, review.Held
	return []review.Action{review.ActHold}
}

func resume(_ *model, d *draft, _ *Operation, _ []review.Event) []review.Action {
	d.State, d.Held = d.Held, ""
	return []review.Action{review.ActResume}
}

func numbered(d *draft, _ *Operation) string {
	if d.State == review.Held && d.Held == review.Final {
		return review.CodeNumbered
	}
	return ""
}

// to is an operation that only changes the state.
func to(a review.Action, s review.State) func(*model, *draft, *Operation, []review.Event) []review.Action {
	return func(_ *model, d *draft, _ *Operation, _ []review.Event) []review.Action {
		d.State = s
		return []review.Action{a}
	}
}

func void(m *model, d *draft, _ *Operation, _ []review.Event) []review.Action {
	d.State = review.Voided
	i := slices.IndexFunc(m.ledger, func(row ledgerRow) bool { return row.Draft == d.ID })
	m.ledger[i].Kind, m.told = review.EntryVoid, ""
	return []review.Action{review.ActVoid}
}
