package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// remark ties a comment to the first words of the first paragraph.
func (d *draft) remark(name, text string) review.Comment {
	d.t.Helper()
	at := doc.Anchor{Place: doc.Place{Paragraph: "p1"}, From: 0, To: 4, Quote: "今年以来"}
	f := d.fine(d.desk.AddComment(d.ctx, d.as(name), d.id, at, text))
	return f.Comments[len(f.Comments)-1]
}

var commentRules = []rule{
	{"an open comment blocks the signature, a closed one does not", func(o *office) {
		for _, status := range []review.CommentStatus{review.CommentResolved, review.CommentDeclined} {
			d := o.begin().submit()
			c := d.remark(checker, "数字请核")
			_, err := d.trySign(editor, "")
			equal(o, "open", o.refused(err, review.CodeComments).Args["count"], "1")
			d.fine(d.desk.CloseComment(o.ctx, o.as(drafter), d.id, c.ID, status, "已核，无误"))
			d.sign(editor)
		}
	}},
	{"open comments are passed only where the office allows it, with a reason that is recorded", func(o *office) {
		d := o.begin().submit()
		d.remark(checker, "数字请核")
		_, err := d.trySign(editor, "会后补核")
		o.refused(err, review.CodeOverridden)
		o.adopt(func(s *review.Series) { s.AllowOverride = true })
		_, err = d.trySign(editor, "")
		o.refused(err, review.CodeComments)
		f := d.fine(d.trySign(editor, "会后补核"))
		equal(o, "recorded", f.SignOffs[0].Override, "会后补核")
		equal(o, "still open", len(f.OpenComments()), 1)
	}},
	{"a reason to pass comments is not recorded where none is open", func(o *office) {
		o.adopt(func(s *review.Series) { s.AllowOverride = true })
		d := o.begin().submit()
		equal(o, "recorded", d.fine(d.trySign(editor, "多余的理由")).SignOffs[0].Override, "")
	}},
	{"an override passes comments, never demands or missing parts", func(o *office) {
		o.adopt(func(s *review.Series) { s.AllowOverride = true })
		d := o.begin().submit()
		d.sign(editor)
		d.fine(d.trySendBack(checker, 0, "理由", "要求"))
		_, err := d.trySign(editor, "先发后补")
		o.refused(err, review.CodeDemands)
		d.write(editor, titled(""))
		_, err = d.trySign(editor, "先发后补")
		o.refused(err, review.CodeMissing)
	}},
	{"declining a comment needs a reason, and a thread is closed once", func(o *office) {
		d := o.begin()
		c := d.remark(editor, "措辞请斟酌")
		closing := func(s review.CommentStatus, reason string) error {
			return second(d.desk.CloseComment(o.ctx, o.as(drafter), d.id, c.ID, s, reason))
		}
		o.refused(closing(review.CommentDeclined, " "), review.CodeReason)
		o.refused(closing(review.CommentOpen, "理由"), review.CodeUnknown)
		o.ok(closing(review.CommentDeclined, "原文如此"))
		o.refused(closing(review.CommentResolved, ""), review.CodeClosed)
		got := d.file().Comments[0]
		equal(o, "reason", got.Reason, "原文如此")
		equal(o, "closer", d.file().Name(got.Closer), drafter)
		equal(o, "author", d.file().Name(got.Author), editor)
	}},
	{"replies belong to a thread and do not block by themselves", func(o *office) {
		d := o.begin()
		c := d.remark(editor, "措辞请斟酌")
		f := d.fine(d.desk.Reply(o.ctx, o.as(drafter), d.id, c.ID, "改为“显著提升”"))
		equal(o, "open threads", len(f.OpenComments()), 1)
		equal(o, "replies to", f.Comments[1].ReplyTo, c.ID)
		_, err := d.desk.Reply(o.ctx, o.as(drafter), d.id, f.Comments[1].ID, "答复的答复")
		o.is(err, review.ErrNotFound)
		_, err = d.desk.Reply(o.ctx, o.as(drafter), d.id, c.ID, " \n")
		o.refused(err, review.CodeReason)
	}},
	{"a comment whose text is gone is an orphan, not tied to a look-alike", func(o *office) {
		d := o.begin()
		c := d.remark(editor, "措辞请斟酌")
		d.write(drafter, func(b *doc.Bulletin) {
			b.Articles[0].Body[1].Text = b.Articles[0].Body[0].Text
			b.Articles[0].Body[0].Text = "整段重写。"
		})
		f := d.file()
		equal(o, "holds", f.Head.Text.Holds(c.Anchor), false)
		equal(o, "anchor kept as it was", f.Comments[0].Anchor, c.Anchor)
	}},
}
