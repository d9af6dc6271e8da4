package desktest

import (
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// actions lists what was done to a draft, in order.
func (d *draft) actions() []review.Action {
	d.t.Helper()
	events, err := d.desk.History(d.ctx, d.id)
	d.ok(err)
	list := make([]review.Action, len(events))
	for i, e := range events {
		list[i] = e.Action
	}
	return list
}

var eventRules = []rule{
	{"everything done to a draft is recorded in order", func(o *office) {
		d := o.begin().submit()
		d.remark(checker, "数字请核")
		d.fine(d.desk.CloseComment(o.ctx, o.as(drafter), d.id, d.file().Comments[0].ID, review.CommentResolved, ""))
		d.sign(editor)
		d.sendBack(checker, "核对数字")
		d.answer(drafter, 1, review.AnswerDone, "")
		d.write(drafter, body("改好了。"))
		d.hold()
		d.fine(d.desk.Resume(o.ctx, o.as(editor), d.id))
		d.submit()
		d.fine(d.desk.Decide(o.ctx, o.as(editor), d.id, review.Decision{From: 1, To: 2, Change: "p1:0", Verdict: review.Accepted}))
		d.sign(editor)
		d.sign(checker)
		o.ok(d.desk.RecordExport(o.ctx, o.as(editor), d.file().Head.RevisionInfo, "docx", "简报.docx", "00ff"))
		d.fine(d.desk.Issue(o.ctx, o.as(editor), d.id))
		d.reissue(drafter)
		d.fine(d.desk.Archive(o.ctx, o.as(editor), d.id))
		d.fine(d.desk.Void(o.ctx, o.as(editor), d.id, "重号"))
		want := []review.Action{review.ActCreate, review.ActSubmit, review.ActComment, review.ActComment, review.ActSign,
			review.ActFall, review.ActReturn, review.ActAnswer, review.ActEdit, review.ActHold, review.ActResume, review.ActSubmit,
			review.ActDecide, review.ActSign, review.ActSign, review.ActEdit, review.ActLedger, review.ActExport, review.ActIssue,
			review.ActReissue, review.ActArchive, review.ActVoid}
		if got := d.actions(); !slices.Equal(got, want) {
			o.t.Errorf("recorded %v\nwant     %v", got, want)
		}
	}},
	{"an event names who, when and what", func(o *office) {
		d := o.begin().submit()
		o.later(3e9)
		d.sign(editor)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		e := events[len(events)-1]
		equal(o, "who", e.Actor, o.as(editor).Person().ID)
		equal(o, "when", e.At.Equal(o.now), true)
		equal(o, "role", e.Detail["role"], string(roleEditor))
		equal(o, "text", e.Detail["text"], string(d.file().Head.TextHash))
	}},
	{"people, series and ledger openings are recorded too", func(o *office) {
		events, err := o.desk.History(o.ctx, "")
		o.ok(err)
		count := map[review.Action]int{}
		for _, e := range events {
			count[e.Action]++
		}
		equal(o, "people", count[review.ActPerson], len(roster)+1)
		equal(o, "series", count[review.ActSeries], 1)
		equal(o, "ledger", count[review.ActLedger], 1)
	}},
	{"a declared exception is recorded when it is declared", func(o *office) {
		o.adopt(func(s *review.Series) { s.SameHandReason = "编制三人" })
		events, err := o.desk.History(o.ctx, "")
		o.ok(err)
		equal(o, "recorded", events[len(events)-1].Detail["samehand"], "编制三人")
	}},
	{"what was refused leaves no trace", func(o *office) {
		d := o.begin()
		before := len(d.actions())
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeState)
		_, err = d.tryWrite(outsider, body("不该由我改。"))
		o.refused(err, review.CodeRole)
		equal(o, "events", len(d.actions()), before)
	}},
	{"the chain counts without gaps and each event follows the one before", func(o *office) {
		o.begin().issue()
		events, err := o.desk.History(o.ctx, "")
		o.ok(err)
		var last review.Event
		for _, e := range events {
			equal(o, "follows", e.Follows(last), true)
			last = e
		}
		equal(o, "last number", last.Seq, int64(len(events)))
	}},
	{"a text saved unchanged is no event", func(o *office) {
		d := o.begin()
		d.write(drafter, func(*doc.Bulletin) {})
		equal(o, "events", len(d.actions()), 1)
	}},
}
