package desktest

import (
	"reflect"

	"jianbao/review"
)

var surveyRules = []rule{
	{"a survey brought up to date says what a fresh one says, whatever was done in between", func(o *office) {
		o.compares()
		kept := map[string]*review.Survey{}
		for _, s := range stages {
			d := o.reach(s)
			for _, m := range mutations {
				for _, name := range []string{drafter, allHands} {
					_ = m.try(d, d.as(name)) // refused or not
					kept[name] = o.refreshed(s.name+", "+m.method, name, kept[name])
				}
			}
			o.truthful(allHands, kept[allHands])
		}
	}},
	{"a survey is kept for one person and one series", func(o *office) {
		o.begin()
		other := o.series
		other.ID, other.Name = "", "专报"
		other, err := o.desk.AddSeries(o.ctx, o.as(editor), other)
		o.ok(err)
		s := o.refreshed("the first", editor, nil)
		s = o.refreshed("another person", drafter, s)
		equal(o, "waiting", s.Drafts[0].Mine, true)
		s, err = o.desk.Survey(o.ctx, o.as(drafter), other.ID, s)
		o.ok(err)
		equal(o, "drafts of another series", len(s.Drafts), 0)
	}},
	{"looking at a draft changes the glance of who looked", func(o *office) {
		d := o.begin().submit()
		first := d.file().Draft.Head
		s := o.refreshed("submitted", editor, nil)
		equal(o, "from the first text", s.Drafts[0].Since, first)
		d.write(editor, body("会议强调，要夯实基础、形成合力。"))
		s = o.refreshed("changed", editor, s)
		if s.Drafts[0].From == nil || s.Drafts[0].Head == nil {
			o.t.Fatal("what changed cannot be told")
		}
		o.ok(o.desk.Looked(o.ctx, o.as(editor), d.id, d.file().Draft.Head))
		s = o.refreshed("looked", editor, s)
		equal(o, "nothing is left to look at", s.Drafts[0].From == nil, true)
	}},
}

// truthful holds what a survey tells against the drafts themselves.
func (o *office) truthful(name string, s *review.Survey) {
	o.t.Helper()
	who := o.as(name)
	me := who.Person().ID
	for _, g := range s.Drafts[:min(len(s.Drafts), review.SurveyRoom)] {
		f, err := o.desk.Open(o.ctx, who, g.Draft.ID)
		o.ok(err)
		want := review.Glance{Draft: f.Draft, Role: g.Role, Mine: who.Person().Has(g.Role), Author: f.Head.Author, At: f.Head.At, Runes: f.Head.Runes,
			Missing: len(f.Missing()), Demands: len(f.OpenDemands()), Signed: f.LastSigned(me) > 0, Since: g.Since, From: g.From, Head: g.Head}
		want.Answers = len(f.Demands) - want.Demands
		if f.Can(review.ActTick, who, review.Ask{}) == nil {
			want.Nature, want.Ticks = f.Nature(me), len(f.CriticalOpen(me))
		}
		if g.Mine && f.Draft.State == review.Reviewing {
			equal(o, "since", g.Since, f.Since(me))
			equal(o, "something to look at", g.From != nil, f.Since(me) < f.Draft.Head)
		}
		if !reflect.DeepEqual(*g, want) {
			o.t.Fatalf("%s is told\n%+v\nand the draft says\n%+v", name, *g, want)
		}
	}
}

// refreshed brings a survey up to date, and compares it with a fresh one.
func (o *office) refreshed(when, name string, before *review.Survey) *review.Survey {
	o.t.Helper()
	who := o.as(name)
	got, err := o.desk.Survey(o.ctx, who, o.series.ID, before)
	o.ok(err)
	want, err := o.desk.Survey(o.ctx, who, o.series.ID, nil)
	o.ok(err)
	if !reflect.DeepEqual(got, want) {
		o.t.Fatalf("%s: %s is told\n%+v\nwhere a fresh survey says\n%+v", when, name, got, want)
	}
	return got
}
