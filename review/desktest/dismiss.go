package desktest

import "jianbao/review"

func (d *draft) dismiss(name string, m review.Mark, scope review.Scope) review.Dismissal {
	d.t.Helper()
	made, err := d.desk.Dismiss(d.ctx, d.as(name), d.id, m, scope, "原文如此")
	d.ok(err)
	return made
}

// passing is the mark of a word in the closing paragraph of the newest text.
func (d *draft) passing(word string) review.Mark {
	d.t.Helper()
	for _, flaw := range d.openErrors() {
		if flaw.Words == word {
			return flaw.Mark
		}
	}
	d.t.Fatalf("%s is not found in the text", word)
	return review.Mark{}
}

var dismissRules = []rule{
	{"a finding dismissed once stays dismissed while its sentence stands, wherever that moves", func(o *office) {
		d := o.under("前一句。安排布署。")
		d.dismiss(editor, d.passing("布署"), review.ScopeOnce)
		equal(o, "at once", len(d.openErrors()), 0)
		d.write(editor, closing("又加一句。前一句改了。安排布署。"))
		equal(o, "moved", len(d.openErrors()), 0)
		d.write(editor, closing("前一句。安排布署好。"))
		equal(o, "changed", len(d.openErrors()), 1)
	}},
	{"one finding in a sentence is not dismissed by another", func(o *office) {
		d := o.under(slipping)
		d.dismiss(editor, d.passing("按排"), review.ScopeOnce)
		equal(o, "left", d.openErrors()[0].Words, "布署")
	}},
	{"dismissed in this issue holds for the words in every sentence of it, and in no other issue", func(o *office) {
		d := o.under("安排布署。")
		d.dismiss(editor, d.passing("布署"), review.ScopeIssue)
		d.write(editor, closing("另一句里的布署。"))
		equal(o, "here", len(d.openErrors()), 0)
		equal(o, "elsewhere", len(o.under("安排布署。").openErrors()), 1)
	}},
	{"dismissed for always holds in every issue of the series", func(o *office) {
		d := o.under("安排布署。")
		d.dismiss(editor, d.passing("布署"), review.ScopeAlways)
		equal(o, "elsewhere", len(o.under("另一句里的布署。").openErrors()), 0)
	}},
	{"a single character is dismissed in its sentence only, whatever was asked", func(o *office) {
		d := o.under(settled)
		m := review.MarkIn(settled, 0, "P30", "“")
		made := d.dismiss(editor, m, review.ScopeAlways)
		equal(o, "there", made.Covers(d.id, m), true)
		equal(o, "elsewhere", made.Covers(d.id, review.MarkIn("另一句。", 0, "P30", "“")), false)
	}},
	{"who dismisses gives a reason, and has the draft in hand", func(o *office) {
		d := o.under(slipping)
		_, err := o.desk.Dismiss(o.ctx, o.as(editor), d.id, d.passing("布署"), review.ScopeOnce, " ")
		o.refused(err, review.CodeReason)
		_, err = o.desk.Dismiss(o.ctx, o.as(checker), d.id, d.passing("布署"), review.ScopeOnce, "理由")
		o.refused(err, review.CodeRole)
		_, err = o.desk.Dismiss(o.ctx, o.as(editor), d.id, d.passing("布署"), "ever", "理由")
		o.refused(err, review.CodeUnknown)
	}},
	{"a dismissal is recorded once with its reason, and can be taken back", func(o *office) {
		d := o.under("安排布署。")
		m := d.passing("布署")
		made := d.dismiss(editor, m, review.ScopeOnce)
		equal(o, "again", d.dismiss(editor, m, review.ScopeOnce).ID, made.ID)
		all, err := o.desk.Dismissals(o.ctx, o.series.ID)
		o.ok(err)
		equal(o, "dismissals", len(all), 1)
		equal(o, "reason", all[0].Reason, "原文如此")
		equal(o, "person", all[0].By, o.as(editor).Person().ID)
		o.ok(o.desk.Undismiss(o.ctx, o.as(editor), d.id, made.ID))
		equal(o, "standing again", len(d.openErrors()), 1)
		o.is(o.desk.Undismiss(o.ctx, o.as(editor), d.id, made.ID), review.ErrNotFound)
	}},
}
