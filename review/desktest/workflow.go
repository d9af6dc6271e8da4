package desktest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// attempts does each action of the workflow for real, with all it needs beside
// the person.
var attempts = map[review.Action]func(*draft, review.Actor) error{
	review.ActEdit: func(d *draft, a review.Actor) error {
		return second(d.desk.Save(d.ctx, a, d.id, d.file().Head.Seq, newText(body("改了。")), ""))
	},
	review.ActSubmit: func(d *draft, a review.Actor) error { return second(d.desk.Submit(d.ctx, a, d.id)) },
	review.ActSign: func(d *draft, a review.Actor) error {
		return second(d.desk.Sign(d.ctx, a, d.id, review.Signing{Revision: d.file().Head.Seq}))
	},
	review.ActReturn: func(d *draft, a review.Actor) error {
		return second(d.desk.Return(d.ctx, a, d.id, review.ToDrafting, "理由", []review.DemandText{{Text: "要求"}}))
	},
	review.ActAnswer: func(d *draft, a review.Actor) error {
		err := second(d.desk.AnswerDemand(d.ctx, a, d.id, 1, review.AnswerDone, ""))
		if errors.Is(err, review.ErrNotFound) {
			return nil // allowed; only that there is no demand here
		}
		return err
	},
	review.ActComment: func(d *draft, a review.Actor) error {
		return second(d.desk.AddComment(d.ctx, a, d.id, doc.Anchor{}, "批注"))
	},
	review.ActDecide: func(d *draft, a review.Actor) error {
		return second(d.desk.Decide(d.ctx, a, d.id, review.Decision{From: 1, To: 1, Change: "c", Verdict: review.Accepted}))
	},
	review.ActTick: func(d *draft, a review.Actor) error {
		err := second(d.desk.Tick(d.ctx, a, d.id, "c"))
		if errors.Is(err, review.ErrNotFound) {
			return nil // allowed; only that nothing critical has changed here
		}
		return err
	},
	review.ActDismiss: func(d *draft, a review.Actor) error {
		return second(d.desk.Dismiss(d.ctx, a, d.id, review.Mark{Rule: "L02"}, review.ScopeOnce, "理由"))
	},
	review.ActStep: func(d *draft, a review.Actor) error {
		return second(d.desk.Step(d.ctx, a, d.id, d.file().Head.Seq))
	},
	review.ActSlip: func(d *draft, a review.Actor) error {
		return second(d.desk.AddSlip(d.ctx, a, d.id, "窗口", "柜台", ""))
	},
	review.ActSpread: func(d *draft, a review.Actor) error {
		return second(d.desk.Spread(d.ctx, a, d.id, []review.Share{{List: "报：", Name: "省政府", Copies: 3}}))
	},
	review.ActHold:     func(d *draft, a review.Actor) error { return second(d.desk.Hold(d.ctx, a, d.id, "理由")) },
	review.ActResume:   func(d *draft, a review.Actor) error { return second(d.desk.Resume(d.ctx, a, d.id)) },
	review.ActWithdraw: func(d *draft, a review.Actor) error { return second(d.desk.Withdraw(d.ctx, a, d.id, "理由")) },
	review.ActIssue:    func(d *draft, a review.Actor) error { return second(d.desk.Issue(d.ctx, a, d.id)) },
	review.ActArchive:  func(d *draft, a review.Actor) error { return second(d.desk.Archive(d.ctx, a, d.id)) },
	review.ActVoid:     func(d *draft, a review.Actor) error { return second(d.desk.Void(d.ctx, a, d.id, "理由")) },
	review.ActReissue:  func(d *draft, a review.Actor) error { return second(d.desk.Reissue(d.ctx, a, d.id, "理由")) },
}

var actionNames = map[review.Action]string{
	review.ActEdit: "改稿", review.ActSubmit: "送审", review.ActSign: "签字", review.ActReturn: "退回",
	review.ActAnswer: "答复要求", review.ActComment: "批注", review.ActDecide: "取舍改动", review.ActTick: "核对要害", review.ActDismiss: "不采纳问题", review.ActStep: "逐句核", review.ActSlip: "记错情", review.ActSpread: "分发", review.ActHold: "缓发",
	review.ActResume: "恢复", review.ActWithdraw: "撤稿", review.ActIssue: "印发", review.ActArchive: "归档",
	review.ActVoid: "作废", review.ActReissue: "更正重印",
}

// WorkflowTable tries every action in every state with every kind of person, and
// returns the answers as a text: ✓, or the last word of the refusal's code. It
// fails where File.Can, by which screens decide what to offer, answers otherwise
// than the use case did.
func WorkflowTable(t *testing.T, store review.Store) string {
	o := newOffice(t, store)
	var b strings.Builder
	for _, s := range stages {
		fmt.Fprintf(&b, "## %s\n\n| | 拟稿 | 责编 | 核稿 | 无关 | 离任 |\n|---|---|---|---|---|---|\n", s.name)
		for _, a := range review.Actions() {
			fmt.Fprintf(&b, "| %s |", actionNames[a])
			for _, name := range []string{drafter, editor, checker, outsider, leaver} {
				fmt.Fprintf(&b, " %s |", o.answer(s, a, name))
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (o *office) answer(s stage, a review.Action, name string) string {
	o.t.Helper()
	d, who := o.reach(s), o.as(name)
	can := mark(o, d.file().Can(a, who, review.Ask{Reason: "理由"}))
	did := mark(o, attempts[a](d, who))
	if can != did {
		o.t.Errorf("%s, %s by %s: Can says %s, the use case %s", s.name, a, name, can, did)
	}
	return did
}

func mark(o *office, err error) string {
	o.t.Helper()
	if err == nil {
		return "✓"
	}
	var r *review.Refusal
	if !errors.As(err, &r) {
		o.t.Fatal(err)
	}
	return strings.TrimPrefix(r.Code, "review.refuse.")
}
