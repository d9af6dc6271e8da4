package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

func (o *office) open(n doc.Number) error {
	return o.desk.OpenLedger(o.ctx, o.as(editor), o.series.ID, n)
}

func (o *office) rows() review.Ledger {
	o.t.Helper()
	l, err := o.desk.Ledger(o.ctx, o.series.ID)
	o.ok(err)
	return l
}

var ledgerRules = []rule{
	{"a voided number keeps its row with the reason and is never drawn again", func(o *office) {
		d := o.begin().finish()
		f := d.fine(d.desk.Void(o.ctx, o.as(checker), d.id, "内容有误"))
		equal(o, "state", f.Draft.State, review.Voided)
		equal(o, "number kept", f.Draft.Number, doc.Number{Year: 2025, Issue: 4, Total: 2196})
		row, ok := o.rows().Of(d.id)
		equal(o, "row there", ok, true)
		equal(o, "kind", row.Kind, review.EntryVoid)
		equal(o, "reason", row.Reason, "内容有误")
		equal(o, "next", o.number(), doc.Number{Year: 2025, Issue: 5, Total: 2197})
		equal(o, "complaints", len(o.rows().Check(o.series)), 0)
	}},
	{"an opening may be corrected until a number is drawn", func(o *office) {
		o.ok(o.open(doc.Number{Year: 2025, Issue: 30, Total: 3000}))
		o.ok(o.open(doc.Number{Year: 2025, Issue: 12, Total: 800}))
		equal(o, "drawn", o.number(), doc.Number{Year: 2025, Issue: 13, Total: 801})
		equal(o, "complaints", len(o.rows().Check(o.series)), 0)
		o.refused(o.open(doc.Number{Year: 2025, Issue: 20, Total: 900}), review.CodeNumbered)
	}},
	{"an opening that cannot be is refused", func(o *office) {
		for _, n := range []doc.Number{{}, {Issue: 3, Total: 5}, {Year: 2025, Issue: -1}, {Year: 2025, Issue: 1, Total: -1}} {
			o.refused(o.open(n), review.CodeUnknown)
		}
		o.is(o.desk.OpenLedger(o.ctx, o.as(editor), "nosuchseries", doc.Number{Year: 2025}), review.ErrNotFound)
	}},
	{"without an opening a series starts at 1", func(o *office) {
		o.series.ID = ""
		o.adopt(func(s *review.Series) { s.Name = "另一种刊" })
		equal(o, "drawn", o.number(), doc.Number{Year: 2025, Issue: 1, Total: 1})
	}},
	{"series count apart", func(o *office) {
		o.number()
		first := o.series
		o.series.ID = ""
		o.adopt(func(s *review.Series) { s.Name = "另一种刊" })
		o.number()
		o.series = first
		equal(o, "drawn", o.number(), doc.Number{Year: 2025, Issue: 5, Total: 2197})
	}},
	{"what is expected is what is drawn", func(o *office) {
		for _, label := range []string{"", "增刊", ""} {
			want, err := o.desk.Expected(o.ctx, o.series, 2025, label)
			o.ok(err)
			equal(o, "drawn", o.number(labelled(label)), want)
		}
	}},
}
