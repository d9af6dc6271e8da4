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
var reading = []string{"AllSeries", "As", "ChainHead", "Disagreements", "Dismissals", "Expected", "Find", "History", "Keys", "Ledger", "Line", "List", "Open", "Pack", "People", "PlanTakeover", "Pulse", "Registers", "Revision", "SealPacket", "Sealed", "Signatures", "Signer", "Since", "Stepping", "Survey", "Tallies", "TitledLedger", "Unlock", "Verify", "VerifyAlong"}

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
	{"EnterFor", func(d *draft, a review.Actor) error {
		return second(d.desk.EnterFor(d.ctx, a, d.id, d.file().Head.Seq, []review.Outside{{Author: a.Person().ID, Text: newText(body("夹带。"))}}, nil))
	}},
	{"TakePacket", func(d *draft, a review.Actor) error { return d.takeReturned(a) }},
	{"MergeAside", func(d *draft, a review.Actor) error {
		return second(d.desk.MergeAside(d.ctx, a, d.id, 1, d.file().Head.Seq, nil))
	}},
	{"OpenPacket", func(d *draft, a review.Actor) error {
		p, err := d.returned(a)
		p.Kind = review.PacketOut
		if err != nil {
			return err
		}
		return second(d.desk.OpenPacket(d.ctx, a, p))
	}},
	{"Sent", func(d *draft, a review.Actor) error {
		return d.desk.Sent(d.ctx, a, d.id, review.Packet{Kind: review.PacketOut}, "00", "包")
	}},
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
	{"Untick", func(d *draft, a review.Actor) error { return second(d.desk.Untick(d.ctx, a, d.id, "c")) }},
	{"CloseComment", func(d *draft, a review.Actor) error {
		return second(d.desk.CloseComment(d.ctx, a, d.id, "c", review.CommentResolved, ""))
	}},
	{"Decide", func(d *draft, a review.Actor) error {
		return second(d.desk.Decide(d.ctx, a, d.id, review.Decision{From: 1, To: 1, Change: "c", Verdict: review.Accepted}))
	}},
	{"SetAside", func(d *draft, a review.Actor) error {
		return second(d.desk.SetAside(d.ctx, a, d.id, 1, newText(body("搁下。"))))
	}},
	{"LayAside", func(d *draft, a review.Actor) error {
		return second(d.desk.LayAside(d.ctx, a, d.id, 1, newText(body("断线时写的。"))))
	}},
	{"Dismiss", func(d *draft, a review.Actor) error {
		return second(d.desk.Dismiss(d.ctx, a, d.id, review.Mark{Rule: "L02"}, review.ScopeOnce, "理由"))
	}},
	{"Undismiss", func(d *draft, a review.Actor) error { return d.desk.Undismiss(d.ctx, a, d.id, "x") }},
	{"Accepted", func(d *draft, _ review.Actor) error {
		return d.desk.Accepted(d.ctx, d.id, map[string]int{"L02": 1})
	}},
	{"Step", func(d *draft, a review.Actor) error {
		return second(d.desk.Step(d.ctx, a, d.id, d.file().Head.Seq, review.Read{Opinion: review.OpinionFine}))
	}},
	{"AddSlip", func(d *draft, a review.Actor) error {
		return second(d.desk.AddSlip(d.ctx, a, d.id, "窗口", "柜台", ""))
	}},
	{"Enter", func(d *draft, a review.Actor) error {
		return second(d.desk.Enter(d.ctx, a, []review.Item{{Kind: review.ItemForbidden, Name: "窗口"}}))
	}},
	{"ChangeItem", func(d *draft, a review.Actor) error {
		return second(d.desk.ChangeItem(d.ctx, a, review.Item{ID: "i", Kind: review.ItemForbidden, Name: "窗口"}))
	}},
	{"RemoveItem", func(d *draft, a review.Actor) error { return d.desk.RemoveItem(d.ctx, a, "i") }},
	{"SetRule", func(d *draft, a review.Actor) error {
		return d.desk.SetRule(d.ctx, a, d.series.ID, "L02", review.RuleSetting{Off: true})
	}},
	{"SitDown", func(d *draft, a review.Actor) error { return second(d.desk.SitDown(d.ctx, a, "一号机")) }},
	{"Beat", func(d *draft, a review.Actor) error {
		return d.desk.Beat(d.ctx, review.Session{ID: "s", Person: a.Person().ID, Draft: d.id})
	}},
	{"Take", func(d *draft, a review.Actor) error { return second(d.desk.Take(d.ctx, a, "s", d.id, "a1")) }},
	{"Want", func(d *draft, a review.Actor) error { return second(d.desk.Want(d.ctx, a, "s", d.id, "a1")) }},
	{"Relieve", func(d *draft, a review.Actor) error { return second(d.desk.Relieve(d.ctx, a, "s", d.id, "a1")) }},
	{"Yield", func(d *draft, _ review.Actor) error { return d.desk.Yield(d.ctx, "s", d.id, "a1") }},
	{"StandUp", func(d *draft, _ review.Actor) error { return d.desk.StandUp(d.ctx, "s") }},
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
	{"OpenLabel", func(d *draft, a review.Actor) error {
		return d.desk.OpenLabel(d.ctx, a, d.series.ID, "增刊", doc.Number{Year: 2025, Issue: 2})
	}},
	{"TakeOver", func(d *draft, a review.Actor) error {
		old := review.Entry{Kind: review.EntryPast, Number: doc.Number{Year: 2025, Issue: 3, Total: 2195}}
		return second(d.desk.TakeOver(d.ctx, a, d.series.ID, []review.OldRow{{Line: 2, Entry: old}}, "旧账如此"))
	}},
	{"AddPerson", func(d *draft, a review.Actor) error {
		return second(d.desk.AddPerson(d.ctx, "新来的", everyRole, pin))
	}},
	{"LosePIN", func(d *draft, a review.Actor) error { return d.desk.LosePIN(d.ctx, d.as(checker), a.Person().ID, pin) }},
	{"SetPIN", func(d *draft, a review.Actor) error { return d.desk.SetPIN(d.ctx, a.Person().ID, pin, pin) }},
	{"ChangePerson", func(d *draft, a review.Actor) error {
		return d.desk.ChangePerson(d.ctx, a.Person().ID, a.Person().Roles, false)
	}},
	{"RecordExport", func(d *draft, a review.Actor) error {
		return d.desk.RecordExport(d.ctx, a, d.file().Head.RevisionInfo, "txt", "简报.txt", "00")
	}},
	{"Spread", func(d *draft, a review.Actor) error {
		return second(d.desk.Spread(d.ctx, a, d.id, []review.Share{{List: "报：", Name: "省政府", Copies: 3}}))
	}},
	{"RecordUnlike", func(d *draft, a review.Actor) error {
		return d.desk.RecordUnlike(d.ctx, a, d.file().Head.RevisionInfo, review.Unlike{Format: "pdf", Wanted: "二", Found: "三"})
	}},
	{"Hold", func(d *draft, a review.Actor) error { return second(d.desk.Hold(d.ctx, a, d.id, "理由")) }},
	{"Resume", func(d *draft, a review.Actor) error { return second(d.desk.Resume(d.ctx, a, d.id)) }},
	{"IssueDespite", func(d *draft, a review.Actor) error { return second(d.desk.IssueDespite(d.ctx, a, d.id, "生僻字")) }},
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
