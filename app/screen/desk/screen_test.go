package desk

import (
	"fmt"
	"testing"
	"time"

	"jianbao/app/command"
	"jianbao/app/i18n"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func titled(title string) doc.Bulletin {
	b := screentest.Issue()
	b.Articles[0].Title = title
	return b
}

func open(o *screentest.Office) *Screen {
	s := New(o)
	o.Open(s)
	return s
}

func TestEverybodySeesWhatWaitsForHim(t *testing.T) {
	o := screentest.New(t)
	o.Draft(titled("稿甲"))
	o.Submit(o.Draft(titled("稿乙")))
	id := o.Submit(o.Draft(titled("稿丙")))
	o.Sign(screentest.Editor, id)
	for name, want := range map[string]string{screentest.Drafter: "稿甲", screentest.Editor: "稿乙", screentest.Checker: "稿丙"} {
		s := open(o.Sit(name))
		if w := s.state.Waiting; len(w) != 1 || w[0].Draft.Heading != want {
			t.Errorf("for %s waits %+v, want %s", name, w, want)
		}
	}
}

func TestColumnsFollowTheChain(t *testing.T) {
	o := screentest.New(t)
	o.Draft(titled("稿甲"))
	o.Submit(o.Draft(titled("稿乙")))
	o.Final()
	s := open(o)
	got := ""
	for _, c := range s.state.Columns {
		got += fmt.Sprintf("%s %d ", c.Stage, len(c.Items))
	}
	if got != "拟稿 1 责编 1 核稿 0 final 1 " {
		t.Errorf("columns: %s", got)
	}
	o.Says("定稿待印  1", "第4期 · 总第2196期")
	_, err := o.Desk().Hold(o.Context(), o.As(screentest.Editor), s.state.Columns[1].Items[0].Draft.ID, "等一等")
	o.OK(err)
	s.Show()
	o.Says("缓发  1")
}

func TestCardsSayWhyADraftWaits(t *testing.T) {
	o := screentest.New(t)
	lacking := titled("缺供稿")
	lacking.Articles[0].Source = ""
	o.Draft(lacking)
	whole := o.Draft(titled("齐全"))
	s := open(o)
	o.Says("还缺1项", "齐全，可以送审")

	o.Submit(whole)
	o.OK(o.Desk().Looked(o.Context(), o.As(screentest.Editor), whole, 1))
	text := titled("齐全")
	text.Articles[0].Body[0].Text = "会议指出，今年整治提升1,730条街巷，要夯实基础。"
	_, err := o.Desk().Return(o.Context(), o.As(screentest.Editor), whole, review.ToDrafting, "数字不实", []review.DemandText{{Text: "核对"}})
	o.OK(err)
	s.Show()
	o.Says("要求 1")
	_, err = o.Desk().Save(o.Context(), o.As(screentest.Drafter), whole, 1, text, "")
	o.OK(err)
	_, err = o.Desk().AnswerDemand(o.Context(), o.As(screentest.Drafter), whole, 1, review.AnswerDone, "")
	o.OK(err)
	o.Submit(whole)
	open(o.Sit(screentest.Editor))
	o.Says("自您上次看过改动1处", "答复要求1条")
}

func TestLedgersAtAGlance(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Says("第4期 ⇔ 总第2196期", "上一期 第3期／总第2195期", "✓ 连续", "本年已编0期，作废0，缺号0")
	id := o.Final()
	_, err := o.Desk().Void(o.Context(), o.As(screentest.Editor), id, "重复编号")
	o.OK(err)
	s.Show()
	o.Says("第5期 ⇔ 总第2197期", "作废1")
}

func TestEmptyDeskSaysWhatToDo(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Says("这里还没有稿件。在右边按模板新建一期")
	if why := o.Reason(s, "desk.newfromlast"); why != "本刊还没有上一期。" {
		t.Errorf("from the last one: %q", why)
	}
	o.Submit(o.Draft(screentest.Issue()))
	s.Show()
	o.Says("没有等您处理的稿件。可以在右边新建一期")

	bare := screentest.Bare(t)
	s = open(bare)
	bare.Says("先说明谁来办", "还没有人坐下来")
	for _, c := range s.Commands() {
		if c.Reason() == "" && c.ID != "desk.refresh" {
			t.Errorf("%s can be done by nobody", c.ID)
		}
	}
}

func TestJAndKGoRound(t *testing.T) {
	o := screentest.New(t)
	o.Draft(titled("稿甲"))
	o.Draft(titled("稿乙"))
	s := open(o)
	for i, step := range []struct {
		key  command.ID
		want int
	}{{"desk.next", 1}, {"desk.next", 0}, {"desk.previous", 1}} {
		if c, _ := s.Commands().Find(step.key); !c.Run() || s.chosen != step.want {
			t.Errorf("step %d: chosen %d, want %d", i, s.chosen, step.want)
		}
	}
	o.Run(s, "desk.open")
	if want := "draft " + string(s.state.Waiting[1].Draft.ID); o.Went != want {
		t.Errorf("went to %q, want %q", o.Went, want)
	}
}

func TestNewIssuesOpen(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Tap("按模板新建一期")
	s.Show()
	o.Run(s, "desk.newfromlast")
	s.Show()
	if n := len(s.state.Columns[0].Items); n != 2 || o.Went[:6] != "draft " {
		t.Errorf("%d drafts, went to %q", n, o.Went)
	}
	o.Tap("导入文件")
	if o.Went != "import" {
		t.Errorf("went to %q", o.Went)
	}
}

func TestDamageLeavesTheOthers(t *testing.T) {
	o := screentest.New(t)
	o.Draft(titled("好稿"))
	o.DamageRecord(o.Draft(titled("坏稿")))
	o.DamageText(o.Draft(titled("坏文")))
	open(o)
	o.Says("好稿", "有稿件的记录读出来与存入时不一致", "坏文", "读不出")
	o.Hides("坏稿")
	if len(o.Failed) > 0 {
		t.Errorf("failed: %q", o.Failed)
	}
}

func TestAnotherSeriesIsChosen(t *testing.T) {
	o := screentest.New(t)
	other := o.Bureau()
	other.ID, other.Name = "", "专报"
	other, err := o.Desk().AddSeries(o.Context(), o.Actor(), other)
	o.OK(err)
	o.Draft(titled("稿甲"))
	o.ChooseSeries(other.ID)
	s := open(o)
	if s.state.Current.Name != "专报" || len(s.state.Waiting) != 0 {
		t.Errorf("series %s with %d waiting", s.state.Current.Name, len(s.state.Waiting))
	}
	o.Says("台账尚未开账")
}

func TestDeskInEnglish(t *testing.T) {
	o := screentest.New(t)
	o.Speak(i18n.English)
	o.Draft(screentest.Issue())
	open(o)
	o.Says("Waiting for me", "complete, ready to submit", "No. 4 ⇔ 2196 in all", "This year: 0 numbered")
}

func TestClock(t *testing.T) {
	now := time.Now()
	for at, want := range map[time.Time]string{
		now: now.Format("15:04"),
		time.Date(2001, 3, 4, 5, 6, 0, 0, time.Local): "2001-3-4",
	} {
		if got := clock(at); got != want {
			t.Errorf("clock(%v) = %s, want %s", at, got, want)
		}
	}
}
