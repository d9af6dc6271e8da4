package desktest

import (
	"jianbao/review"
)

var autosaveRules = []rule{
	{"each person has an unsaved copy of his own", func(o *office) {
		d := o.begin()
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("林初写到一半。"))))
		o.ok(o.desk.Autosave(o.ctx, o.as(allHands), d.id, 1, newText(body("苏禾写到一半。"))))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("林初又写了些。"))))
		equal(o, "copies", len(d.file().Workings), 2)
		equal(o, "first", d.unsaved(drafter), "林初又写了些。")
		equal(o, "second", d.unsaved(allHands), "苏禾写到一半。")
		equal(o, "the draft itself", d.file().Head.Text.Articles[0].Body[0].Text, newText().Articles[0].Body[0].Text)
	}},
	{"saving ends only one's own copy", func(o *office) {
		d := o.begin()
		for _, name := range []string{drafter, allHands} {
			o.ok(o.desk.Autosave(o.ctx, o.as(name), d.id, 1, newText(body(name))))
		}
		d.write(drafter, body("存成新版。"))
		equal(o, "after saving", d.unsaved(drafter), "")
		equal(o, "the other", d.unsaved(allHands), allHands)
	}},
	{"what is set aside ends one's own copy, stays in the history and moves nothing", func(o *office) {
		d := o.begin()
		for _, name := range []string{drafter, allHands} {
			o.ok(o.desk.Autosave(o.ctx, o.as(name), d.id, 1, newText(body(name))))
		}
		hash := d.file().Head.Hash
		saved, err := o.desk.SetAside(o.ctx, o.as(drafter), d.id, 1, newText(body("先搁下。")))
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "cause", saved.Revision.Cause, review.CauseAside)
		equal(o, "its text", d.textOf(saved.Revision.Seq), "先搁下。")
		equal(o, "newest", d.file().Head.Hash, hash)
		equal(o, "own copy", d.unsaved(drafter), "")
		equal(o, "the other", d.unsaved(allHands), allHands)
		again, err := o.desk.SetAside(o.ctx, o.as(drafter), d.id, 1, d.file().Head.Text)
		o.ok(err)
		equal(o, "nothing to set aside", again.Unchanged, true)
		equal(o, "revisions", len(d.file().Revisions), 2)
	}},
	{"what is laid aside leaves one's own copy and the newest text alone", func(o *office) {
		d := o.begin()
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("正写着。"))))
		saved, err := o.desk.LayAside(o.ctx, o.as(drafter), d.id, 1, newText(body("断线时写的。")))
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "its text", d.textOf(saved.Revision.Seq), "断线时写的。")
		equal(o, "newest", d.file().Head.Seq, 1)
		equal(o, "own copy", d.unsaved(drafter), "正写着。")
		again, err := o.desk.LayAside(o.ctx, o.as(drafter), d.id, 1, d.file().Head.Text)
		o.ok(err)
		equal(o, "nothing to lay aside", again.Unchanged, true)
		equal(o, "own copy after that", d.unsaved(drafter), "正写着。")
	}},
	{"submitting makes a revision of the drafter's unsaved copy first", func(o *office) {
		d := o.begin()
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("最后一笔。"))))
		f := d.submit().file()
		equal(o, "newest", f.Head.Seq, 2)
		equal(o, "cause", f.Head.Cause, review.CauseSubmit)
		equal(o, "text", d.textOf(2), "最后一笔。")
		equal(o, "unsaved", d.unsaved(drafter), "")
	}},
	{"a refused submission leaves the unsaved copy where it was", func(o *office) {
		d := o.begin()
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(titled(""), body("题目还没想好。"))))
		_, err := o.desk.Submit(o.ctx, o.as(drafter), d.id)
		o.refused(err, review.CodeMissing)
		equal(o, "revisions", len(d.file().Revisions), 1)
		equal(o, "unsaved", d.unsaved(drafter), "题目还没想好。")
	}},
	{"an unsaved copy of a text that moved on wants a look before submitting", func(o *office) {
		d := o.begin()
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("从第一版改起。"))))
		d.write(allHands, body("第二版。"))
		_, err := o.desk.Submit(o.ctx, o.as(drafter), d.id)
		o.refused(err, review.CodeMoved)
		equal(o, "unsaved", d.unsaved(drafter), "从第一版改起。")
	}},
	{"typed text is kept in every state, and becomes the draft's in none that is frozen", func(o *office) {
		for _, s := range stages {
			d := o.reach(s)
			hash := d.file().Head.Hash
			o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, newText(body("顺手写的。"))))
			equal(o, s.name, d.unsaved(drafter), "顺手写的。")
			equal(o, s.name+": text", d.file().Head.Hash, hash)
		}
	}},
	{"no copy is kept of a draft that is not there", func(o *office) {
		o.is(o.desk.Autosave(o.ctx, o.as(drafter), "nosuchdraft", 1, newText()), review.ErrNotFound)
	}},
	{"what a person looked at is remembered and never goes back", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		who := o.as(editor)
		o.ok(o.desk.Looked(o.ctx, who, d.id, 2))
		o.ok(o.desk.Looked(o.ctx, who, d.id, 1))
		f, err := o.desk.Open(o.ctx, who, d.id)
		o.ok(err)
		equal(o, "looked at", f.Looked, 2)
		equal(o, "compares since", f.Since(who.Person().ID), 2)
		equal(o, "another person compares since", f.Since(o.as(drafter).Person().ID), 2)
		equal(o, "another person looked at", d.file().Looked, 0)
	}},
}

// unsaved is the text of a person's unsaved copy, "" if there is none.
func (d *draft) unsaved(name string) string {
	d.t.Helper()
	if w := d.file().Working(d.as(name).Person().ID); w != nil {
		return w.Text.Articles[0].Body[0].Text
	}
	return ""
}
