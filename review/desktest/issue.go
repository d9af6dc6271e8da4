package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

var issueRules = []rule{
	{"the first issue takes the template's defaults, the next what is carried over", func(o *office) {
		first, err := o.desk.NewIssue(o.ctx, o.as(drafter), o.series)
		o.ok(err)
		equal(o, "title", first.Head.Text.Masthead.Title, "松江工作简报")
		equal(o, "phone", first.Head.Text.Imprint.Phone, "")
		o.begin().finish()
		next, err := o.desk.NewIssue(o.ctx, o.as(drafter), o.series)
		o.ok(err)
		equal(o, "phone", next.Head.Text.Imprint.Phone, "5555 0101")
		equal(o, "date", next.Head.Text.Masthead.Date, doc.Date{})
		equal(o, "number", next.Head.Text.Masthead.Number, doc.Number{})
	}},
	{"from the last issue comes its text without number and date", func(o *office) {
		_, err := o.desk.NewFromLast(o.ctx, o.as(drafter), o.series)
		o.is(err, review.ErrNotFound)
		o.begin(body("上一期。")).finish()
		o.begin(body("还没定稿的另一份。"))
		f, err := o.desk.NewFromLast(o.ctx, o.as(drafter), o.series)
		o.ok(err)
		equal(o, "text", f.Head.Text.Articles[0].Body[0].Text, "上一期。")
		equal(o, "date", f.Head.Text.Masthead.Date, doc.Date{})
		equal(o, "number", f.Head.Text.Masthead.Number, doc.Number{})
		equal(o, "state", f.Draft.State, review.Drafting)
	}},
	{"drafts are found by the beginning of their id", func(o *office) {
		d := o.begin()
		o.begin()
		for _, prefix := range []string{string(d.id), string(d.id[:9])} {
			got, err := o.desk.Find(o.ctx, prefix)
			o.ok(err)
			equal(o, "found by "+prefix, got.ID, d.id)
		}
		for _, prefix := range []string{"", "no such draft"} {
			_, err := o.desk.Find(o.ctx, prefix)
			o.is(err, review.ErrNotFound)
		}
	}},
	{"a beginning that fits several drafts is ambiguous", func(o *office) {
		first := map[review.DraftID]bool{}
		for range 40 { // ids begin with one of 32 characters
			id := o.begin().id[:1]
			if first[id] {
				_, err := o.desk.Find(o.ctx, string(id))
				o.is(err, review.ErrAmbiguous)
				return
			}
			first[id] = true
		}
		o.t.Error("40 drafts and no two ids begin alike")
	}},
	{"drafts are listed by series and state, last updated first", func(o *office) {
		older := o.begin()
		o.later(1e9)
		newer := o.begin().submit()
		o.later(1e9)
		older.write(drafter, body("又改了。"))
		all, err := o.desk.List(o.ctx, review.DraftFilter{Series: o.series.ID})
		o.ok(err)
		equal(o, "first", all[0].ID, older.id)
		equal(o, "second", all[1].ID, newer.id)
		waiting, err := o.desk.List(o.ctx, review.DraftFilter{States: []review.State{review.Reviewing}})
		o.ok(err)
		equal(o, "under review", len(waiting), 1)
		equal(o, "which", waiting[0].ID, newer.id)
	}},
	{"a draft of an unknown series is not begun", func(o *office) {
		_, err := o.desk.Create(o.ctx, o.as(drafter), "nosuchseries", newText(), review.CauseNew, "")
		o.is(err, review.ErrNotFound)
	}},
	{"text that cannot be stored unchanged is refused, and nothing is begun", func(o *office) {
		_, err := o.desk.Create(o.ctx, o.as(drafter), o.series.ID, newText(body("坏字节\xff")), review.CauseImport, "")
		o.is(err, doc.ErrFormat)
		all, err := o.desk.List(o.ctx, review.DraftFilter{})
		o.ok(err)
		equal(o, "drafts", len(all), 0)
	}},
}
