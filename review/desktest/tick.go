package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

const (
	satisfied    = "二季度群众满意率达到98%。"
	moreHappy    = "二季度群众满意率达到99%。"
	mostHappy    = "二季度群众满意率达到97%。"
	otherWord    = "二季度群众满意度达到98%。"
	moreAndOther = "二季度群众满意度达到99%。"
	tickedChange = "98>99"
)

// tick lets a person tick a critical change of the draft.
func (d *draft) tick(name, change string) {
	d.t.Helper()
	d.fine(d.desk.Tick(d.ctx, d.as(name), d.id, change))
}

// untick lets a person take his tick back.
func (d *draft) untick(name, change string) {
	d.t.Helper()
	d.fine(d.desk.Untick(d.ctx, d.as(name), d.id, change))
}

// open lists what a person has yet to tick.
func (d *draft) open(name string) []review.Critical {
	d.t.Helper()
	return d.file().CriticalOpen(d.as(name).Person().ID)
}

var tickRules = []rule{
	{"who signs ticks every critical change first, and is told which", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		_, err := d.trySign(editor, "")
		r := o.refused(err, review.CodeCritical)
		equal(o, "count", r.Args["count"], "1")
		equal(o, "places", len(r.Problems), 1)
		equal(o, "paragraph", string(r.Problems[0].Place.Paragraph), "p2")
		equal(o, "change", r.Problems[0].Args["change"], tickedChange)
		equal(o, "sign-offs", len(d.file().SignOffs), 0)
		d.tick(editor, tickedChange)
		equal(o, "state", d.sign(editor).Draft.Waiting(o.series), roleChecker)
	}},
	{"a signer who read an older text is told that first", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		_, err := d.desk.Sign(o.ctx, o.as(editor), d.id, review.Signing{Revision: 1})
		o.refused(err, review.CodeMoved)
	}},
	{"a tick is one person's own", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit().tick(editor, tickedChange)
		d.sign(editor)
		_, err := d.trySign(checker, "")
		o.refused(err, review.CodeCritical)
		d.tick(checker, tickedChange)
		equal(o, "state", d.sign(checker).Draft.State, review.Final)
	}},
	{"looking at a text ticks nothing and moves nothing on", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		o.ok(o.desk.Looked(o.ctx, o.as(editor), d.id, 2))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeCritical)
	}},
	{"a tick outlives a revision that leaves the change alone, and falls with the change", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit().tick(editor, tickedChange)
		d.write(editor, closing(moreAndOther))
		equal(o, "open after other words", len(d.open(editor)), 0)
		d.write(editor, closing(mostHappy))
		equal(o, "open after another figure", len(d.open(editor)), 1)
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeCritical)
	}},
	{"the same change after a signature is ticked again", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit().tick(editor, tickedChange)
		d.sign(editor)
		d.write(checker, closing(satisfied))
		d.tick(editor, "99>98")
		d.sign(editor)
		d.write(checker, closing(moreHappy))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeCritical)
	}},
	{"only the hand whose turn it is ticks, and only what is critical now", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		_, err := o.desk.Tick(o.ctx, o.as(drafter), d.id, tickedChange)
		o.refused(err, review.CodeState)
		d.submit()
		_, err = o.desk.Tick(o.ctx, o.as(checker), d.id, tickedChange)
		o.refused(err, review.CodeRole)
		_, err = o.desk.Tick(o.ctx, o.as(editor), d.id, "1>2")
		o.is(err, review.ErrNotFound)
		equal(o, "decisions", len(d.file().Decisions), 0)
	}},
	{"a tick is recorded once, with what was ticked", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit().tick(editor, tickedChange)
		d.tick(editor, tickedChange)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		last := events[len(events)-1]
		equal(o, "events", len(events), 4)
		equal(o, "action", last.Action, review.ActTick)
		equal(o, "old", last.Detail["old"], "98")
		equal(o, "new", last.Detail["new"], "99")
		equal(o, "decision", d.file().Decisions[0].Verdict, review.Checked)
	}},
	{"a tick taken back is recorded, and blocks signing until it is given again", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		d.untick(editor, tickedChange)
		equal(o, "decisions where there was no tick", len(d.file().Decisions), 0)
		d.tick(editor, tickedChange)
		d.untick(editor, tickedChange)
		equal(o, "open", len(d.open(editor)), 1)
		equal(o, "taken back", d.file().TookBack(d.as(editor).Person().ID, tickedChange), true)
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeCritical)
		_, err = o.desk.Untick(o.ctx, o.as(checker), d.id, tickedChange)
		o.refused(err, review.CodeRole)
		_, err = o.desk.Untick(o.ctx, o.as(editor), d.id, "1>2")
		o.is(err, review.ErrNotFound)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		last := events[len(events)-1]
		equal(o, "action", last.Action, review.ActUntick)
		equal(o, "new", last.Detail["new"], "99")
		d.tick(editor, tickedChange)
		equal(o, "state", d.sign(editor).Draft.Waiting(o.series), roleChecker)
	}},
	{"a first text cannot be compared with anything, and a desk that compares nothing asks nothing", func(o *office) {
		d := o.begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		equal(o, "open", len(d.open(editor)), 0)
		d.sign(editor)
		o.compares()
		o.begin().finish()
	}},
	{"a text begun on a blank page or on the last issue is all new at first", func(o *office) {
		o.compares().begin().finish()
		begins := map[string]func() (*review.File, error){
			"blank":      func() (*review.File, error) { return o.desk.NewIssue(o.ctx, o.as(drafter), o.series) },
			"last issue": func() (*review.File, error) { return o.desk.NewFromLast(o.ctx, o.as(drafter), o.series) },
		}
		for name, begin := range begins {
			f, err := begin()
			o.ok(err)
			d := &draft{o, f.Draft.ID}
			d.write(drafter, func(b *doc.Bulletin) { *b = newText(closing(mostHappy)) })
			d.submit()
			equal(o, name+": open", len(d.open(editor)), 0)
			d.write(editor, closing(moreHappy))
			equal(o, name+": open after a change", len(d.open(editor)), 1)
		}
	}},
	{"where the text to compare with is damaged the desk goes on, and nothing of the new one passes unseen", func(o *office) {
		d := o.compares().begin()
		d.write(drafter, closing(moreHappy))
		d.submit()
		o.desk = o.deskOn(spoiled{Store: o.store, lost: 1}, review.WithComparer(figures{}))
		equal(o, "open", len(d.open(editor)), 2)
		_, err := o.desk.Revision(o.ctx, d.id, 1)
		o.is(err, review.ErrDamaged)
	}},
}
