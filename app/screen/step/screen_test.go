package step_test

import (
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/app/screen/step"
	"jianbao/review"
)

func TestEverySentenceIsReadOnce(t *testing.T) {
	o := screentest.New(t)
	id := o.Submit(o.Draft(screentest.Issue()))
	o.Sit(screentest.Editor)
	s := step.New(o, id)
	o.Open(s)
	all := len(review.Sentences(o.File(id).Head.Text))
	o.Says("第 1 / ")
	for range all - 1 {
		o.Run(s, "step.fine")
	}
	o.Answer = "数字没有出处"
	o.Run(s, "step.doubts")
	o.Says("逐句核完成", "数字没有出处")
	stepping, err := o.Desk().Stepping(o.Context(), id, o.Actor().Person().ID)
	o.OK(err)
	if c := stepping.Count(); !stepping.Complete() || c.Doubts != 1 || c.All != all {
		t.Errorf("kept %+v", c)
	}
}

func TestADoubtBecomesAComment(t *testing.T) {
	o := screentest.New(t)
	id := o.Submit(o.Draft(screentest.Issue()))
	o.Sit(screentest.Editor)
	s := step.New(o, id)
	o.Open(s)
	for !strings.Contains(screentest.Reads(s.Content()), "1,703") {
		o.Run(s, "step.next")
	}
	o.Answer = "请核对"
	o.Run(s, "step.comment")
	if open := o.File(id).OpenComments(); len(open) != 1 || open[0].Text != "请核对" {
		t.Errorf("comments %+v", open)
	}
}

func TestWhoseTurnItIsNotOnlyReads(t *testing.T) {
	o := screentest.New(t)
	id := o.Submit(o.Draft(screentest.Issue()))
	s := step.New(o, id)
	o.Open(s)
	if o.Reason(s, "step.fine") == "" {
		t.Error("the drafter steps through a text under review")
	}
	o.Run(s, "step.next")
}
