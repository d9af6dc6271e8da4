package desktest

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

var leaseRules = []rule{
	{"two people write in two articles at once", func(o *office) {
		d := o.begin(another)
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.take("a2")))
		o.ok(second(mine.take(""))) // masthead and imprint
		equal(o, "leases", len(o.pulse().Leases), 3)
		equal(o, "masthead", o.refused(second(yours.take("")), review.CodeHeld).Args["name"], drafter)
	}},
	{"of two people in one article the second is told who writes there", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		held, err := mine.take("a1")
		o.ok(err)
		o.later(time.Second)
		r := o.refused(second(yours.take("a1")), review.CodeHeld)
		equal(o, "name", r.Args["name"], drafter)
		equal(o, "since", r.Args["at"], held.Since.Local().Format("15:04"))
		again, err := mine.take("a1")
		o.ok(err)
		equal(o, "taken twice", again, held)
	}},
	{"of many who take one article at the same moment one gets it", takeAtOnce},
	{"a crash locks nobody out", func(o *office) {
		d := o.begin()
		o.ok(second(o.hand(d, drafter).take("a1")))
		o.later(review.Silence)
		equal(o, "leases", len(o.pulse().Leases), 0)
		yours, err := o.hand(d, allHands).take("a1")
		o.ok(err)
		equal(o, "whose", yours.Person, o.as(allHands).Person().ID)
	}},
	{"one's own lease comes along to another window at once, and the first has it no more", func(o *office) {
		d := o.begin()
		old := o.hand(d, drafter)
		o.ok(second(old.take("a1")))
		fresh := o.hand(d, drafter)
		lease, err := fresh.take("a1")
		o.ok(err)
		equal(o, "session", lease.Session, fresh.session.ID)
		o.ok(old.yield("a1"))
		equal(o, "after the first yields", o.pulse().Leases[0].Session, fresh.session.ID)
	}},
	{"taking is a sign of life", func(o *office) {
		d := o.begin()
		mine := o.hand(d, drafter)
		o.later(48 * time.Hour)
		o.sit(editor, "二号机") // by now the first session is cleared away
		o.ok(second(mine.take("a1")))
		equal(o, "leases", len(o.pulse().Leases), 1)
	}},
	{"nobody takes with somebody else's session", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		mine.session = yours.session
		o.is(second(mine.take("a1")), review.ErrNotFound)
		mine.session.ID = ""
		o.is(second(mine.take("a1")), review.ErrNotFound)
	}},
	{"who is asked sees it, yields, and the one who asked goes on", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.want("a1")))
		asked := o.pulse().Leases[0]
		equal(o, "holder", asked.Session, mine.session.ID)
		equal(o, "wanted by", asked.Wanted, o.as(allHands).Person().ID)
		o.ok(mine.yield("a1"))
		lease, err := yours.want("a1")
		o.ok(err)
		equal(o, "now held by", lease.Session, yours.session.ID)
		equal(o, "still wanted by", lease.Wanted, "")
	}},
	{"who was asked and does not answer is relieved after a minute, and not before", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.want("a1")))
		o.wait(review.Patience-time.Second, mine, yours)
		o.ok(second(yours.want("a1"))) // asking again is no new wish
		equal(o, "seconds left", o.refused(second(yours.relieve("a1")), review.CodePatience).Args["seconds"], "1")
		o.wait(time.Second, mine, yours)
		lease, err := yours.relieve("a1")
		o.ok(err)
		equal(o, "held by", lease.Session, yours.session.ID)
		o.refused(second(mine.take("a1")), review.CodeHeld)
	}},
	{"nobody is relieved unasked, nor by one who did not ask", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.refused(second(yours.relieve("a1")), review.CodeHeld)
		third, err := o.desk.AddPerson(o.ctx, "新笔", []review.Role{review.RoleDrafter}, pin)
		o.ok(err)
		theirs := o.hand(d, third.Name)
		o.ok(second(theirs.want("a1")))
		o.wait(review.Patience, mine, yours, theirs)
		lease, err := yours.want("a1") // the earlier wish stands
		o.ok(err)
		equal(o, "wanted by", lease.Wanted, third.ID)
		o.refused(second(yours.relieve("a1")), review.CodeHeld)
		o.wait(review.Patience, mine, yours, theirs)
		lease, err = yours.want("a1") // until it is forgotten
		o.ok(err)
		equal(o, "wanted by", lease.Wanted, o.as(allHands).Person().ID)
	}},
	{"relieving keeps what the other had not saved, as a version of his, and is recorded", relieveKeeps},
	{"a dead session is relieved without asking", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("断电前写的。"))))
		o.later(review.Silence)
		o.ok(second(yours.relieve("a1")))
		equal(o, "revisions", len(d.file().Revisions), 2)
		equal(o, "his text", d.textOf(2), "断电前写的。")
	}},
	{"what is free or one's own is relieved like it is taken, without a trace", func(o *office) {
		d := o.begin()
		mine := o.hand(d, drafter)
		before := o.pulse().Seq
		o.ok(second(mine.relieve("a1")))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("自己的。"))))
		o.ok(second(o.hand(d, drafter).relieve("a1")))
		equal(o, "own copy", d.unsaved(drafter), "自己的。")
		equal(o, "events", o.pulse().Seq, before)
	}},
	{"asking, taking and yielding leave no trace in the record", func(o *office) {
		d := o.begin()
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		before := o.pulse().Seq
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.want("a1")))
		o.ok(mine.yield("a1"))
		equal(o, "events", o.pulse().Seq, before)
	}},
	{"who stands up leaves all he held", func(o *office) {
		d := o.begin(another)
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.take("a2")))
		o.ok(o.desk.StandUp(o.ctx, mine.session.ID))
		equal(o, "leases", len(o.leases()), 1)
		equal(o, "whose", o.leases()[0].Session, yours.session.ID)
	}},
	{"sitting down clears the leases of the dead away, and of nobody else", func(o *office) {
		d := o.begin(another)
		dead := o.hand(d, drafter)
		o.ok(second(dead.take("a1")))
		o.later(review.Silence)
		live := o.hand(d, allHands)
		equal(o, "dead", len(o.leases()), 0)
		o.ok(second(live.take("a2")))
		o.sit(editor, "三号机")
		equal(o, "live", len(o.leases()), 1)
	}},
	{"a text that changes what another person writes is kept aside, whoever saves", saveAgainst},
	{"no earlier version is put in the place of what another person writes", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		mine := o.hand(d, drafter)
		o.ok(second(mine.take("a1")))
		_, err := o.desk.Restore(o.ctx, o.as(allHands), d.id, 1)
		equal(o, "name", o.refused(err, review.CodeHeld).Args["name"], drafter)
		o.ok(second(o.desk.Restore(o.ctx, o.as(drafter), d.id, 1)))
	}},
	{"no text aside is put together with one that another person writes", func(o *office) {
		desk := o.deskOn(o.store, review.WithMerger(theirsStands{}))
		d := o.begin()
		o.ok(second(desk.SetAside(o.ctx, o.as(allHands), d.id, 1, newText(body("旁存。")))))
		mine := o.hand(d, drafter)
		o.ok(second(mine.take("a1")))
		_, err := desk.MergeAside(o.ctx, o.as(allHands), d.id, 2, 1, nil)
		equal(o, "name", o.refused(err, review.CodeHeld).Args["name"], drafter)
		o.ok(mine.yield("a1"))
		saved, err := desk.MergeAside(o.ctx, o.as(allHands), d.id, 2, 1, nil)
		o.ok(err)
		equal(o, "newest", saved.File.Head.Seq, 3)
	}},
	{"whoever may not change the draft now gets no lease, and a frozen one gives none", func(o *office) {
		for _, s := range stages {
			d := o.reach(s)
			for _, name := range []string{drafter, editor, outsider} {
				_, may := o.desk.Save(o.ctx, o.as(name), d.id, d.file().Head.Seq, d.file().Head.Text, "")
				_, got := o.hand(d, name).take("a1")
				equal(o, s.name+": "+name, got == nil, may == nil)
				o.ok(o.hand(d, name).yield("a1"))
			}
		}
		o.is(second(o.hand(&draft{o, "nosuch"}, drafter).take("a1")), review.ErrNotFound)
	}},
	{"a draft that is handed on keeps the leases only of those who may go on writing", func(o *office) {
		d := o.begin(another)
		mine, yours := o.hand(d, drafter), o.hand(d, allHands)
		o.ok(second(mine.take("a1")))
		o.ok(second(yours.take("a2")))
		d.submit()
		equal(o, "leases", len(o.leases()), 1)
		equal(o, "whose", o.leases()[0].Session, yours.session.ID)
		o.ok(second(o.hand(d, editor).take("a1")))
		d.sign(editor)
		d.sign(checker)
		equal(o, "of a final text", len(o.leases()), 0)
	}},
	{"handing on is kept from nobody, and the unsaved copy of who writes there stays his", func(o *office) {
		d := o.begin()
		yours := o.hand(d, allHands)
		o.ok(second(yours.take("a1")))
		o.ok(o.desk.Autosave(o.ctx, o.as(allHands), d.id, 1, newText(body("苏禾写到一半。"))))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("最后一笔。"))))
		d.submit()
		equal(o, "newest text", d.textOf(2), "最后一笔。")
		equal(o, "his copy", d.unsaved(allHands), "苏禾写到一半。")
		saved, err := o.desk.Save(o.ctx, o.as(allHands), d.id, 1, newText(body("苏禾写完了。")), "")
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "by no lease", saved.Writer, "")
	}},
}

// relieveKeeps looks at all that is left when a holder was relieved.
func relieveKeeps(o *office) {
	d := o.begin()
	mine, yours := o.hand(d, drafter), o.hand(d, allHands)
	o.ok(second(mine.take("a1")))
	o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("林初写到一半。"))))
	o.ok(o.desk.Autosave(o.ctx, o.as(allHands), d.id, 1, newText(body("苏禾自己的。"))))
	o.ok(second(yours.want("a1")))
	o.wait(review.Patience, mine, yours)
	o.ok(second(yours.relieve("a1")))
	f := d.file()
	aside := f.Revisions[1]
	equal(o, "author", f.Name(aside.Author), drafter)
	equal(o, "cause", aside.Cause, review.CauseAside)
	equal(o, "text", d.textOf(2), "林初写到一半。")
	equal(o, "newest", f.Head.Seq, 1)
	equal(o, "his copy", d.unsaved(drafter), "")
	equal(o, "my copy", d.unsaved(allHands), "苏禾自己的。")
	events, err := o.desk.History(o.ctx, d.id)
	o.ok(err)
	last := events[len(events)-1]
	equal(o, "action", last.Action, review.ActRelieve)
	equal(o, "by", f.Name(last.Actor), allHands)
	for key, want := range map[string]string{"name": drafter, "from": string(aside.Author), "article": "a1", "revision": "2"} {
		equal(o, key, last.Detail[key], want)
	}
}

// saveAgainst saves in an article that another person writes, and in others.
func saveAgainst(o *office) {
	d := o.begin(another)
	mine := o.hand(d, drafter)
	o.ok(second(mine.take("a1")))
	saved := d.write(allHands, body("苏禾也改这一篇。"))
	equal(o, "aside", saved.Aside, true)
	equal(o, "for", saved.File.Name(saved.Writer), drafter)
	equal(o, "newest", saved.File.Head.Seq, 1)
	equal(o, "kept", d.textOf(2), "苏禾也改这一篇。")
	entered, err := o.desk.EnterFor(o.ctx, o.as(allHands), d.id, 1, []review.Outside{{Author: o.as(editor).Person().ID, Text: newText(another, body("外面改的。"))}}, nil)
	o.ok(err)
	equal(o, "what came back in a file", entered.Aside, true)
	equal(o, "in another article", d.write(allHands, secondBody("苏禾改第二篇。")).Aside, false)
	equal(o, "in the imprint", d.write(allHands, phone("5555 0102")).Aside, false)
	equal(o, "with other ids", d.write(allHands, func(b *doc.Bulletin) { b.Articles[0].Body[0].ID, b.Articles[1].Title = "px", "热线" }).Aside, false)
	equal(o, "without the article", d.write(allHands, func(b *doc.Bulletin) { b.Articles = b.Articles[1:] }).Aside, true)
	equal(o, "one's own", d.write(drafter, body("林初写完了。")).Aside, false)
	o.later(review.Silence)
	equal(o, "after a crash", d.write(allHands, body("接着改。")).Aside, false)
}
