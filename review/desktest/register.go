package desktest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

func (o *office) enter(items ...review.Item) review.Entered {
	o.t.Helper()
	done, err := o.desk.Enter(o.ctx, o.as(editor), items)
	o.ok(err)
	return done
}

func (o *office) items(id review.SeriesID) []review.Item {
	o.t.Helper()
	items, err := o.desk.Registers(o.ctx, id)
	o.ok(err)
	return items
}

var mayor = review.Item{Kind: review.ItemPerson, Name: "王敏", Post: "市长", Order: 2, From: doc.Date{Year: 2024, Month: 1, Day: 5}}

var registerRules = []rule{
	{"an item says who entered it when, and one that stands there is passed over", func(o *office) {
		done := o.enter(mayor, review.Item{Kind: review.ItemKnown, Name: "松快办"})
		equal(o, "added", len(done.Added), 2)
		got := o.items("")[0]
		equal(o, "person", got.By, o.as(editor).Person().ID)
		equal(o, "moment", got.At, o.now)
		again := o.enter(mayor)
		equal(o, "known", again.Known, 1)
		equal(o, "items", len(o.items("")), 2)
	}},
	{"all items are entered or none, and what is wrong is said row by row", func(o *office) {
		_, err := o.desk.Enter(o.ctx, o.as(editor), []review.Item{mayor, {Kind: review.ItemPerson, Name: "李四"}, {Kind: "plant", Name: "松"}})
		r := o.refused(err, review.CodeItems)
		equal(o, "problems", len(r.Problems), 2)
		equal(o, "row", r.Problems[0].Args["row"], "2")
		equal(o, "code", r.Problems[0].Code, review.CodeItemPost)
		equal(o, "kind", r.Problems[1].Code, review.CodeItemKind)
		equal(o, "items", len(o.items("")), 0)
	}},
	{"what cannot be in a register is refused", func(o *office) {
		for code, i := range map[string]review.Item{
			review.CodeItemName:  {Kind: review.ItemKnown},
			review.CodeItemText:  {Kind: review.ItemKnown, Name: "松\n快"},
			review.CodeItemRight: {Kind: review.ItemPreferred, Name: "帐号"},
			review.CodeItemDates: {Kind: review.ItemKnown, Name: "松快", From: doc.Date{Year: 2025, Month: 2, Day: 1}, To: doc.Date{Year: 2025, Month: 1, Day: 1}},
			review.CodeItemField: {Kind: review.ItemKnown, Name: "松快", Post: "市长"},
		} {
			_, err := o.desk.Enter(o.ctx, o.as(editor), []review.Item{i})
			equal(o, "code", o.refused(err, review.CodeItems).Problems[0].Code, code)
		}
	}},
	{"a series sees its own items and those for all, and none of another", func(o *office) {
		own := review.Item{Kind: review.ItemKnown, Name: "松快办", Series: o.series.ID}
		o.enter(mayor, own)
		equal(o, "here", len(o.items(o.series.ID)), 2)
		equal(o, "elsewhere", len(o.items("other")), 1)
		_, err := o.desk.Enter(o.ctx, o.as(editor), []review.Item{{Kind: review.ItemKnown, Name: "松", Series: "none"}})
		o.is(err, review.ErrNotFound)
	}},
	{"every change is an event that keeps what was there before", func(o *office) {
		i := o.enter(mayor).Added[0]
		i.Post = "书记"
		_, err := o.desk.ChangeItem(o.ctx, o.as(checker), i)
		o.ok(err)
		equal(o, "author", o.items("")[0].By, o.as(checker).Person().ID)
		o.ok(o.desk.RemoveItem(o.ctx, o.as(editor), i.ID))
		o.is(o.desk.RemoveItem(o.ctx, o.as(editor), i.ID), review.ErrNotFound)
		_, err = o.desk.ChangeItem(o.ctx, o.as(checker), i)
		o.is(err, review.ErrNotFound)
		events, err := o.desk.History(o.ctx, "")
		o.ok(err)
		last := events[len(events)-3:]
		equal(o, "entered", last[0].Action, review.ActRegister)
		equal(o, "before the change", last[1].Detail["post"], "市长")
		equal(o, "before it went", last[2].Detail["post"], "书记")
	}},
	{"a slip found after issue is looked for from then on", func(o *office) {
		d := o.begin(closing("全部如期完成按排。")).issue()
		slip, err := o.desk.AddSlip(o.ctx, o.as(drafter), d.id, "按排", "安排", "读者来电")
		o.ok(err)
		equal(o, "issue", slip.Found, d.id)
		equal(o, "series", slip.Series, o.series.ID)
		equal(o, "items", len(o.items(o.series.ID)), 1)
		_, err = o.desk.AddSlip(o.ctx, o.as(drafter), d.id, "布署", "部署", "")
		o.refused(err, review.CodeNotThere)
		_, err = o.desk.AddSlip(o.ctx, o.as(drafter), d.id, "按排", "", "")
		o.refused(err, review.CodeItems)
		_, err = o.desk.AddSlip(o.ctx, o.as(drafter), o.begin().id, "窗口", "柜台", "")
		o.refused(err, review.CodeState)
	}},
}
