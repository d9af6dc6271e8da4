package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// reissue begins a correction of an issued draft.
func (d *draft) reissue(name string) *draft {
	d.t.Helper()
	f := d.fine(d.desk.Reissue(d.ctx, d.as(name), d.id, "供稿单位名称有误"))
	return &draft{d.office, f.Draft.ID}
}

var reissueRules = []rule{
	{"a correction is a draft of its own with the same number at the end", func(o *office) {
		old := o.begin().issue()
		before := old.file()
		fresh := old.reissue(drafter)
		f := fresh.file()
		equal(o, "corrects", f.Draft.Reissues, old.id)
		equal(o, "starts from the text issued", f.Head.TextHash, before.Head.TextHash)
		equal(o, "bears no number yet", f.Head.Text.Masthead.Number, doc.Number{})
		fresh.write(drafter, body("更正后的一句。"))
		fresh.finish()
		equal(o, "number", fresh.file().Draft.Number, before.Draft.Number)
		equal(o, "number in the text", fresh.file().Head.Text.Masthead.Number, before.Draft.Number)
		old.sameText("after the correction", before)
		equal(o, "the old stays", old.file().Draft.State, review.Issued)
		equal(o, "next", o.number(), doc.Number{Year: 2025, Issue: 5, Total: 2197})
	}},
	{"a correction is signed by all hands anew", func(o *office) {
		fresh := o.begin().issue().reissue(drafter)
		equal(o, "standing", fresh.standing(), "")
		fresh.submit().at(review.Reviewing, roleEditor)
	}},
	{"who began the correction has drafted it", func(o *office) {
		fresh := o.begin().issue().reissue(allHands)
		fresh.submit()
		_, err := fresh.trySign(allHands, "")
		o.refused(err, review.CodeSameHand)
	}},
	{"a correction in a later year keeps the number of the issue it corrects", func(o *office) {
		old := o.begin().issue()
		o.number(dated("2026-01-05"))
		fresh := old.reissue(drafter).finish()
		equal(o, "number", fresh.file().Draft.Number, doc.Number{Year: 2025, Issue: 4, Total: 2196})
	}},
	{"voiding a correction leaves the row of the issue alone", func(o *office) {
		old := o.begin().issue()
		fresh := old.reissue(drafter).finish()
		fresh.fine(fresh.desk.Void(o.ctx, o.as(checker), fresh.id, "更正有误"))
		row, _ := o.rows().Of(old.id)
		equal(o, "kind", row.Kind, review.EntryIssue)
	}},
	{"a correction needs a reason and an issue that was sent out", func(o *office) {
		d := o.begin().finish()
		_, err := d.desk.Reissue(o.ctx, o.as(drafter), d.id, "理由")
		o.refused(err, review.CodeState)
		d.fine(d.desk.Issue(o.ctx, o.as(checker), d.id))
		_, err = d.desk.Reissue(o.ctx, o.as(drafter), d.id, " ")
		o.refused(err, review.CodeReason)
	}},
}
