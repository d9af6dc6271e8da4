package desktest

import "jianbao/review"

var returnRules = []rule{
	{"a send-back needs a reason and at least one demand with words", func(o *office) {
		d := o.begin().submit()
		_, err := d.trySendBack(editor, review.ToDrafting, " 　", "核对数字")
		o.refused(err, review.CodeReason)
		_, err = d.trySendBack(editor, review.ToDrafting, "数字不一")
		o.refused(err, review.CodeNoDemand)
		_, err = d.trySendBack(editor, review.ToDrafting, "数字不一", "核对数字", " \n")
		o.refused(err, review.CodeNoDemand)
		d.at(review.Reviewing, roleEditor)
		equal(o, "demands", len(d.file().Demands), 0)
	}},
	{"a send-back goes to an earlier hand only", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		for _, to := range []int{-2, 1, 2} {
			_, err := d.trySendBack(checker, to, "理由", "要求")
			o.refused(err, review.CodeEarlier)
		}
		d.fine(d.trySendBack(checker, 0, "理由", "要求"))
		d.at(review.Reviewing, roleEditor)
	}},
	{"each demand must be answered before the text goes on", func(o *office) {
		d := o.begin().submit()
		d.sendBack(editor, "核对数字", "补上来源")
		d.at(review.Drafting, review.RoleDrafter)
		_, err := d.desk.Submit(o.ctx, o.as(drafter), d.id)
		equal(o, "open", o.refused(err, review.CodeDemands).Args["count"], "2")
		d.answer(drafter, 1, review.AnswerDone, "")
		_, err = d.desk.Submit(o.ctx, o.as(drafter), d.id)
		equal(o, "open", o.refused(err, review.CodeDemands).Args["count"], "1")
		d.answer(drafter, 2, review.AnswerDeclined, "来源不宜公开")
		d.submit().at(review.Reviewing, roleEditor)
	}},
	{"a 责编 who was sent the text answers before signing again", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		d.fine(d.trySendBack(checker, 0, "理由", "要求"))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeDemands)
		d.answer(editor, 1, review.AnswerDone, "")
		d.sign(editor)
		d.at(review.Reviewing, roleChecker)
	}},
	{"not following a demand needs a reason", func(o *office) {
		d := o.begin().submit()
		d.sendBack(editor, "核对数字")
		_, err := d.desk.AnswerDemand(o.ctx, o.as(drafter), d.id, 1, review.AnswerDeclined, "　")
		o.refused(err, review.CodeReason)
	}},
	{"only the two answers are answers, and only to demands that are there", func(o *office) {
		d := o.begin().submit()
		d.sendBack(editor, "核对数字")
		for _, a := range []review.Answer{review.AnswerOpen, "maybe"} {
			_, err := d.desk.AnswerDemand(o.ctx, o.as(drafter), d.id, 1, a, "说明")
			o.refused(err, review.CodeUnknown)
		}
		for _, n := range []int{0, 2} {
			_, err := d.desk.AnswerDemand(o.ctx, o.as(drafter), d.id, n, review.AnswerDone, "")
			o.is(err, review.ErrNotFound)
		}
		equal(o, "open", len(d.file().OpenDemands()), 1)
	}},
	{"an answer may be changed until the draft is handed on", func(o *office) {
		d := o.begin().submit()
		d.sendBack(editor, "核对数字")
		d.answer(drafter, 1, review.AnswerDone, "")
		d.answer(drafter, 1, review.AnswerDeclined, "数字无误，见附表")
		d.submit()
		_, err := d.desk.AnswerDemand(o.ctx, o.as(editor), d.id, 1, review.AnswerDone, "")
		o.refused(err, review.CodeAnswered)
		d.sendBack(editor, "补上来源")
		_, err = d.desk.AnswerDemand(o.ctx, o.as(drafter), d.id, 1, review.AnswerDone, "")
		o.refused(err, review.CodeAnswered)
		equal(o, "answer", d.file().Demands[0].Note, "数字无误，见附表")
	}},
	{"old approvals do not count in a new round", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		f := d.sendBack(checker, "核对数字")
		equal(o, "round", f.Draft.Round, 1)
		equal(o, "reason", f.SignOffs[0].Fell, review.FellByReturn)
		d.answer(drafter, 1, review.AnswerDeclined, "数字无误")
		d.submit()
		equal(o, "standing, the text being the same", d.standing(), "")
		d.at(review.Reviewing, roleEditor)
		equal(o, "round of the new sign-off", d.sign(editor).SignOffs[1].Round, 1)
	}},
	{"sign-offs before the hand that gets the text back still stand", func(o *office) {
		o.adopt(func(s *review.Series) { s.Template.Chain = []string{"责编", "核稿", "签发"} })
		_, err := o.desk.AddPerson(o.ctx, "方正", []review.Role{"签发"}, pin)
		o.ok(err)
		d := o.begin().submit()
		d.sign(editor)
		d.sign(checker)
		d.fine(d.trySendBack("方正", 1, "理由", "要求"))
		equal(o, "standing", d.standing(), "责编")
		d.at(review.Reviewing, roleChecker)
	}},
	{"demands keep their reason, round, revision and number", func(o *office) {
		d := o.begin().submit()
		d.sendBack(editor, "核对数字")
		d.answer(drafter, 1, review.AnswerDone, "")
		d.write(drafter, body("改好了。"))
		d.submit()
		d.sendBack(editor, "补上来源")
		for i, dm := range d.file().Demands {
			equal(o, "number", dm.N, i+1)
			equal(o, "round", dm.Round, i)
			equal(o, "revision", dm.Revision, i+1)
			equal(o, "reason", dm.Reason, "数字前后不一")
		}
	}},
}
