package desktest

import "jianbao/review"

var decisionRules = []rule{
	{"a decision is recorded beside the text and changes neither text nor author", func(o *office) {
		d := o.begin().submit()
		before := d.write(allHands, body("责编改了一句。"))
		dec := review.Decision{From: 1, To: 2, Change: "p1:0", Verdict: review.Rejected, Reason: "原句更准"}
		f := d.fine(d.desk.Decide(o.ctx, o.as(editor), d.id, dec))
		equal(o, "text", f.Head.Hash, before.File.Head.Hash)
		equal(o, "who wrote", f.Name(f.Revisions[1].Author), allHands)
		equal(o, "who decided", f.Name(f.Decisions[0].By), editor)
		equal(o, "standing", d.standing(), "")
	}},
	{"a later decision about the same change stands beside the earlier one", func(o *office) {
		d := o.begin().submit()
		dec := review.Decision{From: 1, To: 1, Change: "p1:0", Verdict: review.Rejected, Reason: "原句更准"}
		d.fine(d.desk.Decide(o.ctx, o.as(editor), d.id, dec))
		dec.Verdict, dec.Reason = review.Accepted, ""
		f := d.fine(d.desk.Decide(o.ctx, o.as(editor), d.id, dec))
		equal(o, "decisions", len(f.Decisions), 2)
		equal(o, "first", f.Decisions[0].Verdict, review.Rejected)
		equal(o, "second", f.Decisions[1].Verdict, review.Accepted)
	}},
	{"rejecting needs a reason, and only the two verdicts are verdicts", func(o *office) {
		d := o.begin().submit()
		_, err := d.desk.Decide(o.ctx, o.as(editor), d.id, review.Decision{Change: "p1:0", Verdict: review.Rejected, Reason: " "})
		o.refused(err, review.CodeReason)
		_, err = d.desk.Decide(o.ctx, o.as(editor), d.id, review.Decision{Change: "p1:0", Verdict: "perhaps"})
		o.refused(err, review.CodeUnknown)
		equal(o, "decisions", len(d.file().Decisions), 0)
	}},
}
