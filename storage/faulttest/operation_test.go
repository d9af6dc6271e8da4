package faulttest

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// pin is everybody's.
const pin = "2468"

// roleEditor is the one role of the chain beside the drafter's.
const roleEditor review.Role = "责编"

// desk is a desk at work in a child: who acts, and the draft at hand.
type desk struct {
	*review.Desk
	store  review.Store
	ctx    context.Context
	chance *rand.Rand
	who    review.Actor
	series review.Series
	file   *review.File
}

// operation is one use case that writes. It may be refused: then it wrote
// nothing.
type operation struct {
	method string
	try    func(d *desk) error
	often  bool // without it few drafts would ever be signed
}

// operations lists every method of review.Desk that writes; a test compares.
var operations = []operation{
	{"Create", func(d *desk) error {
		return second(d.Create(d.ctx, d.who, d.series.ID, d.text(), review.CauseImport, "来稿.txt"))
	}, false},
	{"NewIssue", func(d *desk) error { return second(d.NewIssue(d.ctx, d.who, d.series)) }, false},
	{"NewFromLast", func(d *desk) error { return second(d.NewFromLast(d.ctx, d.who, d.series)) }, false},
	{"Autosave", func(d *desk) error { return d.Autosave(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text()) }, false},
	{"SetAside", func(d *desk) error {
		return second(d.SetAside(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text()))
	}, false},
	{"LayAside", func(d *desk) error {
		return second(d.LayAside(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text()))
	}, false},
	{"Save", func(d *desk) error {
		return second(d.Save(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text(), "改稿"))
	}, true},
	{"Restore", func(d *desk) error { return second(d.Restore(d.ctx, d.who, d.id(), 1)) }, false},
	{"Looked", func(d *desk) error { return d.Looked(d.ctx, d.who, d.id(), d.file.Head.Seq) }, false},
	{"SitDown", func(d *desk) error { return second(d.SitDown(d.ctx, d.who, "一号机")) }, false},
	{"Beat", func(d *desk) error { return d.atSession(func(s review.Session) error { return d.Beat(d.ctx, s) }) }, false},
	{"StandUp", func(d *desk) error {
		return d.atSession(func(s review.Session) error { return d.StandUp(d.ctx, s.ID) })
	}, false},
	{"Take", func(d *desk) error { return d.atSession(d.take) }, true},
	{"Want", func(d *desk) error {
		return d.atSession(func(s review.Session) error { return second(d.Want(d.ctx, d.who, s.ID, d.id(), "a")) })
	}, false},
	{"Yield", func(d *desk) error {
		return d.atSession(func(s review.Session) error { return d.Yield(d.ctx, s.ID, d.id(), "a") })
	}, false},
	{"Relieve", func(d *desk) error { return d.relieve() }, false},
	{"Submit", func(d *desk) error { return second(d.Submit(d.ctx, d.who, d.id())) }, true},
	{"Sign", func(d *desk) error {
		return second(d.Sign(d.ctx, d.who, d.id(), review.Signing{Revision: d.file.Head.Seq, Override: "急件", Errors: "引文"}))
	}, true},
	{"Return", func(d *desk) error {
		return second(d.Return(d.ctx, d.who, d.id(), review.ToDrafting, "数据待核", []review.DemandText{{Text: "核数据"}}))
	}, false},
	{"AnswerDemand", func(d *desk) error {
		return second(d.AnswerDemand(d.ctx, d.who, d.id(), len(d.file.Demands), review.AnswerDone, "已核"))
	}, true},
	{"AddComment", func(d *desk) error {
		return second(d.AddComment(d.ctx, d.who, d.id(), doc.Anchor{}, "此处再核"))
	}, false},
	{"Reply", func(d *desk) error { return second(d.Reply(d.ctx, d.who, d.id(), d.thread(), "已核")) }, false},
	{"CloseComment", func(d *desk) error {
		return second(d.CloseComment(d.ctx, d.who, d.id(), d.thread(), review.CommentResolved, ""))
	}, true},
	{"Decide", func(d *desk) error {
		return second(d.Decide(d.ctx, d.who, d.id(), review.Decision{From: 1, To: d.file.Head.Seq, Change: "c", Verdict: review.Accepted}))
	}, false},
	{"Tick", func(d *desk) error { return second(d.Tick(d.ctx, d.who, d.id(), changed)) }, true},
	{"Untick", func(d *desk) error { return second(d.Untick(d.ctx, d.who, d.id(), changed)) }, false},
	{"Step", func(d *desk) error {
		there := review.Sentences(d.file.Head.Text)
		if len(there) == 0 {
			return refusedHere(nil)
		}
		read := review.Read{Sentence: there[0].Hash, Nth: there[0].Nth, Opinion: review.OpinionFine}
		return second(d.Step(d.ctx, d.who, d.id(), d.file.Head.Seq, read))
	}, false},
	{"Dismiss", func(d *desk) error {
		mark := review.MarkIn("情况简报", 0, "L02", "情况")
		return second(d.Dismiss(d.ctx, d.who, d.id(), mark, review.ScopeIssue, "专名"))
	}, true},
	{"Undismiss", func(d *desk) error { return d.undismiss() }, false},
	{"Accepted", func(d *desk) error { return d.Accepted(d.ctx, d.id(), map[string]int{"L02": 1}) }, false},
	{"Enter", func(d *desk) error {
		return second(d.Enter(d.ctx, d.who, []review.Item{{Kind: review.ItemForbidden, Name: d.word()}, {Kind: review.ItemForbidden, Name: d.word()}}))
	}, false},
	{"ChangeItem", func(d *desk) error { return d.onItem(d.changeItem) }, false},
	{"RemoveItem", func(d *desk) error {
		return d.onItem(func(i review.Item) error { return d.RemoveItem(d.ctx, d.who, i.ID) })
	}, false},
	{"AddSlip", func(d *desk) error { return second(d.AddSlip(d.ctx, d.who, d.id(), "按要求", d.word(), "")) }, true},
	{"SetRule", func(d *desk) error {
		return d.SetRule(d.ctx, d.who, d.series.ID, "L02", review.RuleSetting{Off: d.chance.IntN(2) == 0})
	}, false},
	{"AddSeries", func(d *desk) error {
		s := d.series
		s.ID, s.Name = "", "专报"+d.word()
		return second(d.AddSeries(d.ctx, d.who, s))
	}, false},
	{"PutSeries", func(d *desk) error { return second(d.PutSeries(d.ctx, d.who, d.series)) }, false},
	{"OpenLedger", func(d *desk) error { return d.openLedger() }, false},
	{"OpenLabel", func(d *desk) error { return d.openLabel() }, false},
	{"TakeOver", func(d *desk) error { return d.takeOver() }, false},
	{"OpenPacket", func(d *desk) error { return d.openPacket() }, false},
	{"TakePacket", func(d *desk) error { return d.takePacket() }, false},
	{"Sent", func(d *desk) error { return d.sent() }, false},
	{"MergeAside", func(d *desk) error { return d.mergeAside() }, false},
	{"AddPerson", func(d *desk) error {
		return second(d.AddPerson(d.ctx, "新"+d.word(), []review.Role{roleEditor}, pin))
	}, false},
	{"Unlock", func(d *desk) error { return d.unlock() }, false},
	{"SetPIN", func(d *desk) error { return d.SetPIN(d.ctx, d.who.Person().ID, pin, pin) }, false},
	{"LosePIN", func(d *desk) error {
		p, err := d.AddPerson(d.ctx, "忘"+d.word(), []review.Role{roleEditor}, pin)
		if err != nil {
			return err
		}
		return d.LosePIN(d.ctx, d.who, p.ID, pin)
	}, false},
	{"ChangePerson", func(d *desk) error {
		return d.ChangePerson(d.ctx, d.who.Person().ID, d.who.Person().Roles, false)
	}, false},
	{"RecordExport", func(d *desk) error {
		return d.RecordExport(d.ctx, d.who, d.file.Head.RevisionInfo, "txt", "简报.txt", string(d.file.Head.Hash))
	}, false},
	{"Spread", func(d *desk) error {
		return second(d.Spread(d.ctx, d.who, d.id(), []review.Share{{List: "报：", Name: "省政府", Copies: 3}}))
	}, false},
	{"RecordUnlike", func(d *desk) error {
		return d.RecordUnlike(d.ctx, d.who, d.file.Head.RevisionInfo, review.Unlike{Format: "pdf", Wanted: "二", Found: "三"})
	}, false},
	{"Hold", func(d *desk) error { return second(d.Hold(d.ctx, d.who, d.id(), "候批示")) }, false},
	{"Resume", func(d *desk) error { return second(d.Resume(d.ctx, d.who, d.id())) }, true},
	{"EnterFor", func(d *desk) error {
		outside := []review.Outside{{Author: d.who.Person().ID, Text: d.text()}}
		return second(d.EnterFor(d.ctx, d.who, d.id(), d.file.Head.Seq, outside, nil))
	}, false},
	{"IssueDespite", func(d *desk) error { return second(d.IssueDespite(d.ctx, d.who, d.id(), "生僻字")) }, true},
	{"Issue", func(d *desk) error { return second(d.Issue(d.ctx, d.who, d.id())) }, true},
	{"Archive", func(d *desk) error { return second(d.Archive(d.ctx, d.who, d.id())) }, true},
	{"Reissue", func(d *desk) error { return second(d.Reissue(d.ctx, d.who, d.id(), "更正")) }, true},
	{"Withdraw", func(d *desk) error { return second(d.Withdraw(d.ctx, d.who, d.id(), "撤稿")) }, false},
	{"Void", func(d *desk) error { return second(d.Void(d.ctx, d.who, d.id(), "作废")) }, false},
}

func second[T any](_ T, err error) error { return err }

// reading lists the methods of Desk that write nothing.
var reading = []string{"AllSeries", "As", "ChainHead", "Disagreements", "Dismissals", "Expected", "Find", "History", "Keys", "Ledger",
	"Line", "List", "Open", "Pack", "People", "PlanTakeover", "Pulse", "Registers", "Revision", "SealPacket", "Sealed", "Signatures", "Signer",
	"Since", "Stepping", "Survey", "Tallies", "TitledLedger", "Verify", "VerifyAlong"}

// TestEveryWritingMethodIsKilled compares the table with the desk.
func TestEveryWritingMethodIsKilled(t *testing.T) {
	methods := reflect.TypeFor[*review.Desk]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		tried := slices.ContainsFunc(operations, func(o operation) bool { return o.method == name })
		if tried == slices.Contains(reading, name) {
			t.Errorf("Desk.%s is neither an operation of this package nor known only to read, or both", name)
		}
	}
}

func (d *desk) id() review.DraftID { return d.file.Draft.ID }

// word is one that was hardly used before.
func (d *desk) word() string {
	return strings.Repeat(string(rune('一'+d.chance.IntN(20000))), 2) + string(rune('一'+d.chance.IntN(20000)))
}

// text is another text of the draft at hand, of some hundred to some thousand
// characters.
func (d *desk) text() doc.Bulletin {
	b := doc.Bulletin{Masthead: doc.Masthead{Title: d.series.Name, Date: doc.Date{Year: 2026, Month: 6, Day: 18}}}
	article := doc.Article{ID: "a", Title: "关于" + d.word() + "的情况"}
	for i := range 1 + d.chance.IntN(6) {
		body := d.word() + strings.Repeat("各地各单位按要求报送情况。", 1+d.chance.IntN(60))
		article.Body = append(article.Body, doc.Paragraph{ID: doc.ParagraphID("p" + string(rune('0'+i))), Text: body})
	}
	b.Articles = []doc.Article{article}
	return b
}

// thread is the first comment of the newest thread.
func (d *desk) thread() review.CommentID {
	for _, c := range slices.Backward(d.file.Comments) {
		if c.ReplyTo == "" {
			return c.ID
		}
	}
	return ""
}

func (d *desk) undismiss() error {
	all, err := d.Dismissals(d.ctx, d.series.ID)
	if err != nil || len(all) == 0 {
		return refusedHere(err)
	}
	one := all[d.chance.IntN(len(all))]
	return d.Undismiss(d.ctx, d.who, one.Draft, one.ID)
}

func (d *desk) onItem(do func(review.Item) error) error {
	all, err := d.Registers(d.ctx, "")
	if err != nil || len(all) == 0 {
		return refusedHere(err)
	}
	return do(all[d.chance.IntN(len(all))])
}

func (d *desk) changeItem(i review.Item) error {
	i.Note = d.word()
	return second(d.ChangeItem(d.ctx, d.who, i))
}

// unlock tries a wrong PIN, which is written down, and then the right one.
func (d *desk) unlock() error {
	name := d.who.Person().Name
	if _, err := d.Unlock(d.ctx, name, "0000"); !errors.Is(err, review.ErrWrongPIN) {
		return err
	}
	return second(d.Unlock(d.ctx, name, pin))
}

// refusedHere stands for a refusal where there is nothing to do it to.
func refusedHere(err error) error {
	if err == nil {
		err = review.ErrNotFound
	}
	return err
}
