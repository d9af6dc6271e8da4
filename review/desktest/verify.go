package desktest

import (
	"context"
	"maps"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

var verifyRules = []rule{
	{"nothing is found where all is well, and everything was looked at", func(o *office) {
		for _, s := range stages {
			o.reach(s)
		}
		o.begin().issue().reissue(drafter).finish()
		r := o.verify(o.store, "")
		if len(r.Findings) > 0 {
			o.t.Fatalf("found %+v", r.Findings)
		}
		equal(o, "drafts", r.Drafts, len(stages)+2)
		if r.Revisions < r.Drafts || r.SignOffs == 0 || r.Events == 0 {
			o.t.Errorf("looked at too little: %+v", r)
		}
	}},
	{"one draft can be verified alone", func(o *office) {
		o.begin()
		equal(o, "drafts", o.verify(o.store, o.begin().finish().id).Drafts, 1)
	}},
	{"issues signed by a shorter chain stay in order when the chain grows", func(o *office) {
		o.begin().finish()
		o.adopt(func(s *review.Series) { s.Template.Chain = []string{"责编", "核稿", "签发"} })
		if r := o.verify(o.store, ""); len(r.Findings) > 0 {
			o.t.Errorf("found %+v", r.Findings)
		}
	}},
	{"an event that was changed, removed, moved or put in between is found", func(o *office) {
		o.begin().issue()
		for name, spoil := range map[string]func([]review.Event) []review.Event{
			"detail changed": func(l []review.Event) []review.Event {
				l[9].Detail = maps.Clone(l[9].Detail)
				l[9].Detail["text"] = "别的"
				return l
			},
			"actor changed":  func(l []review.Event) []review.Event { l[9].Actor = "somebody"; return l },
			"moment changed": func(l []review.Event) []review.Event { l[9].At = l[9].At.Add(1e6); return l },
			"removed":        func(l []review.Event) []review.Event { return slices.Delete(l, 9, 10) },
			"first removed":  func(l []review.Event) []review.Event { return l[1:] },
			"swapped":        func(l []review.Event) []review.Event { l[8], l[9] = l[9], l[8]; return l },
			"counted wrongly": func(l []review.Event) []review.Event {
				n := len(l) - 1
				l[n] = l[n].Seal(review.Event{Seq: l[n-1].Seq + 1, Hash: l[n-1].Hash})
				return l
			},
			"put in between": func(l []review.Event) []review.Event { return slices.Insert(l, 9, l[8].Seal(l[8])) },
			"sealed anew":    func(l []review.Event) []review.Event { l[9].Action = "other"; l[9] = l[9].Seal(l[8]); return l },
		} {
			r := o.verify(spoiled{Store: o.store, events: spoil}, "")
			if !found(r, review.FoundChain) {
				o.t.Errorf("%s: found %+v", name, r.Findings)
			}
		}
	}},
	{"a text put under a signature is found", func(o *office) {
		d := o.begin().finish()
		r := o.verify(spoiled{Store: o.store, text: body("换了一句。")}, d.id)
		equal(o, "sign-offs that do not fit", count(r, review.FoundSignOff), 2)
		r = o.verify(spoiled{Store: o.store, text: numbered(doc.Number{Year: 2025, Issue: 9, Total: 9})}, d.id)
		equal(o, "number that was not drawn", found(r, review.FoundNumber), true)
	}},
	{"a text that the store cannot read back is found, and the rest is still looked at", func(o *office) {
		o.begin().finish()
		o.begin()
		r := o.verify(spoiled{Store: o.store, damaged: true}, "")
		equal(o, "damaged revisions", count(r, review.FoundDamaged), r.Revisions)
		equal(o, "revisions", r.Revisions, 3)
		equal(o, "other findings", len(r.Findings), 3)
	}},
	{"a signature or a ledger row taken away is found", func(o *office) {
		d := o.begin().finish()
		r := o.verify(spoiled{Store: o.store, unsigned: true}, d.id)
		equal(o, "missing signatures", count(r, review.FoundFinal), 2)
		r = o.verify(spoiled{Store: o.store, unlisted: true}, d.id)
		equal(o, "missing row", count(r, review.FoundNoRow), 1)
	}},
	{"a ledger row that does not fit its draft is found", func(o *office) {
		d := o.begin().finish()
		for name, spoil := range map[string]func(*review.Entry){
			review.FoundRow:     func(e *review.Entry) { e.Number.Total++ },
			review.FoundNoDraft: func(e *review.Entry) { e.Draft = "nobody" },
		} {
			r := o.verify(spoiled{Store: o.store, row: spoil}, "")
			equal(o, name, count(r, name), 1)
		}
		r := o.verify(spoiled{Store: o.store, row: func(e *review.Entry) { e.Kind = review.EntryVoid }}, d.id)
		equal(o, "void on one side", count(r, review.FoundRow), 1)
	}},
}

func (o *office) verify(s review.Store, only review.DraftID) review.Report {
	o.t.Helper()
	r, err := o.deskOn(s).Verify(o.ctx, only)
	o.ok(err)
	return r
}

func count(r review.Report, code string) int {
	n := 0
	for _, f := range r.Findings {
		if f.Code == code {
			n++
		}
	}
	return n
}

func found(r review.Report, code string) bool { return count(r, code) > 0 }

// spoiled shows a store as it would read if somebody had changed its contents.
type spoiled struct {
	review.Store
	events   func([]review.Event) []review.Event
	text     edit
	damaged  bool
	lost     int // the one revision that cannot be read; 0 for none
	unsigned bool
	unlisted bool
	row      func(*review.Entry) // changes every row of an issue
}

func (s spoiled) View(ctx context.Context, f func(review.Tx) error) error {
	return s.Store.View(ctx, func(tx review.Tx) error { return f(spoiledTx{tx, s}) })
}

type spoiledTx struct {
	review.Tx
	how spoiled
}

// Together implements review.Tx.
func (t spoiledTx) Together(f func(review.Tx) error) error { return f(t) }

func (t spoiledTx) Events() review.EventStore { return spoiledEvents{t.Tx.Events(), t.how.events} }

func (t spoiledTx) Revisions() review.RevisionStore {
	return spoiledRevisions{t.Tx.Revisions(), t.how}
}

func (t spoiledTx) SignOffs() review.SignOffStore {
	return spoiledSignOffs{t.Tx.SignOffs(), t.how.unsigned}
}

func (t spoiledTx) Ledger() review.LedgerStore { return spoiledLedger{t.Tx.Ledger(), t.how} }

type spoiledEvents struct {
	review.EventStore
	spoil func([]review.Event) []review.Event
}

func (e spoiledEvents) List(id review.DraftID) ([]review.Event, error) {
	list, err := e.EventStore.List(id)
	if e.spoil == nil {
		return list, err
	}
	return e.spoil(slices.Clone(list)), err
}

type spoiledRevisions struct {
	review.RevisionStore
	how spoiled
}

func (r spoiledRevisions) Get(id review.DraftID, seq int) (review.Revision, error) {
	rev, err := r.RevisionStore.Get(id, seq)
	if r.how.damaged || seq == r.how.lost {
		return review.Revision{}, review.ErrDamaged
	}
	if r.how.text != nil && err == nil {
		rev.Text = rev.Text.Clone()
		r.how.text(&rev.Text)
	}
	return rev, err
}

type spoiledSignOffs struct {
	review.SignOffStore
	gone bool
}

func (s spoiledSignOffs) List(id review.DraftID) ([]review.SignOff, error) {
	if s.gone {
		return nil, nil
	}
	return s.SignOffStore.List(id)
}

type spoiledLedger struct {
	review.LedgerStore
	how spoiled
}

func (l spoiledLedger) List(id review.SeriesID) (review.Ledger, error) {
	rows, err := l.LedgerStore.List(id)
	if l.how.unlisted {
		return nil, err
	}
	for i, e := range rows {
		if l.how.row != nil && e.Kind == review.EntryIssue {
			l.how.row(&rows[i])
		}
	}
	return rows, err
}
