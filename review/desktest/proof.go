package desktest

import (
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
)

const (
	slipping = "按排布署窗口。"
	settled  = "安排部署窗口。"
)

// proofreads lets the desk proofread from now on.
func (o *office) proofreads() *office {
	o.desk = o.deskOn(o.store, review.WithProofreader(wordList{"布署": true, "按排": true, "窗口": false}))
	return o
}

// wordList is proofreading just good enough for the rules of the desk: it finds
// words, some of which are errors, and what the registers forbid.
type wordList map[string]bool

func (l wordList) Proofread(text doc.Bulletin, series review.Series, items []review.Item) ([]review.Flaw, error) {
	words := map[string]bool{}
	for w, isError := range l {
		words[w] = isError
	}
	for _, i := range items {
		if i.Kind == review.ItemForbidden && i.Holds(text.Masthead.Date) {
			words[i.Name] = true
		}
	}
	var found []review.Flaw
	for _, a := range text.Articles {
		for _, p := range a.Body {
			for w, isError := range words {
				if at := strings.Index(p.Text, w); at >= 0 && !series.Rules["W-"+w].Off {
					mark := review.MarkIn(p.Text, doc.RuneOffset(len([]rune(p.Text[:at]))), "W-"+w, w)
					found = append(found, review.Flaw{Mark: mark, Place: doc.Place{Article: a.ID, Paragraph: p.ID}, Error: isError})
				}
			}
		}
	}
	return found, nil
}

// under brings a draft with this closing paragraph under review on a desk that
// proofreads.
func (o *office) under(text string) *draft {
	o.t.Helper()
	d := o.proofreads().begin()
	d.write(drafter, closing(text))
	return d.submit()
}

// signDespite signs the newest text, passing its errors for the reason given.
func (d *draft) signDespite(name, reason string) (*review.File, error) {
	d.t.Helper()
	return d.desk.Sign(d.ctx, d.as(name), d.id, review.Signing{Revision: d.file().Head.Seq, Errors: reason})
}

var proofRules = []rule{
	{"open errors stand in the way of a signature and are named", func(o *office) {
		d := o.under(slipping)
		_, err := d.trySign(editor, "开会要用")
		r := o.refused(err, review.CodeFlaws)
		equal(o, "count", r.Args["count"], "2")
		equal(o, "problems", len(r.Problems), 2)
		equal(o, "place", r.Problems[0].Place.Paragraph, "p2")
		equal(o, "sign-offs", len(d.file().SignOffs), 0)
	}},
	{"errors are passed for a reason, which the sign-off and the record say", func(o *office) {
		d := o.under(slipping)
		f, err := d.signDespite(editor, "原件如此")
		o.ok(err)
		equal(o, "reason", f.SignOffs[0].Errors, "原件如此")
		equal(o, "override", f.SignOffs[0].Override, "")
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		equal(o, "recorded", events[len(events)-1].Detail["errors"], "原件如此")
	}},
	{"the reason is not written where no error stood", func(o *office) {
		f, err := o.under(settled).signDespite(editor, "预先写好")
		o.ok(err)
		equal(o, "reason", f.SignOffs[0].Errors, "")
	}},
	{"what is no error warns of nothing, and a desk that proofreads nothing asks nothing", func(o *office) {
		o.under(settled).sign(editor)
		d := o.under(slipping)
		o.desk = o.deskOn(o.store)
		d.sign(editor)
	}},
	{"a rule switched off in the series stands in nobody's way, and comes back as it was", func(o *office) {
		d := o.under("按排窗口。")
		o.ok(o.desk.SetRule(o.ctx, o.as(editor), o.series.ID, "W-按排", review.RuleSetting{Off: true}))
		equal(o, "flaws", len(d.openErrors()), 0)
		o.ok(o.desk.SetRule(o.ctx, o.as(editor), o.series.ID, "W-按排", review.RuleSetting{}))
		equal(o, "flaws", len(d.openErrors()), 1)
		equal(o, "settings left", len(d.file().Series.Rules), 0)
	}},
	{"what the registers forbid is an error from the day on which it holds", func(o *office) {
		forbidden := review.Item{Kind: review.ItemForbidden, Name: "部署", From: doc.Date{Year: 2025, Month: 6, Day: 16}}
		o.enter(forbidden)
		d := o.under(settled)
		equal(o, "the day before", len(d.openErrors()), 0)
		d.write(editor, dated("2025-06-16"))
		equal(o, "on the day", len(d.openErrors()), 1)
	}},
	{"findings are counted when they end: taken over, dismissed, or handed on", func(o *office) {
		d := o.proofreads().begin()
		d.write(drafter, closing(slipping))
		o.ok(o.desk.Accepted(o.ctx, d.id, map[string]int{"W-按排": 1}))
		d.write(drafter, closing("安排布署窗口。"))
		made := d.dismiss(drafter, review.MarkIn("安排布署窗口。", 2, "W-布署", "布署"), review.ScopeOnce)
		d.submit().sign(editor)
		o.tally("W-按排", review.Tally{Shown: 1, Accepted: 1})
		o.tally("W-布署", review.Tally{Shown: 1, Dismissed: 1})
		o.tally("W-窗口", review.Tally{Shown: 4}) // it stands twice, and was handed on twice
		o.ok(o.desk.Undismiss(o.ctx, o.as(checker), d.id, made.ID))
		o.tally("W-布署", review.Tally{})
	}},
}

func (d *draft) openErrors() []review.Flaw {
	d.t.Helper()
	open, err := d.file().OpenErrors()
	d.ok(err)
	return open
}

// tally fails unless a rule's counts are these.
func (o *office) tally(rule string, want review.Tally) {
	o.t.Helper()
	all, err := o.desk.Tallies(o.ctx, o.series.ID)
	o.ok(err)
	want.Series, want.Rule = o.series.ID, rule
	for _, t := range all {
		if t.Rule == rule {
			equal(o, "tally of "+rule, t, want)
			return
		}
	}
	o.t.Fatalf("no tally of %s", rule)
}
