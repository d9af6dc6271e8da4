package compare

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/diffview"
)

// listing is the list of changes as it reads.
func listing(s *Screen) string {
	var all []string
	for _, line := range s.rows {
		r := newChangeRow(lookOf(s.shell.Theme()))
		s.fill(r, line)
		said := r.snippet.Text()
		if !r.snippet.Visible() {
			said = r.fold.Text
		}
		place, _, _ := strings.Cut(r.place.Text, " · ")
		all = append(all, fmt.Sprintf("%s|%s|%s", said, place, r.verdict.Text))
	}
	return lines(all...)
}

func TestChangeListOfAKnownPair(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(revised))
	want := lines(
		"今年整治提升[-1,703条-]{+1,730条+}街巷，要夯实基础。|第1段|☐ 未核对",
		"会议要求，[-力争-]{+确保+}年底前完成任务[-,-]{+，+}形成合力。|第2段|☐ 未核对",
		"各区人民政府{+，有关新闻单位+}。|发|☐ 未核对",
		"1 处仅标点、全半角|展开|未看")
	got := listing(s)
	if got != want {
		t.Errorf("the list reads\n%s\nwant\n%s", got, want)
	}
	if s.current != 0 {
		t.Errorf("the current change is %d", s.current)
	}
	if got, want := s.footer.Text, "增 11 字    删 4 字    移动 0 处"; !strings.HasPrefix(got, want) {
		t.Errorf("the footer says %q, want %q", got, want)
	}
}

func TestNextGoesRoundAndUnfoldingShowsMarks(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(revised))
	for i, want := range []int{1, 3, fold, 0} {
		o.run(s, "next")
		if s.current != want {
			t.Errorf("step %d is at change %d, want %d", i, s.current, want)
		}
	}
	s.setUnfolded(true)
	o.run(s, "previous")
	if got := s.currentChange().Class; got != diff.ClassPunctuation {
		t.Errorf("before the first stands %s", got)
	}
	if got := s.view.Copied(); got != "[-,-]{+，+}" {
		t.Errorf("copied %q", got)
	}
}

func TestFirstLookShowsTheCleanText(t *testing.T) {
	o := newOffice(t)
	f, err := o.Desk().Create(o.Context(), o.As(screentest.Drafter), o.Bureau().ID, screentest.Issue(), review.CauseNew, "")
	o.OK(err)
	_, err = o.Desk().Submit(o.Context(), o.As(screentest.Drafter), f.Draft.ID)
	o.OK(err)
	s := o.sit(screentest.Editor, f.Draft.ID)
	if s.view.Mode() != diffview.Clean || s.note() != "首次看，全文为新" {
		t.Errorf("mode %v, note %q", s.view.Mode(), s.note())
	}
	if seen := o.File(f.Draft.ID).Looked; seen != 1 {
		t.Errorf("looked at %d", seen)
	}
}

func TestLookingDoesNotChangeWhatIsCompared(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.run(s, "refresh")
	if n := len(s.state.view.Changes); n != 4 {
		t.Errorf("%d changes after a refresh", n)
	}
	if again := o.sit(screentest.Editor, id); again.view.Mode() != diffview.Inline || again.state.from.Seq != 1 || again.note() != "" {
		t.Errorf("before ticking: mode %v, from %d, note %q", again.view.Mode(), again.state.from.Seq, again.note())
	}
	o.tickAll(s)
	again := o.sit(screentest.Editor, id)
	if again.view.Mode() != diffview.Clean || again.state.from.Seq != 1 || !strings.Contains(again.note(), "没有改动") {
		t.Errorf("the second sitting: mode %v, from %d, note %q", again.view.Mode(), again.state.from.Seq, again.note())
	}
}

func TestWhoseTurnItIsNotReadsAndIsToldWhy(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Checker, o.draft(revised))
	for _, id := range []string{"accept", "reject", "sign", "return", "edit"} {
		if why := o.reason(s, id); !strings.Contains(why, "责编") {
			t.Errorf("%s: %q", id, why)
		}
	}
	o.run(s, "sidebyside")
	o.run(s, "next")
	if s.view.Mode() != diffview.SideBySide {
		t.Error("the view did not change")
	}
}

func TestAnyTwoRevisionsCanBeCompared(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(revised))
	s.compare(span{2, 1})
	if got := s.state.view.Changes[0].New; got != "1,703条" {
		t.Errorf("the first change leads to %q", got)
	}
	if why := o.reason(s, "reject"); !strings.Contains(why, "第 1 版") {
		t.Errorf("reject: %q", why)
	}
	if why := o.reason(s, "sign"); !strings.Contains(why, "第 1 版") {
		t.Errorf("sign: %q", why)
	}
}

func TestTextFollowsAnAnchor(t *testing.T) {
	for _, c := range []struct {
		old, new string
		from, to int
		want     string
	}{
		{"整治1,703条街巷", "整治1,730条街巷", 2, 7, "1,730条"},
		{"力争完成", "确保完成", 0, 2, "确保"},
		{"一二三四五六", "一二三四五六", 1, 3, "二三"},
		{"一二三四五六", "前言一二三四五六", 1, 3, "二三"},
		{"会议认为此句删去。", "会议认为。", 4, 8, ""},
	} {
		if got := carried(diff.Texts(c.old, c.new), c.from, c.to); got != c.want {
			t.Errorf("%q → %q: %q, want %q", c.old, c.new, got, c.want)
		}
	}
}

func TestSendBackWithTwoDemands(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.run(s, "return")
	overlay := o.Window().Canvas().Overlays().Top()
	button(t, overlay, "＋ 再加一条要求").OnTapped()
	entries := screentest.Within[*widget.Entry](overlay)
	screentest.Within[*widget.SelectEntry](overlay)[0].SetText("事实、数字需要核对")
	for i, text := range []string{"街巷条数请核对", "发送范围请说明"} {
		multi(entries)[i].SetText(text)
	}
	button(t, overlay, "退回").OnTapped()
	f := o.File(id)
	if len(o.Failed) > 0 || f.Draft.State != review.Drafting || len(f.Demands) != 2 {
		t.Fatalf("state %s, demands %v, failed %v", f.Draft.State, f.Demands, o.Failed)
	}
	first, second := f.Demands[0], f.Demands[1]
	if first.Anchor.Quote != "1,730条" || second.Anchor != (doc.Anchor{}) || second.Text != "发送范围请说明" {
		t.Errorf("demands %+v, %+v", first, second)
	}
	if len(s.form.demands) != 0 || len(o.Told) != 1 || !strings.Contains(o.Told[0], "拟稿") {
		t.Errorf("form %v, told %v", s.form, o.Told)
	}
}

func TestWhatWasWrittenForASendBackOutlivesTheDialog(t *testing.T) {
	o := newOffice(t)
	s := o.sit(screentest.Editor, o.draft(revised))
	o.run(s, "return")
	overlay := o.Window().Canvas().Overlays().Top()
	multi(screentest.Within[*widget.Entry](overlay))[0].SetText("写了一半")
	button(t, overlay, "取消").OnTapped()
	o.run(s, "return")
	if got := multi(screentest.Within[*widget.Entry](o.Window().Canvas().Overlays().Top()))[0].Text; got != "写了一半" {
		t.Errorf("the demand reads %q", got)
	}
}

func TestAnswersShowOldAndNew(t *testing.T) {
	for text, want := range map[string]string{
		"会议要求，确保年底前完成任务,形成合力。": "原：力争 → 现：确保",
		"会议要求，年底前完成任务,形成合力。":   "原：力争 → 现：（已删去）",
		"会议要求，力争年底前完成任务。":      "文字未动：力争",
	} {
		o := newOffice(t)
		s := o.sit(screentest.Editor, o.answered(text))
		if got := s.wasAndIs(s.state.file.Demands[0]); got != want {
			t.Errorf("after %s the demand shows %q, want %q", text, got, want)
		}
	}
}

// answered is a draft that was sent back because of two characters of its second
// paragraph, which the drafter has written anew.
func (o *office) answered(paragraph string) review.DraftID {
	o.Helper()
	id := o.draft(nil)
	at := doc.Anchor{Place: doc.Place{Field: doc.FieldArticleBody, Article: "a", Paragraph: "q"}, From: 5, To: 7, Quote: "力争"}
	_, err := o.Desk().Return(o.Context(), o.As(screentest.Editor), id, review.ToDrafting, "时限不实", []review.DemandText{{Anchor: at, Text: "写实"}})
	o.OK(err)
	text := screentest.Issue()
	text.Articles[0].Body[1].Text = paragraph
	_, err = o.Desk().Save(o.Context(), o.As(screentest.Drafter), id, 1, text, "")
	o.OK(err)
	_, err = o.Desk().AnswerDemand(o.Context(), o.As(screentest.Drafter), id, 1, review.AnswerDone, "")
	o.OK(err)
	return o.Submit(id)
}
