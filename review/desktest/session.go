package desktest

import (
	"time"

	"jianbao/review"
)

var sessionRules = []rule{
	{"who sits down is seen at work, with what he has open, until he stands up", func(o *office) {
		d := o.begin()
		mine := o.sit(drafter, "一号机")
		o.later(time.Second)
		yours := o.sit(editor, "二号机")
		mine.Draft, mine.Screen = d.id, "compose"
		o.ok(o.desk.Beat(o.ctx, mine))
		p := o.pulse()
		equal(o, "at work", len(p.Sessions), 2)
		equal(o, "first", p.Sessions[0], review.Session{ID: mine.ID, Person: o.as(drafter).Person().ID, Machine: "一号机",
			Draft: d.id, Screen: "compose", Started: mine.Started, Beat: o.now})
		o.ok(o.desk.StandUp(o.ctx, mine.ID))
		o.ok(o.desk.StandUp(o.ctx, mine.ID))
		p = o.pulse()
		equal(o, "still at work", len(p.Sessions), 1)
		equal(o, "who", p.Sessions[0].ID, yours.ID)
	}},
	{"a session that was silent for half a minute is at work no more, and is again with its next beat", func(o *office) {
		s := o.sit(drafter, "一号机")
		o.later(review.Silence - time.Millisecond)
		equal(o, "before", len(o.pulse().Sessions), 1)
		o.later(time.Millisecond)
		equal(o, "silent", len(o.pulse().Sessions), 0)
		o.ok(o.desk.Beat(o.ctx, s))
		equal(o, "back", len(o.pulse().Sessions), 1)
	}},
	{"a laptop that was closed for a week goes on where it was", func(o *office) {
		s := o.sit(drafter, "一号机")
		o.later(7 * 24 * time.Hour)
		o.ok(o.desk.StandUp(o.ctx, o.sit(editor, "二号机").ID))
		equal(o, "kept", len(o.sessions()), 0)
		o.ok(o.desk.Beat(o.ctx, s))
		equal(o, "back since", o.pulse().Sessions[0].Started, s.Started)
	}},
	{"a clock that was set back makes no dead session live", func(o *office) {
		o.sit(drafter, "一号机")
		o.later(-time.Hour)
		equal(o, "at work", len(o.pulse().Sessions), 0)
	}},
	{"without a clock of its own a desk goes by the store's", func(o *office) {
		var before, after time.Time
		o.ok(o.store.View(o.ctx, func(tx review.Tx) (err error) { before, err = tx.Now(); return err }))
		s, err := review.NewDesk(o.store).SitDown(o.ctx, o.as(drafter), "一号机")
		o.ok(err)
		o.ok(o.store.View(o.ctx, func(tx review.Tx) (err error) { after, err = tx.Now(); return err }))
		if s.Beat.Before(before) || s.Beat.After(after) {
			o.t.Fatalf("beat at %v, not between %v and %v", s.Beat, before, after)
		}
	}},
	{"nothing beats that never sat down", func(o *office) {
		o.is(o.desk.Beat(o.ctx, review.Session{}), review.ErrNotFound)
		equal(o, "kept", len(o.sessions()), 0)
	}},
	{"the pulse tells that something was done, and is changed by no beat", func(o *office) {
		before := o.pulse().Seq
		s := o.sit(drafter, "一号机")
		o.ok(o.desk.Beat(o.ctx, s))
		equal(o, "after a beat", o.pulse().Seq, before)
		o.begin()
		equal(o, "after a draft", o.pulse().Seq, before+1)
		equal(o, "the time", o.pulse().Now, o.now)
	}},
}

// sit begins a session.
func (o *office) sit(name, machine string) review.Session {
	o.t.Helper()
	s, err := o.desk.SitDown(o.ctx, o.as(name), machine)
	o.ok(err)
	return s
}

func (o *office) pulse() review.Pulse {
	o.t.Helper()
	p, err := o.desk.Pulse(o.ctx)
	o.ok(err)
	return p
}

// sessions are all that are kept, dead ones too.
func (o *office) sessions() (all []review.Session) {
	o.t.Helper()
	o.ok(o.store.View(o.ctx, func(tx review.Tx) (err error) {
		all, err = tx.Sessions().List()
		return err
	}))
	return all
}
