package desktest

import (
	"reflect"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

var frozenRules = []rule{
	{"a frozen text is changed by no use case, whoever tries", func(o *office) {
		for _, s := range stages {
			if !s.frozen {
				continue
			}
			d := o.reach(s)
			before := d.file()
			equal(o, s.name+" is frozen", before.Draft.Frozen(), true)
			for _, m := range mutations {
				for _, name := range []string{drafter, allHands} {
					_ = m.try(d, d.as(name)) // refused or not, the text must stay
					d.sameText(s.name+", "+m.method+" by "+name, before)
				}
			}
		}
	}},
	{"the list of use cases tried on a frozen text is complete", func(o *office) {
		known := slices.Clone(reading)
		for _, m := range mutations {
			known = append(known, m.method)
		}
		desk := reflect.TypeOf(o.desk)
		for i := range desk.NumMethod() {
			if name := desk.Method(i).Name; !slices.Contains(known, name) {
				o.t.Errorf("Desk.%s is neither tried on a frozen text nor known only to read", name)
			}
		}
	}},
	{"saving a frozen text is refused in words", func(o *office) {
		d := o.begin().finish()
		_, err := d.tryWrite(allHands, body("悄悄改一个字。"))
		equal(o, "state", o.refused(err, review.CodeState).Args["state"], string(review.Final))
	}},
}

// reading lists the methods of Desk that write nothing.
var reading = []string{"AllSeries", "As", "Expected", "Find", "History", "Ledger", "Line", "List", "Open", "People", "Revision", "Unlock", "Verify"}

// mutation is a use case that writes, tried on a draft.
type mutation struct {
	method string
	try    func(*draft, review.Actor) error
}

// mutations lists those that touch texts first and those that move the draft
// on last, so that each is tried while the draft is still where it was.
var mutations = []mutation{
	{"Autosave", func(d *draft, a review.Actor) error {
		return d.desk.Autosave(d.ctx, a, d.id, 1, newText(body("夹带。")))
	}},
	{"Save", func(d *draft, a review.Actor) error {
		return second(d.desk.Save(d.ctx, a, d.id, d.file().Head.Seq, newText(body("夹带。")), ""))
	}},
	{"Restore", func(d *draft, a review.Actor) error { return second(d.desk.Restore(d.ctx, a, d.id, 1)) }},
	{"Submit", func(d *draft, a review.Actor) error { return second(d.desk.Submit(d.ctx, a, d.id)) }},
	{"Sign", func(d *draft, a review.Actor) error {
		return second(d.desk.Sign(d.ctx, a, d.id, review.Signing{Revision: d.file().Head.Seq}))
	}},
	{"Return", func(d *draft, a review.Actor) error {
		return second(d.desk.Return(d.ctx, a, d.id, review.ToDrafting, "理由", []review.DemandText{{Text: "要求"}}))
	}},
	{"AnswerDemand", func(d *draft, a review.Actor) error {
		return second(d.desk.AnswerDemand(d.ctx, a, d.id, 1, review.AnswerDone, ""))
	}},
	{"AddComment", func(d *draft, a review.Actor) error {
		return second(d.desk.AddComment(d.ctx, a, d.id, doc.Anchor{}, "批注"))
	}},
	{"Reply", func(d *draft, a review.Actor) error { return second(d.desk.Reply(d.ctx, a, d.id, "c", "回复")) }},
	{"Tick", func(d *draft, a review.Actor) error { return second(d.desk.Tick(d.ctx, a, d.id, "c")) }},
	{"CloseComment", func(d *draft, a review.Actor) error {
		return second(d.desk.CloseComment(d.ctx, a, d.id, "c", review.CommentResolved, ""))
	}},
	{"Decide", func(d *draft, a review.Actor) error {
		return second(d.desk.Decide(d.ctx, a, d.id, review.Decision{From: 1, To: 1, Change: "c", Verdict: review.Accepted}))
	}},
	{"Discard", func(d *draft, a review.Actor) error { return d.desk.Discard(d.ctx, a, d.id) }},
	{"Looked", func(d *draft, a review.Actor) error { return d.desk.Looked(d.ctx, a, d.id, 1) }},
	{"Create", func(d *draft, a review.Actor) error {
		return second(d.desk.Create(d.ctx, a, d.series.ID, newText(), review.CauseNew, ""))
	}},
	{"NewIssue", func(d *draft, a review.Actor) error { return second(d.desk.NewIssue(d.ctx, a, d.series)) }},
	{"NewFromLast", func(d *draft, a review.Actor) error { return second(d.desk.NewFromLast(d.ctx, a, d.series)) }},
	{"AddSeries", func(d *draft, a review.Actor) error { return second(d.desk.AddSeries(d.ctx, a, d.series)) }},
	{"PutSeries", func(d *draft, a review.Actor) error { return second(d.desk.PutSeries(d.ctx, a, d.series)) }},
	{"OpenLedger", func(d *draft, a review.Actor) error {
		return d.desk.OpenLedger(d.ctx, a, d.series.ID, doc.Number{Year: 2025, Issue: 90, Total: 9000})
	}},
	{"AddPerson", func(d *draft, a review.Actor) error {
		return second(d.desk.AddPerson(d.ctx, "新来的", everyRole, pin))
	}},
	{"SetPIN", func(d *draft, a review.Actor) error { return d.desk.SetPIN(d.ctx, a.Person().ID, pin, pin) }},
	{"ChangePerson", func(d *draft, a review.Actor) error {
		return d.desk.ChangePerson(d.ctx, a.Person().ID, a.Person().Roles, false)
	}},
	{"RecordExport", func(d *draft, a review.Actor) error {
		return d.desk.RecordExport(d.ctx, a, d.file().Head.RevisionInfo, "txt", "简报.txt", "00")
	}},
	{"Hold", func(d *draft, a review.Actor) error { return second(d.desk.Hold(d.ctx, a, d.id, "理由")) }},
	{"Resume", func(d *draft, a review.Actor) error { return second(d.desk.Resume(d.ctx, a, d.id)) }},
	{"Issue", func(d *draft, a review.Actor) error { return second(d.desk.Issue(d.ctx, a, d.id)) }},
	{"Archive", func(d *draft, a review.Actor) error { return second(d.desk.Archive(d.ctx, a, d.id)) }},
	{"Reissue", func(d *draft, a review.Actor) error { return second(d.desk.Reissue(d.ctx, a, d.id, "理由")) }},
	{"Withdraw", func(d *draft, a review.Actor) error { return second(d.desk.Withdraw(d.ctx, a, d.id, "理由")) }},
	{"Void", func(d *draft, a review.Actor) error { return second(d.desk.Void(d.ctx, a, d.id, "理由")) }},
}

func second[T any](_ T, err error) error { return err }

// sameText fails unless the newest text, its hash, its number and every
// revision are what they were.
func (d *draft) sameText(when string, before *review.File) {
	d.t.Helper()
	now := d.file()
	if now.Head.Hash != before.Head.Hash || !reflect.DeepEqual(now.Head.Text, before.Head.Text) {
		d.t.Fatalf("%s: the text changed", when)
	}
	if now.Draft.Number != before.Draft.Number || now.Draft.Heading != before.Draft.Heading {
		d.t.Fatalf("%s: number or heading changed: %+v", when, now.Draft)
	}
	if !slices.Equal(now.Revisions, before.Revisions) {
		d.t.Fatalf("%s: the revisions changed", when)
	}
}
