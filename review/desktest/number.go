package desktest

import (
	"sync"

	"jianbao/editor/doc"
	"jianbao/review"
)

// number is the number that a new draft with these edits ends with.
func (o *office) number(edits ...edit) doc.Number {
	o.t.Helper()
	return o.begin(edits...).finish().file().Draft.Number
}

var numberRules = []rule{
	{"a number is drawn with the last signature and not before", func(o *office) {
		d := o.begin()
		for _, step := range []func(){func() { d.submit() }, func() { d.sign(editor) }} {
			step()
			f := d.file()
			equal(o, "drawn", f.Draft.Number, doc.Number{})
			equal(o, "expected", f.Expected, doc.Number{Year: 2025, Issue: 4, Total: 2196})
		}
		equal(o, "drawn", d.sign(checker).Draft.Number, doc.Number{Year: 2025, Issue: 4, Total: 2196})
		equal(o, "next", o.number(), doc.Number{Year: 2025, Issue: 5, Total: 2197})
	}},
	{"numbers go by the order of the last signature", func(o *office) {
		first, second := o.begin().submit(), o.begin().submit()
		first.sign(editor)
		second.sign(editor)
		equal(o, "signed first", second.sign(checker).Draft.Number.Issue, 4)
		equal(o, "signed second", first.sign(checker).Draft.Number.Issue, 5)
	}},
	{"two last signatures at the same moment draw two numbers", numbersAtOnce},
	{"a new year starts 期号 at 1 and 总期号 runs on", func(o *office) {
		equal(o, "last of the year", o.number(), doc.Number{Year: 2025, Issue: 4, Total: 2196})
		equal(o, "first of the next", o.number(dated("2026-01-05")), doc.Number{Year: 2026, Issue: 1, Total: 2197})
		equal(o, "second of the next", o.number(dated("2026-01-09")), doc.Number{Year: 2026, Issue: 2, Total: 2198})
	}},
	{"a date in a year that is closed draws no number", func(o *office) {
		o.number(dated("2026-01-05"))
		d := o.begin(dated("2025-12-31")).submit()
		d.sign(editor)
		_, err := d.trySign(checker, "")
		r := o.refused(err, review.CodePastYear)
		equal(o, "last year", r.Args["last"], "2026")
		equal(o, "sign-offs", len(d.file().SignOffs), 1)
		d.at(review.Reviewing, roleChecker)
		equal(o, "the next draws on", o.number(dated("2026-01-06")).Issue, 2)
	}},
	{"a text without a date draws no number, whatever the template requires", func(o *office) {
		o.adopt(func(s *review.Series) { s.Template.Parts = s.Template.Parts[:1] })
		d := o.begin(dated("")).submit()
		d.sign(editor)
		_, err := d.trySign(checker, "")
		o.refused(err, review.CodeNoDate)
	}},
	{"增刊 have a sequence of their own and take no 总期号", func(o *office) {
		equal(o, "first 增刊", o.number(labelled("增刊")), doc.Number{Year: 2025, Issue: 1})
		equal(o, "ordinary", o.number(), doc.Number{Year: 2025, Issue: 4, Total: 2196})
		equal(o, "second 增刊", o.number(labelled("增刊")), doc.Number{Year: 2025, Issue: 2})
		equal(o, "first 专刊", o.number(labelled("专刊")), doc.Number{Year: 2025, Issue: 1})
		equal(o, "增刊 of the next year", o.number(labelled("增刊"), dated("2026-02-01")), doc.Number{Year: 2026, Issue: 1})
	}},
	{"where the office says so 增刊 take a 总期号", func(o *office) {
		o.adopt(func(s *review.Series) { s.SupplementsCount = true })
		equal(o, "增刊", o.number(labelled("增刊")), doc.Number{Year: 2025, Issue: 1, Total: 2196})
		equal(o, "ordinary", o.number(), doc.Number{Year: 2025, Issue: 4, Total: 2197})
	}},
	{"a text that bears another number than the ledger draws is not made final", func(o *office) {
		for _, bears := range []doc.Number{{Issue: 5, Total: 2196}, {Issue: 4, Total: 2197}, {Issue: 5}, {Year: 2024, Issue: 4}, {Total: 2196}} {
			d := o.begin(numbered(bears)).submit()
			d.sign(editor)
			_, err := d.trySign(checker, "")
			equal(o, "draws", o.refused(err, review.CodeNumber).Args["draws"], "4/2196")
			d.at(review.Reviewing, roleChecker)
			rows, err := o.desk.Ledger(o.ctx, o.series.ID)
			o.ok(err)
			equal(o, "rows beside the opening", len(rows), 1)
		}
	}},
	{"a text that bears the number the ledger draws becomes final", func(o *office) {
		for i, bears := range []doc.Number{{Issue: 4, Total: 2196}, {Issue: 5}, {Year: 2025, Issue: 6, Total: 2198}} {
			equal(o, "drawn", o.number(numbered(bears)), doc.Number{Year: 2025, Issue: 4 + i, Total: 2196 + i})
		}
	}},
	{"correcting the number in the text voids no sign-off", func(o *office) {
		d := o.begin(numbered(doc.Number{Issue: 9})).submit()
		d.sign(editor)
		saved := d.write(checker, numbered(doc.Number{Issue: 4}))
		equal(o, "unchanged", saved.Unchanged, false)
		equal(o, "standing", d.standing(), "责编")
		equal(o, "state", d.sign(checker).Draft.State, review.Final)
	}},
	{"a withdrawn draft uses no number", func(o *office) {
		d := o.begin().submit()
		d.fine(d.desk.Withdraw(o.ctx, o.as(editor), d.id, "事项取消"))
		equal(o, "next", o.number().Issue, 4)
	}},
}

func numbersAtOnce(o *office) {
	const drafts = 4
	var all sync.WaitGroup
	errs, ready := make([]error, drafts), make([]*draft, drafts)
	for i := range ready {
		ready[i] = o.begin().submit()
		ready[i].sign(editor)
	}
	who := o.as(checker)
	for i, d := range ready {
		all.Go(func() { _, errs[i] = o.desk.Sign(o.ctx, who, d.id, review.Signing{Revision: 1}) })
	}
	all.Wait()
	drawn := map[doc.Number]bool{}
	for i, d := range ready {
		o.ok(errs[i])
		drawn[d.file().Draft.Number] = true
	}
	equal(o, "different numbers", len(drawn), drafts)
	equal(o, "the next", o.number(), doc.Number{Year: 2025, Issue: 4 + drafts, Total: 2196 + drafts})
}
