package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

var wayRules = []rule{
	{"draft, edit, submit, sign, sign: the text is final and numbered", func(o *office) {
		d := o.begin()
		d.at(review.Drafting, review.RoleDrafter)
		d.write(drafter, body("今年以来，中心开设延时窗口15个。"))
		d.submit().at(review.Reviewing, roleEditor)
		d.sign(editor)
		d.at(review.Reviewing, roleChecker)
		f := d.sign(checker)
		d.at(review.Final, "")
		want := doc.Number{Year: 2025, Issue: 4, Total: 2196}
		equal(o, "number of the draft", f.Draft.Number, want)
		equal(o, "number in the text", f.Head.Text.Masthead.Number, want)
		equal(o, "who signed", d.standing(), "责编核稿")
		equal(o, "text signed and text final", f.SignOffs[1].TextHash, f.Head.TextHash)
		equal(o, "cause of the final revision", f.Head.Cause, review.CauseFinal)
		equal(o, "hand that made the final revision", f.Head.Stage, roleChecker)
	}},
	{"a final text is issued, then archived", func(o *office) {
		d := o.begin().finish()
		equal(o, "issued", d.fine(d.desk.Issue(o.ctx, o.as(editor), d.id)).Draft.State, review.Issued)
		equal(o, "archived", d.fine(d.desk.Archive(o.ctx, o.as(editor), d.id)).Draft.State, review.Archived)
	}},
	{"a draft on hold goes on where it was", func(o *office) {
		for _, s := range stages[:4] {
			d := o.reach(s)
			before := d.file().Draft
			equal(o, s.name+" on hold", d.hold().Draft.State, review.Held)
			after := d.fine(d.desk.Resume(o.ctx, o.as(editor), d.id)).Draft
			equal(o, s.name+" resumed", after.State, before.State)
			equal(o, s.name+" resumed at step", after.Step, before.Step)
			equal(o, s.name+" held from", after.HeldFrom, "")
		}
	}},
	{"holding, withdrawing and voiding need a reason", func(o *office) {
		d := o.begin()
		for _, reason := range []string{"", " 　\n"} {
			_, err := d.desk.Hold(o.ctx, o.as(editor), d.id, reason)
			o.refused(err, review.CodeReason)
			_, err = d.desk.Withdraw(o.ctx, o.as(editor), d.id, reason)
			o.refused(err, review.CodeReason)
		}
		d.finish()
		_, err := d.desk.Void(o.ctx, o.as(editor), d.id, "")
		o.refused(err, review.CodeReason)
	}},
	{"what has a number is voided, not withdrawn", func(o *office) {
		d := o.begin().finish()
		_, err := d.desk.Withdraw(o.ctx, o.as(editor), d.id, "事项取消")
		o.refused(err, review.CodeState)
		d.hold()
		_, err = d.desk.Withdraw(o.ctx, o.as(editor), d.id, "事项取消")
		o.refused(err, review.CodeNumbered)
	}},
	{"an incomplete text is not handed on, and every gap has its place", func(o *office) {
		d := o.begin(titled(""), dated(""))
		_, err := d.desk.Submit(o.ctx, o.as(drafter), d.id)
		r := o.refused(err, review.CodeMissing)
		equal(o, "gaps", len(r.Problems), 2)
		equal(o, "first gap", r.Problems[0].Place.Field, doc.FieldDate)
		equal(o, "second gap", r.Problems[1].Place, doc.Place{Field: doc.FieldArticleTitle, Article: "a1"})
		d.at(review.Drafting, review.RoleDrafter)
	}},
	{"a text that could not be printed as it is is not handed on", func(o *office) {
		d := o.begin(body("控制字符\x07在这里"))
		_, err := d.desk.Submit(o.ctx, o.as(drafter), d.id)
		equal(o, "problem", o.refused(err, review.CodeInvalid).Problems[0].Code, doc.CodeControl)
	}},
	{"a signer cannot empty what the template requires and sign", func(o *office) {
		d := o.begin().submit()
		d.write(editor, titled(""))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeMissing)
	}},
	{"a file that did not say what was signed keeps the text in the house", func(o *office) {
		d := o.begin().finish()
		rev := d.file().Head.RevisionInfo
		bad := review.Unlike{Format: "pdf", Wanted: "十二", Found: "十三"}
		o.ok(o.desk.RecordUnlike(o.ctx, o.as(editor), rev, bad))
		o.ok(o.desk.RecordUnlike(o.ctx, o.as(editor), rev, bad))
		for _, other := range []func() error{
			func() error { return o.desk.RecordExport(o.ctx, o.as(editor), rev, "docx", "a.docx", "00") },
			func() error {
				return o.desk.RecordExport(o.ctx, o.as(editor), review.RevisionInfo{Draft: d.id, TextHash: "ff"}, "pdf", "a.pdf", "00")
			},
		} {
			o.ok(other())
			_, err := d.desk.Issue(o.ctx, o.as(checker), d.id)
			equal(o, "formats", o.refused(err, review.CodeUnlike).Args["formats"], "pdf")
		}
		o.ok(o.desk.RecordExport(o.ctx, o.as(editor), rev, "pdf", "a.pdf", "00"))
		formats, err := d.file().Unlike()
		o.ok(err)
		equal(o, "formats", len(formats), 0)
		o.ok(o.desk.RecordUnlike(o.ctx, o.as(editor), rev, bad))
		equal(o, "state", d.fine(d.desk.IssueDespite(o.ctx, o.as(checker), d.id, "已人工核对")).Draft.State, review.Issued)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		equal(o, "reason", events[len(events)-1].Detail["reason"], "已人工核对")
	}},
	{"who gets how many copies is kept beside the signed text", func(o *office) {
		d := o.begin().finish()
		before := d.file()
		shares := []review.Share{{List: "报：", Name: "省政府办公厅", Copies: 10}, {List: "发：", Name: "各区", Copies: 20}}
		equal(o, "kept", len(d.fine(d.desk.Spread(o.ctx, o.as(drafter), d.id, shares)).Draft.Shares), 2)
		shares[0].Copies = 99
		equal(o, "copies", d.file().Draft.Shares[0].Copies, 10)
		equal(o, "text", d.file().Head.Hash, before.Head.Hash)
		equal(o, "standing", d.standing(), "责编核稿")
		_, err := d.desk.Spread(o.ctx, o.as(drafter), d.id, []review.Share{{Copies: -1}})
		o.refused(err, review.CodeUnknown)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		equal(o, "sum", events[len(events)-1].Detail["sum"], "30")
		d.fine(d.desk.Issue(o.ctx, o.as(checker), d.id))
		equal(o, "after sending out", d.fine(d.desk.Spread(o.ctx, o.as(drafter), d.id, nil)).Draft.Shares == nil, true)
		d.fine(d.desk.Archive(o.ctx, o.as(checker), d.id))
		_, err = d.desk.Spread(o.ctx, o.as(drafter), d.id, nil)
		o.refused(err, review.CodeState)
	}},
	{"a chain may have more hands", func(o *office) {
		o.adopt(func(s *review.Series) { s.Template.Chain = []string{"责编", "核稿", "签发"} })
		_, err := o.desk.AddPerson(o.ctx, "方正", []review.Role{"签发"}, pin)
		o.ok(err)
		d := o.begin().submit()
		d.sign(editor)
		d.sign(checker)
		d.at(review.Reviewing, "签发")
		equal(o, "state", d.sign("方正").Draft.State, review.Final)
	}},
}
