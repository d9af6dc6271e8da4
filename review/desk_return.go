package review

import (
	"context"
	"strconv"
	"strings"
)

// ToDrafting sends a draft back to its drafter; a number from 0 names a step of
// the chain.
const ToDrafting = -1

// Return (退回) sends a draft back to an earlier hand, with a reason and
// itemised demands. Sign-offs from there on fall: a new round signs anew.
func (d *Desk) Return(ctx context.Context, who Actor, id DraftID, to int, reason string, demands []DemandText) (*File, error) {
	return d.on(ctx, ActReturn, who, id, Ask{Reason: strings.TrimSpace(reason)}, func(w *work) error {
		draft := &w.file.Draft
		if len(demands) == 0 {
			return refuse(ActReturn, CodeNoDemand)
		}
		if to < ToDrafting || to >= draft.Step {
			return refuse(ActReturn, CodeEarlier)
		}
		for _, t := range demands {
			if err := w.demand(reason, t); err != nil {
				return err
			}
		}
		if _, err := w.fall(max(to, 0), FellByReturn, func(SignOff) bool { return true }); err != nil {
			return err
		}
		draft.Round++
		draft.State, draft.Step = Reviewing, to
		if to == ToDrafting {
			draft.State, draft.Step = Drafting, 0
		}
		return w.record(ActReturn, map[string]string{"reason": reason, "demands": strconv.Itoa(len(demands)), "to": strconv.Itoa(to)})
	})
}

func (w *work) demand(reason string, t DemandText) error {
	if strings.TrimSpace(t.Text) == "" {
		return refuse(ActReturn, CodeNoDemand)
	}
	f := w.file
	dm := Demand{ID: newID(), Draft: f.Draft.ID, N: len(f.Demands) + 1, Round: f.Draft.Round, Reason: reason,
		Anchor: t.Anchor, Text: t.Text, By: w.who.person.ID, At: w.at, Revision: f.Head.Seq}
	f.Demands = append(f.Demands, dm)
	return w.tx.Demands().Add(dm)
}

// AnswerDemand answers demand n of a draft: done, or declined with a note
// saying why. An answer may be changed until the draft is handed on.
func (d *Desk) AnswerDemand(ctx context.Context, who Actor, id DraftID, n int, answer Answer, note string) (*File, error) {
	note = strings.TrimSpace(note)
	return d.on(ctx, ActAnswer, who, id, Ask{}, func(w *work) error {
		if n < 1 || n > len(w.file.Demands) {
			return ErrNotFound
		}
		dm := w.file.Demands[n-1]
		if dm.Answer != AnswerOpen && (dm.Round+1 != w.file.Draft.Round || dm.Answerer != who.person.ID) {
			return refuse(ActAnswer, CodeAnswered, "n", strconv.Itoa(n))
		}
		if answer != AnswerDone && answer != AnswerDeclined {
			return refuse(ActAnswer, CodeUnknown, "value", string(answer))
		}
		if answer == AnswerDeclined && note == "" {
			return refuse(ActAnswer, CodeReason)
		}
		dm.Answer, dm.Note, dm.Answerer, dm.Answered = answer, note, w.who.person.ID, w.at
		if err := w.tx.Demands().Update(dm); err != nil {
			return err
		}
		return w.record(ActAnswer, map[string]string{"n": strconv.Itoa(n), "answer": string(answer), "note": note})
	})
}
