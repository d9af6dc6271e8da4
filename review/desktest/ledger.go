package desktest

import (
	"strconv"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

func (o *office) open(n doc.Number) error {
	return o.desk.OpenLedger(o.ctx, o.as(editor), o.series.ID, n)
}

func (o *office) openLabel(label string, n doc.Number) error {
	return o.desk.OpenLabel(o.ctx, o.as(editor), o.series.ID, label, n)
}

// old is a row of 2025 in an old ledger.
func old(line, total, issue int) review.OldRow {
	return review.OldRow{Line: line, Entry: review.Entry{Kind: review.EntryPast, Number: doc.Number{Year: 2025, Issue: issue, Total: total}}}
}

func (o *office) takeOver(reason string, rows ...review.OldRow) (review.Takeover, error) {
	o.t.Helper()
	return o.desk.TakeOver(o.ctx, o.as(editor), o.series.ID, rows, reason)
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
	{"增刊 that were numbered before are opened apart", func(o *office) {
		o.ok(o.openLabel("增刊", doc.Number{Year: 2025, Issue: 2}))
		o.ok(o.openLabel("增刊", doc.Number{Year: 2025, Issue: 6}))
		equal(o, "ordinary", o.number(), doc.Number{Year: 2025, Issue: 4, Total: 2196})
		equal(o, "增刊", o.number(labelled("增刊")), doc.Number{Year: 2025, Issue: 7})
		o.refused(o.openLabel("增刊", doc.Number{Year: 2025, Issue: 9}), review.CodeNumbered)
		o.ok(o.openLabel("专刊", doc.Number{Year: 2025, Issue: 1}))
		equal(o, "专刊", o.number(labelled("专刊")).Issue, 2)
		o.refused(o.openLabel("别册", doc.Number{Year: 2025, Issue: 1, Total: 9}), review.CodeUnknown)
		equal(o, "complaints", len(o.rows().Check(o.series)), 0)
	}},
	{"the year of an issue is that of its date, not of the clock", func(o *office) {
		o.now = time.Date(2026, 1, 1, 0, 30, 0, 0, time.UTC)
		equal(o, "31 December signed on 1 January", o.number(dated("2025-12-31")), doc.Number{Year: 2025, Issue: 4, Total: 2196})
		equal(o, "1 January", o.number(dated("2026-01-01")), doc.Number{Year: 2026, Issue: 1, Total: 2197})
		o.now = time.Date(2019, 5, 1, 9, 0, 0, 0, time.UTC)
		equal(o, "after the clock jumped back", o.number(dated("2026-01-02")), doc.Number{Year: 2026, Issue: 2, Total: 2198})
		equal(o, "complaints", len(o.rows().Check(o.series)), 0)
	}},
	{"an old ledger is taken in whole, with the reason of its gaps and doubles", func(o *office) {
		o.number()
		rows := []review.OldRow{old(2, 2190, 1), old(3, 2192, 2), old(4, 2193, 2), old(5, 2195, 3)}
		plan, err := o.desk.PlanTakeover(o.ctx, o.series.ID, rows)
		o.ok(err)
		equal(o, "rows", len(plan.Rows), 4)
		equal(o, "faults: 第2期 twice, 2191 and 2194 missing", len(plan.Found), 3)
		_, err = o.takeOver(" ", rows...)
		o.refused(err, review.CodeExplain)
		equal(o, "nothing entered", len(o.rows()), 2)
		_, err = o.takeOver("旧账如此", rows...)
		o.ok(err)
		equal(o, "complaints", len(o.rows().Check(o.series)), 0)
		equal(o, "complaints of all", len(o.verify(o.store, "").Findings), 0)
		equal(o, "next", o.number(), doc.Number{Year: 2025, Issue: 5, Total: 2197})
		plan, err = o.takeOver("", rows...)
		o.ok(err)
		equal(o, "known the second time", plan.Known, 4)
	}},
	{"a ledger written out is taken in again by another series as it was", func(o *office) {
		o.number()
		void := o.begin().finish()
		void.fine(o.desk.Void(o.ctx, o.as(checker), void.id, "内容有误"))
		_, err := o.takeOver("旧账如此", old(2, 2190, 1), old(3, 2192, 2), old(4, 2193, 2), old(5, 2195, 3))
		o.ok(err)
		first, err := o.desk.TitledLedger(o.ctx, o.series.ID)
		o.ok(err)
		rows := make([]review.OldRow, len(first))
		for i, e := range first {
			if e.Kind == review.EntryIssue {
				e.Kind = review.EntryPast
			}
			e.Draft = ""
			rows[len(rows)-1-i] = review.OldRow{Line: i + 2, Entry: e}
		}
		o.series.ID = ""
		o.adopt(func(s *review.Series) { s.Name = "另一种刊" })
		_, err = o.takeOver("", rows...)
		o.ok(err)
		second, err := o.desk.TitledLedger(o.ctx, o.series.ID)
		o.ok(err)
		equal(o, "rows", len(second), len(first))
		for i, e := range second {
			was := first[i]
			equal(o, "number", e.Number, was.Number)
			equal(o, "title", e.Title, was.Title)
			equal(o, "reason", e.Reason, was.Reason)
			equal(o, "date", e.Date, was.Date)
		}
		equal(o, "next", o.number(), doc.Number{Year: 2025, Issue: 6, Total: 2198})
	}},
	{"of an old ledger with a bad row nothing is entered", func(o *office) {
		o.number()
		void := old(6, 2188, 1)
		void.Entry.Kind = review.EntryVoid
		for name, bad := range map[string]review.OldRow{review.CodeOldReserved: old(9, 2197, 5), review.CodeOldReason: void,
			review.CodeOldNumber: old(9, 2194, 0), review.CodeOldJump: old(9, 1200, 1)} {
			_, err := o.takeOver("旧账如此", old(2, 2195, 3), bad)
			problems := o.refused(err, review.CodeTakeover).Problems
			equal(o, name+": problems", len(problems), 1)
			equal(o, "code", problems[0].Code, name)
			equal(o, "line", problems[0].Args["row"], strconv.Itoa(bad.Line))
			equal(o, "rows", len(o.rows()), 2)
		}
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
