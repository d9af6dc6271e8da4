package archive

import (
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func open(o *screentest.Office) *Screen {
	s := New(o)
	o.Open(s)
	return s
}

// saying is an issue of the office that says something.
func saying(text string) doc.Bulletin {
	b := screentest.Issue()
	b.Articles[0].Title = text
	return b
}

func titles(s *Screen) string {
	var all []string
	for _, h := range s.found.Hits {
		all = append(all, h.Heading)
	}
	return strings.Join(all, " ")
}

func TestHitsFollowWhatIsTyped(t *testing.T) {
	o := screentest.New(t)
	o.Draft(saying("供热改造"))
	o.Draft(saying("道路改造"))
	o.Final()
	s := open(o)
	for typed, want := range map[string]string{"供": "供热改造", "道路 改造": "道路改造", "没有这个": "", "1,703": "街巷整治动员会召开"} {
		s.filter.terms.SetText(typed)
		if got := titles(s); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	s.filter.terms.SetText("街巷")
	s.filter.number.SetText("第4期")
	if got := titles(s); got != "街巷整治动员会召开" {
		t.Errorf("第4期 is %q", got)
	}
	o.Says("2026 第4期 · 总第2196期", "街巷")
	if !strings.Contains(s.footer.Text, "找到1期") {
		t.Errorf("the footer says %q", s.footer.Text)
	}
	s.filter.number.SetText("四期")
	o.Says("期号请写成")
}

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for typed, want := range map[string]doc.Number{
		"": {}, "4": {Issue: 4}, "第4期": {Issue: 4}, "2026-4": {Year: 2026, Issue: 4}, "2026年第4期": {Year: 2026, Issue: 4},
		"总2196": {Total: 2196}, "总第２１９６期": {Total: 2196}, "2026年第4期 总第2196期": {Year: 2026, Issue: 4, Total: 2196}, "2026年": {Year: 2026},
	} {
		if got, ok := numberOf(typed); !ok || got != want {
			t.Errorf("numberOf(%q) = %+v, %v", typed, got, ok)
		}
	}
	if _, ok := numberOf("三"); ok {
		t.Error("三 is taken for a number")
	}
}

func TestATextIsReadAndItsRevisionsTurned(t *testing.T) {
	o := screentest.New(t)
	id := o.Draft(saying("供热改造"))
	_, err := o.Desk().Save(t.Context(), o.As(screentest.Drafter), id, 1, saying("供热管网改造"), "")
	o.OK(err)
	s := open(o)
	s.filter.terms.SetText("管网")
	o.Says("第2版（共2版） " + screentest.Drafter)
	o.Run(s, "archive.life")
	o.Says("供热管网改造", "第1版", "这一期还没有编号")
	o.Tap("关闭")
	o.Run(s, "archive.earlier")
	o.Says("第1版（共2版）")
	o.Run(s, "archive.open")
	if o.Went != "draft "+string(id) {
		t.Errorf("went to %q", o.Went)
	}
}

func TestWhatWasTakenOutIsFoundOnRequest(t *testing.T) {
	o := screentest.New(t)
	id := o.Draft(saying("鸱鸮"))
	_, err := o.Desk().Save(t.Context(), o.As(screentest.Drafter), id, 1, saying("供热"), "")
	o.OK(err)
	s := open(o)
	s.filter.terms.SetText("鸱鸮")
	o.Says("没有找到", "自己还没有存的文字")
	s.filter.earlier.SetChecked(true)
	o.Says("现在的文字里已没有")
}

func TestKeysChooseHits(t *testing.T) {
	o := screentest.New(t)
	ids := []review.DraftID{o.Draft(saying("甲题")), o.Draft(saying("乙题"))}
	s := open(o)
	first := s.hit().Draft
	o.Run(s, "archive.next")
	if s.chosen != 1 || s.hit().Draft == first || s.reading.file.Draft.ID == first || len(ids) != 2 {
		t.Errorf("chosen %d", s.chosen)
	}
	o.Run(s, "archive.previous")
	if s.chosen != 0 {
		t.Errorf("chosen %d", s.chosen)
	}
	if o.Reason(s, "archive.more") == "" {
		t.Error("there is no more to list")
	}
}

func TestUsesOfAFigure(t *testing.T) {
	o := screentest.New(t)
	o.Final()
	open(o)
	ShowUses(o, "整治提升1,703条街巷\n别的")
	o.Says("本刊口径", "写得一样的", "第4期", "今年")
	o.Fill("没有这样写")
	o.Says("没有这样写过")
}
