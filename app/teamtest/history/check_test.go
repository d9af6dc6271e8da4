package history

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage/memory"
)

// tale is a history in which all is well: two people, one after the other, bring
// an issue each to 定稿. The tests tell it wrongly.
type tale struct {
	t *testing.T
	History
}

func newTale(t *testing.T) *tale {
	t.Helper()
	ctx, store := t.Context(), memory.New()
	o, err := furnish(ctx, store, 2)
	if err != nil {
		t.Fatal(err)
	}
	if o.history.Begun, err = newest(ctx, store); err != nil {
		t.Fatal(err)
	}
	var first *client
	for n := range 2 {
		c, err := o.sit(ctx, n, store, 1)
		if err != nil {
			t.Fatal(err)
		}
		c.bring(t)
		if n == 0 {
			first = c
		}
	}
	h, err := o.close(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	return &tale{t, h}
}

// bring brings a new issue to 定稿 and looks at it after every step.
func (c *client) bring(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	c.begin(ctx, "")
	id := review.DraftID("")
	see := func() {
		if err := c.read(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	see()
	for _, d := range c.seen.desk {
		if d.Drafter == c.who.Person().ID {
			id = d.ID
		}
	}
	see()
	for _, do := range []func(*client, context.Context, review.Draft){write, glance, pause, pause, handOn, remark, settle, approve, sendAway, reply, handOn, approve, approve} {
		do(c, ctx, c.seen.draft)
		see()
	}
	if c.seen.draft.State != review.Final {
		t.Fatalf("the draft is %s", c.seen.draft.State)
	}
}

// op returns the nth operation of a kind.
func (h *tale) op(kind review.Action, n int) *Operation {
	for i := range h.Operations {
		if h.Operations[i].Kind == kind {
			if n--; n < 0 {
				return &h.Operations[i]
			}
		}
	}
	h.t.Fatalf("no such %s", kind)
	return nil
}

// after returns the first reading after an operation.
func (h *tale) after(op *Operation) *Reading {
	i := slices.IndexFunc(h.Readings, func(r Reading) bool { return r.Asked >= op.Answered })
	return &h.Readings[i]
}

// links returns where the events of an operation stand in the chain.
func (h *tale) links(op *Operation) (from, to int) {
	from = slices.IndexFunc(h.Chain, func(e review.Event) bool { return e.Seq > h.Begun && stampOf(e.At) == op.Stamp })
	for to = from; to < len(h.Chain) && stampOf(h.Chain[to].At) == op.Stamp; to++ {
	}
	return from, to
}

// forge gives the chain these events, with new seals, and moves what was read
// after them along.
func (h *tale) forge(events []review.Event) {
	shift := int64(len(events) - len(h.Chain))
	var last review.Event
	for i := range events {
		if shift != 0 && i < len(h.Chain) && events[i].At != h.Chain[i].At {
			h.move(h.Chain[i].Seq, shift)
			shift = 0
		}
	}
	for i, e := range events {
		events[i] = e.Seal(last)
		last = events[i]
	}
	h.Chain = events
}

func (h *tale) move(from, by int64) {
	for i := range h.Readings {
		if h.Readings[i].Seq >= from {
			h.Readings[i].Seq += by
		}
	}
}

func TestTrueTaleIsBelieved(t *testing.T) {
	h := newTale(t)
	if faults := h.Check(); len(faults) > 0 {
		t.Errorf("faults where there are none: %v", faults)
	}
	h.op(review.ActEdit, 0).Outcome = Unsure
	h.Operations = append(h.Operations, Operation{Stamp: 9999, Kind: review.ActEdit, Draft: h.op(review.ActEdit, 0).Draft, Outcome: Unsure})
	if faults := h.Check(); len(faults) > 0 {
		t.Errorf("what nobody is sure of may be done or not: %v", faults)
	}
}

// lies are tales told wrongly, each with what it must be refuted by.
var lies = []struct {
	name, want string
	tell       func(*tale)
}{
	{"a write that is lost", FaultLost, func(h *tale) {
		from, to := h.links(h.op(review.ActEdit, 1))
		h.forge(slices.Delete(slices.Clone(h.Chain), from, to))
	}},
	{"a write that is there twice, one after the other", FaultTwice, func(h *tale) {
		from, to := h.links(h.op(review.ActEdit, 0))
		h.forge(slices.Insert(slices.Clone(h.Chain), to, h.Chain[from:to]...))
	}},
	{"a write that is there again later", FaultTwice, func(h *tale) {
		from, to := h.links(h.op(review.ActEdit, 0))
		h.forge(slices.Concat(h.Chain, h.Chain[from:to]))
	}},
	{"a write that failed and is there", FaultGhost, func(h *tale) { h.op(review.ActSubmit, 0).Outcome = Failed }},
	{"a write that nobody did", FaultGhost, func(h *tale) {
		e := h.Chain[len(h.Chain)-1]
		e.At = moment(77777)
		h.forge(append(slices.Clone(h.Chain), e))
	}},
	{"half a signature", FaultTorn, func(h *tale) {
		_, to := h.links(h.op(review.ActSign, 2))
		h.forge(slices.Delete(slices.Clone(h.Chain), to-1, to))
	}},
	{"a reading in the midst of an operation", FaultTorn, func(h *tale) {
		from, _ := h.links(h.op(review.ActSign, 2))
		h.after(h.op(review.ActSign, 2)).Seq = h.Chain[from].Seq
	}},
	{"two operations in the wrong order", FaultOrder, func(h *tale) {
		a, b := h.op(review.ActCreate, 0), h.op(review.ActCreate, 1)
		i, _ := h.links(a)
		j, _ := h.links(b)
		events := slices.Clone(h.Chain)
		events[i], events[j] = events[j], events[i]
		h.forge(events)
	}},
	{"a stale reading", FaultStale, func(h *tale) {
		late := h.after(h.op(review.ActEdit, 0))
		span := late.Span
		*late = *h.after(h.op(review.ActCreate, 0))
		late.Span = span
	}},
	{"a reading that goes back behind another", FaultStale, func(h *tale) {
		op := h.op(review.ActEdit, 0)
		late, early := h.after(op), *h.after(h.op(review.ActCreate, 0))
		op.Answered = late.Answered + time.Nanosecond // so that only the other reading knows
		early.Span = Span{late.Answered + 1, late.Answered + 2}
		h.Readings = append(h.Readings, early)
	}},
	{"a reading from the future", FaultFuture, func(h *tale) {
		op := h.op(review.ActSign, 0)
		h.after(op).Span = Span{op.Asked - 2, op.Asked - 1}
	}},
	{"a reading of what never was", FaultDifferent, func(h *tale) {
		r := h.after(h.op(review.ActEdit, 0))
		r.Says[onDesk] = strings.Replace(r.Says[onDesk], "Head:2", "Head:1", 1)
	}},
	{"a number drawn twice", FaultNumber, func(h *tale) { h.number(1, 1) }},
	{"a number left out", FaultNumber, func(h *tale) { h.number(1, 3) }},
	{"a number that stands twice in the ledger", FaultDifferent, func(h *tale) {
		r := &h.Readings[len(h.Readings)-1]
		r.Says[ledgerOn] = strings.Replace(r.Says[ledgerOn], "Issue:2 Total:2", "Issue:1 Total:1", 1)
	}},
	{"an answer that shows what was not done", FaultEffect, func(h *tale) {
		op := h.op(review.ActSubmit, 0)
		op.Left = strings.Replace(op.Left, "review", "drafting", 1)
	}},
	{"a signature on a text that was not the newest", FaultEffect, func(h *tale) { h.op(review.ActSign, 0).Revision = 1 }},
	{"a refusal without a reason", FaultRefusal, func(h *tale) {
		op := *h.op(review.ActSubmit, 0)
		op.Stamp, op.Outcome, op.Code = 8888, Refused, review.CodeDemands
		h.Operations = append(h.Operations, op)
	}},
	{"an answer that nothing explains", FaultAnswer, func(h *tale) { h.op(review.ActSubmit, 0).Outcome = Broken }},
	{"a copy that was overwritten", FaultCopy, func(h *tale) {
		first, second := h.op(Autosave, 0), h.op(Autosave, 1)
		h.after(second).Copies = h.after(first).Copies
	}},
	{"a copy that comes back after it was saved", FaultCopy, func(h *tale) {
		h.after(h.op(review.ActSubmit, 0)).Copies = h.after(h.op(Autosave, 1)).Copies
	}},
	{"a copy that is gone", FaultCopy, func(h *tale) {
		h.after(h.op(Autosave, 0)).Copies = h.after(h.op(review.ActEdit, 0)).Copies
	}},
	{"a look that is forgotten", FaultLook, func(h *tale) {
		op := h.op(Look, 0)
		h.after(op).Looks[op.Draft] = 0
	}},
	{"a look that was never taken", FaultLook, func(h *tale) {
		op := h.op(Look, 0)
		h.after(op).Looks[op.Draft] = 7
	}},
	{"an event changed in the chain", FaultChain, func(h *tale) { h.Chain[len(h.Chain)-2].Actor = "somebody" }},
}

// number changes what the nth number drawn is.
func (h *tale) number(n, to int) {
	events := slices.Clone(h.Chain)
	for i, e := range events {
		if e.Action != review.ActLedger {
			continue
		}
		if n--; n < 0 {
			events[i].Detail = map[string]string{"year": "2025", "issue": string(rune('0' + to)), "total": string(rune('0' + to))}
		}
	}
	h.forge(events)
}

func TestLiesAreRefuted(t *testing.T) {
	for _, lie := range lies {
		t.Run(lie.name, func(t *testing.T) {
			h := newTale(t)
			lie.tell(h)
			faults := h.Check()
			if !slices.ContainsFunc(faults, func(f Fault) bool { return f.Code == lie.want }) {
				t.Errorf("faults %v, want one of %s", faults, lie.want)
			}
		})
	}
}
