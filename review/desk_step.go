package review

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/doc"
)

// Read is what a person says of one sentence of the text before him.
type Read struct {
	Sentence doc.Hash
	Nth      int
	Opinion  Opinion
	Note     string
}

// Stepping returns how far the newest text has been stepped through by a
// person, or with "" by anybody.
func (d *Desk) Stepping(ctx context.Context, id DraftID, by PersonID) (Stepping, error) {
	var s Stepping
	err := d.store.View(ctx, func(tx Tx) (err error) {
		s, err = steppingOf(tx, id, by)
		return err
	})
	return s, err
}

func steppingOf(tx Tx, id DraftID, by PersonID) (Stepping, error) {
	draft, err := tx.Drafts().Get(id)
	if err != nil {
		return Stepping{}, err
	}
	_, rev, err := headText(tx, draft)
	if err != nil {
		return Stepping{}, err
	}
	steps, err := tx.Steps().List(id)
	return stepping(rev, steps, by), err
}

// Step records that the person whose turn it is read sentences of the newest
// text by themselves. It returns a Refusal if the text moved on since revision
// seq, ErrNotFound for a sentence that does not stand in it.
func (d *Desk) Step(ctx context.Context, who Actor, id DraftID, seq int, read ...Read) (Stepping, error) {
	var after Stepping
	_, err := d.on(ctx, ActStep, who, id, Ask{}, func(w *work) error {
		head := w.file.Head
		if seq != head.Seq {
			return refuse(ActStep, CodeMoved, "head", strconv.Itoa(head.Seq), "base", strconv.Itoa(seq))
		}
		there := Sentences(head.Text)
		for _, r := range read {
			if err := w.step(there, r); err != nil {
				return err
			}
		}
		var err error
		if after, err = steppingOf(w.tx, id, who.person.ID); err != nil {
			return err
		}
		return w.recordSteps(read, after)
	})
	return after, err
}

func (w *work) step(there []Sentence, r Read) error {
	if r.Opinion != OpinionFine && r.Opinion != OpinionDoubts {
		return refuse(ActStep, CodeUnknown, "value", string(r.Opinion))
	}
	if !slices.ContainsFunc(there, func(s Sentence) bool { return s.Hash == r.Sentence && s.Nth == r.Nth }) {
		return ErrNotFound
	}
	head := w.file.Head
	return w.tx.Steps().Add(Step{Draft: head.Draft, Sentence: r.Sentence, Nth: r.Nth, Revision: head.Seq, Text: head.TextHash,
		Opinion: r.Opinion, Note: strings.TrimSpace(r.Note), By: w.who.person.ID, At: w.at})
}

// recordSteps makes an event of the doubts and of the last sentence: what lies
// between is in the steps themselves, each with its person and time.
func (w *work) recordSteps(read []Read, after Stepping) error {
	doubts := slices.ContainsFunc(read, func(r Read) bool { return r.Opinion == OpinionDoubts })
	if !doubts && !after.Complete() {
		return nil
	}
	c := after.Count()
	return w.record(ActStep, map[string]string{"revision": strconv.Itoa(after.Revision), "text": string(after.Text),
		"all": strconv.Itoa(c.All), "fine": strconv.Itoa(c.Fine), "doubts": strconv.Itoa(c.Doubts), "carried": strconv.Itoa(c.Carried),
		"complete": strconv.FormatBool(after.Complete())})
}
