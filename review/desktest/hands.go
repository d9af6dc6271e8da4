package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

var handRules = []rule{
	{"who drafted a text cannot sign it", func(o *office) {
		d := o.beginAs(allHands)
		d.submit()
		_, err := d.trySign(allHands, "")
		r := o.refused(err, review.CodeSameHand)
		equal(o, "other hand", r.Args["other"], string(review.RoleDrafter))
		d.sign(editor)
		_, err = d.trySign(allHands, "")
		o.refused(err, review.CodeSameHand)
	}},
	{"who wrote one revision as drafter cannot sign, although another began it", func(o *office) {
		d := o.begin()
		d.write(allHands, body("代笔的一段。"))
		d.submit()
		_, err := d.trySign(allHands, "")
		o.refused(err, review.CodeSameHand)
	}},
	{"who signed as 责编 cannot sign as 核稿", func(o *office) {
		d := o.begin().submit()
		d.sign(allHands)
		_, err := d.trySign(allHands, "")
		equal(o, "other hand", o.refused(err, review.CodeSameHand).Args["other"], string(roleEditor))
		equal(o, "state", d.sign(checker).Draft.State, review.Final)
	}},
	{"a declared exception lets one person sign twice, and every such sign-off says why", func(o *office) {
		o.adopt(func(s *review.Series) { s.SameHandReason = "编制三人，一人在外学习" })
		d := o.beginAs(allHands)
		d.submit().sign(allHands)
		f := d.sign(allHands)
		equal(o, "state", f.Draft.State, review.Final)
		for _, s := range f.SignOffs {
			equal(o, "reason in "+string(s.Role), s.SameHand, "编制三人，一人在外学习")
		}
	}},
	{"the exception is not written where it was not used", func(o *office) {
		o.adopt(func(s *review.Series) { s.SameHandReason = "编制三人" })
		for _, s := range o.begin().finish().file().SignOffs {
			equal(o, "reason in "+string(s.Role), s.SameHand, "")
		}
	}},
	{"only the hand whose turn it is edits, signs or sends back", func(o *office) {
		d := o.begin().submit()
		for _, name := range []string{drafter, checker, outsider} {
			_, err := d.tryWrite(name, body("不该由我改。"))
			o.refused(err, review.CodeRole)
			_, err = d.trySign(name, "")
			o.refused(err, review.CodeRole)
			_, err = d.trySendBack(name, review.ToDrafting, "理由", "要求")
			o.refused(err, review.CodeRole)
		}
		equal(o, "revisions", len(d.file().Revisions), 1)
	}},
	{"who left does nothing more, but stays in the records", func(o *office) {
		d := o.begin().submit()
		signed := d.sign(allHands).SignOffs[0]
		actor := o.as(allHands)
		o.ok(o.desk.ChangePerson(o.ctx, actor.Person().ID, everyRole, true))
		_, err := d.desk.Hold(o.ctx, actor, d.id, "理由")
		o.refused(err, review.CodeInactive)
		_, err = d.desk.Create(o.ctx, actor, o.series.ID, newText(), review.CauseNew, "")
		o.refused(err, review.CodeNoRole)
		equal(o, "signer", d.file().Name(signed.Person), allHands)
	}},
	{"a role taken away is gone at once, also for somebody already at work", func(o *office) {
		d := o.begin().submit()
		actor := o.as(editor)
		o.ok(o.desk.ChangePerson(o.ctx, actor.Person().ID, []review.Role{roleOther}, false))
		_, err := d.desk.Sign(o.ctx, actor, d.id, review.Signing{Revision: 1})
		o.refused(err, review.CodeRole)
	}},
	{"nobody without a role in the series begins a draft", func(o *office) {
		for _, who := range []review.Actor{o.as(outsider), o.as(leaver)} {
			_, err := o.desk.Create(o.ctx, who, o.series.ID, doc.New(), review.CauseNew, "")
			o.refused(err, review.CodeNoRole)
		}
	}},
}
