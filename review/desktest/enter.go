package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// cameBack is what a person made of the newest text outside the program.
func (d *draft) cameBack(name string, edits ...edit) review.Outside {
	text := d.file().Head.Text.Clone()
	for _, edit := range edits {
		edit(&text)
	}
	return review.Outside{Author: d.as(name).Person().ID, Text: text, Note: "改稿.docx"}
}

var enterRules = []rule{
	{"what came back is a revision of who wrote it, and the event names who entered it", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		saved, err := d.desk.EnterFor(o.ctx, o.as(checker), d.id, 1, []review.Outside{d.cameBack(editor, body("领导改过的。"))}, nil)
		o.ok(err)
		equal(o, "author", saved.Name(saved.Head.Author), editor)
		equal(o, "cause", saved.Head.Cause, review.CauseEntered)
		equal(o, "fell", saved.Fell, 1)
		events, err := d.desk.History(o.ctx, d.id)
		o.ok(err)
		for _, e := range events {
			if e.Detail["cause"] == string(review.CauseEntered) {
				equal(o, "entered by", saved.Name(e.Actor), checker)
				equal(o, "for", saved.Name(review.PersonID(e.Detail["for"])), editor)
			}
		}
	}},
	{"several people's changes are revisions one after the other", func(o *office) {
		d := o.begin()
		first := d.cameBack(editor, body("甲改。"))
		second := d.cameBack(checker, body("甲改，乙再改。"))
		saved, err := d.desk.EnterFor(o.ctx, o.as(drafter), d.id, 1, []review.Outside{first, second}, nil)
		o.ok(err)
		equal(o, "revisions", len(saved.Revisions), 3)
		equal(o, "made from", saved.Head.Parent, 2)
		equal(o, "authors", saved.Name(saved.Revisions[1].Author)+saved.Name(saved.Head.Author), editor+checker)
	}},
	{"what came back too late stands aside", func(o *office) {
		d := o.begin()
		late := d.cameBack(checker, body("晚到的。"))
		d.write(drafter, body("已经改了。"))
		saved, err := d.desk.EnterFor(o.ctx, o.as(drafter), d.id, 1, []review.Outside{late}, nil)
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "newest", saved.Head.Seq, 2)
	}},
	{"comments come in with threads and closed state", func(o *office) {
		d := o.begin()
		at := doc.Anchor{Place: doc.Place{Paragraph: "p1"}, From: 0, To: 4, Quote: "今年以来"}
		by := func(name string) review.PersonID { return o.as(name).Person().ID }
		saved, err := d.desk.EnterFor(o.ctx, o.as(drafter), d.id, 1, nil, []review.OutsideRemark{
			{Author: by(checker), Anchor: at, Text: "请核"}, {Author: by(editor), Text: "已核", ReplyTo: 1}, {Author: by(checker), Text: "旧事", Done: true}})
		o.ok(err)
		equal(o, "open threads", len(saved.OpenComments()), 1)
		equal(o, "author", saved.Name(saved.Comments[0].Author), checker)
		equal(o, "replies to", saved.Comments[1].ReplyTo, saved.Comments[0].ID)
		equal(o, "closed", saved.Comments[2].Status, review.CommentResolved)
	}},
	{"nobody unknown is entered for, and what he writes himself is not touched", func(o *office) {
		d := o.begin()
		stranger := review.Outside{Author: "nobody", Text: newText(body("谁改的？"))}
		_, err := d.desk.EnterFor(o.ctx, o.as(drafter), d.id, 1, []review.Outside{stranger}, nil)
		o.is(err, review.ErrNotFound)
		equal(o, "revisions", len(d.file().Revisions), 1)
		o.ok(d.desk.Autosave(o.ctx, o.as(editor), d.id, 1, newText(body("没存的。"))))
		saved, err := d.desk.EnterFor(o.ctx, o.as(drafter), d.id, 1, []review.Outside{d.cameBack(editor, body("送回的。"))}, nil)
		o.ok(err)
		equal(o, "unsaved copy kept", saved.Working(o.as(editor).Person().ID) != nil, true)
	}},
}
