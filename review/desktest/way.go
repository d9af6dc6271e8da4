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
