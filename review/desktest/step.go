package desktest

import "jianbao/review"

// step lets a person say the same of sentences of the newest text, by their
// places in it.
func (d *draft) step(name string, say review.Opinion, which ...int) review.Stepping {
	d.t.Helper()
	f := d.file()
	all := review.Sentences(f.Head.Text)
	var read []review.Read
	for _, n := range which {
		read = append(read, review.Read{Sentence: all[n].Hash, Nth: all[n].Nth, Opinion: say})
	}
	after, err := d.desk.Step(d.ctx, d.as(name), d.id, f.Head.Seq, read...)
	d.ok(err)
	return after
}

// stepAll lets a person pass every sentence.
func (d *draft) stepAll(name string) review.Stepping {
	d.t.Helper()
	all := make([]int, len(review.Sentences(d.file().Head.Text)))
	for i := range all {
		all[i] = i
	}
	return d.step(name, review.OpinionFine, all...)
}

func (d *draft) stepping(name string) review.Stepping {
	d.t.Helper()
	s, err := d.desk.Stepping(d.ctx, d.id, d.as(name).Person().ID)
	d.ok(err)
	return s
}

var stepRules = []rule{
	{"a version is stepped through when every sentence of it was", func(o *office) {
		d := o.begin().submit()
		n := len(review.Sentences(d.file().Head.Text))
		equal(o, "begun", d.step(editor, review.OpinionFine, 0, 1).Complete(), false)
		after := d.stepAll(editor)
		equal(o, "done", after.Complete(), true)
		equal(o, "count", after.Count(), review.StepCount{All: n, Fine: n})
		equal(o, "another person's", d.stepping(checker).Count().Fine, 0)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		equal(o, "recorded", events[len(events)-1].Action, review.ActStep)
	}},
	{"a change asks again only for the sentence it touches, and the rest is said to be carried over", func(o *office) {
		d := o.begin().submit()
		n := len(review.Sentences(d.file().Head.Text))
		d.stepAll(editor)
		d.write(editor, closing("二季度群众满意率达到99%。新加一句。"))
		s := d.stepping(editor)
		equal(o, "complete", s.Complete(), false)
		equal(o, "count", s.Count(), review.StepCount{All: n + 1, Fine: n - 1, Carried: n - 1})
		after := d.stepAll(editor)
		equal(o, "count of this version", after.Count(), review.StepCount{All: n + 1, Fine: n + 1})
	}},
	{"doubts count as read, and the last word on a sentence counts", func(o *office) {
		d := o.begin().submit()
		d.stepAll(editor)
		after := d.step(editor, review.OpinionDoubts, 3)
		equal(o, "doubts", after.Count().Doubts, 1)
		equal(o, "complete", after.Complete(), true)
		equal(o, "settled", d.step(editor, review.OpinionFine, 3).Count().Doubts, 0)
	}},
	{"the same words twice are two sentences", func(o *office) {
		d := o.begin(closing("好。中。好。")).submit()
		after := d.step(editor, review.OpinionFine, len(review.Sentences(d.file().Head.Text))-1)
		equal(o, "read", after.Count().Fine, 1)
		for i, s := range after.Sentences {
			if s.Text == "好。" {
				d.step(editor, review.OpinionFine, i)
				break
			}
		}
		equal(o, "one of two", d.stepping(editor).Count().Fine, 2)
	}},
	{"only whose turn it is steps, through the newest text and what stands in it", func(o *office) {
		d := o.begin().submit()
		_, err := o.desk.Step(o.ctx, o.as(checker), d.id, 1)
		o.refused(err, review.CodeRole)
		d.write(editor, closing("改过。"))
		_, err = o.desk.Step(o.ctx, o.as(editor), d.id, 1)
		o.refused(err, review.CodeMoved)
		_, err = o.desk.Step(o.ctx, o.as(editor), d.id, 2, review.Read{Sentence: "none", Opinion: review.OpinionFine})
		o.is(err, review.ErrNotFound)
		_, err = o.desk.Step(o.ctx, o.as(editor), d.id, 2, review.Read{Sentence: "none", Opinion: "?"})
		o.refused(err, review.CodeUnknown)
	}},
}
