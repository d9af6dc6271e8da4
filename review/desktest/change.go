package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// everyChange is one edit for each kind of thing that prints.
var everyChange = map[string]edit{
	"one character":     func(b *doc.Bulletin) { b.Articles[0].Body[1].Text = "二季度群众满意率达到99%。" },
	"one space":         func(b *doc.Bulletin) { b.Articles[0].Body[1].Text += " " },
	"a heading level":   func(b *doc.Bulletin) { b.Articles[0].Body[1].Level = doc.Level2 },
	"paragraph order":   func(b *doc.Bulletin) { p := b.Articles[0].Body; p[0], p[1] = p[1], p[0] },
	"the title's lines": titled("窗口服务延时让群众少跑一趟"),
	"the date":          dated("2025-06-16"),
	"the phone":         func(b *doc.Bulletin) { b.Imprint.Phone = "5555 0199" },
	"a credit":          func(b *doc.Bulletin) { b.Imprint.Credits = []doc.Credit{{Label: "签发", Name: "方正"}} },
}

var changeRules = []rule{
	{"any change of what prints voids the sign-offs, and the first signer is asked again", func(o *office) {
		for name, change := range everyChange {
			d := o.begin().submit()
			d.sign(editor)
			saved := d.write(checker, change)
			equal(o, name+": fallen", saved.Fell, 1)
			equal(o, name+": standing", d.standing(), "")
			d.at(review.Reviewing, roleEditor)
			equal(o, name+": reason", d.file().SignOffs[0].Fell, review.FellByChange)
		}
	}},
	{"a save that changes nothing voids nothing and writes nothing", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		for name, nothing := range map[string]edit{"same text": func(*doc.Bulletin) {}, "other ids": otherIDs} {
			saved := d.write(checker, nothing)
			equal(o, name+": unchanged", saved.Unchanged, true)
			equal(o, name+": fallen", saved.Fell, 0)
			equal(o, name+": revisions", len(saved.File.Revisions), 1)
			equal(o, name+": standing", d.standing(), "责编")
			d.at(review.Reviewing, roleChecker)
		}
	}},
	{"a change taken back does not raise a fallen sign-off", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		d.write(checker, body("改了。"))
		_, err := d.desk.Restore(o.ctx, o.as(editor), d.id, 1)
		o.ok(err)
		equal(o, "standing", d.standing(), "")
		d.at(review.Reviewing, roleEditor)
	}},
	{"after a change all sign anew, and the text becomes final", func(o *office) {
		d := o.begin().submit()
		d.sign(editor)
		d.write(checker, body("核稿改了一句。"))
		d.sign(editor)
		f := d.sign(checker)
		equal(o, "state", f.Draft.State, review.Final)
		equal(o, "sign-offs in the record", len(f.SignOffs), 3)
		equal(o, "standing", d.standing(), "责编核稿")
	}},
	{"a signer signs the text he read, not one that came after", func(o *office) {
		d := o.begin().submit()
		read := d.file().Head.Seq
		d.write(allHands, body("另一位责编改了。"))
		_, err := d.desk.Sign(o.ctx, o.as(editor), d.id, review.Signing{Revision: read})
		o.refused(err, review.CodeMoved)
		equal(o, "sign-offs", len(d.file().SignOffs), 0)
	}},
	{"nobody signs over his own unsaved changes", func(o *office) {
		d := o.begin().submit()
		o.ok(d.desk.Autosave(o.ctx, o.as(editor), d.id, 1, newText(body("还没存。"))))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeUnsaved)
		o.ok(d.desk.Autosave(o.ctx, o.as(editor), d.id, 1, newText(otherIDs)))
		d.sign(editor)
	}},
	{"a sign-off records the text it was compared with", func(o *office) {
		d := o.begin().submit()
		first := d.sign(editor).Head
		d.write(checker, body("核稿改了一句。"))
		signed := d.sign(editor).SignOffs[1]
		equal(o, "compared", signed.Compared, first.TextHash)
		equal(o, "signed revision", signed.Revision, 2)
	}},
}
