package desktest

import (
	"errors"
	"strings"
	"time"

	"jianbao/review"
)

var keyRules = []rule{
	{"setting a PIN makes a key, changing it keeps the key", func(o *office) {
		id := o.as(editor).Person().ID
		before := o.keys(id)
		equal(o, "keys", len(before), 1)
		equal(o, "halves", len(before[0].Public), len(review.Suites()))
		o.ok(o.desk.SetPIN(o.ctx, id, pin, "9753"))
		after := o.keys(id)
		equal(o, "keys", len(after), 1)
		equal(o, "fingerprint", after[0].Public[0].Fingerprint(), before[0].Public[0].Fingerprint())
		a, err := o.desk.Unlock(o.ctx, editor, "9753")
		o.ok(err)
		d := o.begin().submit()
		d.fine(o.desk.Sign(o.ctx, a, d.id, review.Signing{Revision: 1}))
		o.sound()
	}},
	{"a lost PIN ends the key: a new one takes its place, and old signatures stay valid", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		id, old := o.as(editor).Person().ID, o.as(editor)
		o.ok(o.desk.LosePIN(o.ctx, o.as(checker), id, "9753"))
		keys := o.keys(id)
		equal(o, "keys", len(keys), 2)
		equal(o, "why", keys[0].Ended, review.KeyLost)
		equal(o, "sealed half destroyed", keys[0].Sealed == nil, true)
		equal(o, "who did it", o.lastOf(review.ActKey, string(review.KeyLost)).Actor, o.as(checker).Person().ID)
		_, err := o.desk.Unlock(o.ctx, editor, pin)
		o.is(err, review.ErrWrongPIN)
		e := o.begin().submit()
		_, err = o.desk.Sign(o.ctx, old, e.id, review.Signing{Revision: 1})
		o.refused(err, review.CodeKey)
		a, err := o.desk.Unlock(o.ctx, editor, "9753")
		o.ok(err)
		e.fine(o.desk.Sign(o.ctx, a, e.id, review.Signing{Revision: 1}))
		equal(o, "signatures", o.sound().Signatures, 2)
	}},
	{"only another person who gave his PIN replaces a lost one", func(o *office) {
		id := o.as(editor).Person().ID
		unproved, err := o.desk.As(o.ctx, checker)
		o.ok(err)
		for _, who := range []review.Actor{{}, unproved, o.as(editor), o.as(leaver)} {
			o.refused(o.desk.LosePIN(o.ctx, who, id, "9753"), review.CodeWitness)
		}
		o.is(o.desk.LosePIN(o.ctx, o.as(checker), id, "12"), review.ErrWeakPIN)
		o.refused(o.desk.LosePIN(o.ctx, o.as(checker), o.as(leaver).Person().ID, "9753"), review.CodeInactive)
		o.as(editor)
	}},
	{"the key of who leaves ends; who comes back gets another one", func(o *office) {
		d := o.begin().submit()
		a := o.as(editor)
		p := a.Person()
		o.ok(o.desk.ChangePerson(o.ctx, p.ID, p.Roles, true))
		equal(o, "why", o.keys(p.ID)[0].Ended, review.KeyLeft)
		_, err := o.desk.Sign(o.ctx, a, d.id, review.Signing{Revision: 1})
		o.is(err, review.ErrRefused)
		o.as(editor)
		equal(o, "no key while away", len(o.keys(p.ID)), 1)
		o.ok(o.desk.ChangePerson(o.ctx, p.ID, p.Roles, false))
		_, err = o.desk.Sign(o.ctx, a, d.id, review.Signing{Revision: 1})
		o.refused(err, review.CodeKey)
		d.sign(editor)
		equal(o, "keys", len(o.keys(p.ID)), 2)
		o.sound()
	}},
	{"a signature dated after its key ended is found", func(o *office) {
		d := o.begin().finish()
		r := o.verify(doctored{Store: o.store, key: func(k *review.Key) {
			k.Ended, k.ToSeq = review.KeyLeft, k.FromSeq+1
		}}, d.id)
		equal(o, "signatures", count(r, review.FoundKey), 2)
	}},
	{"a key put away signs no more until the PIN is given again", func(o *office) {
		d := o.begin().submit()
		a := o.as(editor)
		a.Rest()
		_, err := o.desk.Sign(o.ctx, a, d.id, review.Signing{Revision: 1})
		o.refused(err, review.CodeKey)
		d.sign(editor)
	}},
}

var tryRules = []rule{
	{"after five wrong PINs even the right one has to wait, longer each time", func(o *office) {
		for range 5 {
			o.wrong(editor)
		}
		wait := 10 * time.Second
		for range 9 {
			_, err := o.desk.Unlock(o.ctx, editor, pin)
			o.refused(err, review.CodeTries)
			o.later(wait - time.Millisecond)
			_, err = o.desk.Unlock(o.ctx, editor, pin)
			o.refused(err, review.CodeTries)
			o.later(time.Millisecond)
			o.wrong(editor)
			wait = min(2*wait, 15*time.Minute)
		}
		o.later(wait)
		o.as(editor)
		o.as(editor) // and all is forgotten
		o.as(checker)
	}},
	{"another desk on the same store waits too, and setting a PIN is a try", func(o *office) {
		id := o.as(editor).Person().ID
		for range 5 {
			o.is(o.desk.SetPIN(o.ctx, id, "0000", "9753"), review.ErrWrongPIN)
		}
		_, err := o.deskOn(o.store).Unlock(o.ctx, editor, pin)
		o.refused(err, review.CodeTries)
	}},
	{"a clock turned back locks nobody out, but tries go on counting", func(o *office) {
		for range 5 {
			o.wrong(editor)
		}
		o.later(-24 * time.Hour)
		o.wrong(editor)
		_, err := o.desk.Unlock(o.ctx, editor, pin)
		equal(o, "seconds", o.refused(err, review.CodeTries).Args["seconds"], "20")
		o.later(20 * time.Second)
		o.as(editor)
	}},
	{"wrong PINs are recorded, and nothing of what was given anywhere", func(o *office) {
		const secret = "9183746"
		_, err := o.desk.Unlock(o.ctx, editor, secret)
		o.is(err, review.ErrWrongPIN)
		equal(o, "recorded", o.lastOf(review.ActPIN, "wrong").Detail["failed"], "1")
		equal(o, "in an error", strings.Contains(err.Error(), secret), false)
		id := o.as(editor).Person().ID
		o.ok(o.desk.SetPIN(o.ctx, id, pin, secret))
		o.is(o.desk.SetPIN(o.ctx, id, secret, ""), review.ErrWeakPIN)
		equal(o, "in an event", o.holds(secret), false)
		for _, k := range o.keys(id) {
			equal(o, "in a key", strings.Contains(string(k.Sealed), secret), false)
		}
	}},
}

func (o *office) wrong(name string) {
	o.t.Helper()
	if _, err := o.desk.Unlock(o.ctx, name, "0000"); !errors.Is(err, review.ErrWrongPIN) {
		o.t.Fatalf("got %v, want %v", err, review.ErrWrongPIN)
	}
}

func (o *office) keys(id review.PersonID) []review.Key {
	o.t.Helper()
	keys, err := o.desk.Keys(o.ctx, id)
	o.ok(err)
	return keys
}

// lastOf returns the newest event of this kind.
func (o *office) lastOf(a review.Action, what string) (last review.Event) {
	o.t.Helper()
	events, err := o.desk.History(o.ctx, "")
	o.ok(err)
	for _, e := range events {
		if e.Action == a && e.Detail["what"] == what {
			last = e
		}
	}
	return last
}
