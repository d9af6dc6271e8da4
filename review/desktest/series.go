package desktest

import (
	"jianbao/editor/template"
	"jianbao/review"
)

var seriesRules = []rule{
	{"an unusable template makes no series", func(o *office) {
		bad := review.Series{Name: "无人签字"}
		_, err := o.desk.PutSeries(o.ctx, o.as(editor), bad)
		o.is(err, template.ErrInvalid)
		_, err = o.desk.AddSeries(o.ctx, o.as(editor), bad)
		o.is(err, template.ErrInvalid)
		equal(o, "series", len(o.allSeries()), 1)
	}},
	{"adding never replaces a series, putting does", func(o *office) {
		_, err := o.desk.AddSeries(o.ctx, o.as(editor), o.series)
		o.is(err, review.ErrExists)
		o.adopt(func(s *review.Series) { s.Name = "改了名的刊" })
		equal(o, "series", len(o.allSeries()), 1)
		equal(o, "name", o.allSeries()[0].Name, "改了名的刊")
	}},
	{"a chain is not made too short for a draft that is being signed", func(o *office) {
		waiting, held := o.begin().submit(), o.begin().submit()
		waiting.sign(editor)
		held.sign(editor)
		held.hold()
		shorter := o.series
		shorter.Template.Chain = []string{string(roleEditor)}
		_, err := o.desk.PutSeries(o.ctx, o.as(editor), shorter)
		equal(o, "stranded", o.refused(err, review.CodeStranded).Args["count"], "2")
		waiting.sign(checker)
		held.fine(held.desk.Resume(o.ctx, o.as(editor), held.id))
		held.sendBack(checker, "核对数字")
		o.adopt(func(s *review.Series) { s.Template.Chain = shorter.Template.Chain })
		held.answer(drafter, 1, review.AnswerDone, "")
		equal(o, "signed by one hand", held.submit().sign(editor).Draft.State, review.Final)
	}},
	{"a series without an id gets one of its own", func(o *office) {
		for _, name := range []string{"甲刊", "乙刊"} {
			s, err := o.desk.AddSeries(o.ctx, o.as(editor), review.Series{Name: name, Template: o.series.Template})
			o.ok(err)
			equal(o, "id is made", s.ID != "", true)
		}
		equal(o, "series", len(o.allSeries()), 3)
	}},
}

func (o *office) allSeries() []review.Series {
	o.t.Helper()
	all, err := o.desk.AllSeries(o.ctx)
	o.ok(err)
	return all
}
