package register

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"jianbao/app/screen/screentest"
)

func open(o *screentest.Office) *Screen {
	s := New(o)
	o.Open(s)
	return s
}

func titles(s *Screen) string {
	var all []string
	for _, d := range s.shown {
		all = append(all, d.Heading)
	}
	return strings.Join(all, " ")
}

func drafts(o *screentest.Office, titles ...string) {
	for _, title := range titles {
		b := screentest.Issue()
		b.Articles[0].Title = title
		o.Draft(b)
	}
}

func TestFilterByTitleNumberAndState(t *testing.T) {
	o := screentest.New(t)
	drafts(o, "供热改造", "道路改造")
	o.Final()
	s := open(o)
	for typed, want := range map[string]string{
		"":      "街巷整治动员会召开 道路改造 供热改造",
		"改造":    "道路改造 供热改造",
		"改造 供热": "供热改造",
		"2196":  "街巷整治动员会召开",
		"未编号":   "道路改造 供热改造",
		"定稿":    "街巷整治动员会召开",
		"没有这个":  "",
	} {
		s.find.SetText("")
		test.Type(s.find, typed)
		if got := titles(s); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	s.find.SetText("改造")
	if s.footer.Text != "显示2件，共3件" {
		t.Errorf("the footer says %q", s.footer.Text)
	}
}

func TestAClickOpens(t *testing.T) {
	o := screentest.New(t)
	drafts(o, "供热改造")
	s := open(o)
	s.list.Select(0)
	if o.Went != "draft "+string(s.all[0].ID) {
		t.Errorf("went to %q", o.Went)
	}
}

func TestFindTakesTheKeyboard(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Run(s, "register.find")
	if o.Window().Canvas().Focused() != s.find {
		t.Error("the entry has no focus")
	}
}

func TestVoidNumbersStandWithTheirReason(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	_, err := o.Desk().Void(o.Context(), o.As(screentest.Editor), id, "重复编号")
	o.OK(err)
	open(o)
	o.Says("作废", "重复编号", "2026 第4期 · 总第2196期", "2026 第3期 · 总第2195期")
}

func TestDamagedDraftsLeaveTheOthers(t *testing.T) {
	o := screentest.New(t)
	drafts(o, "好稿")
	o.DamageRecord(o.Draft(screentest.Issue()))
	s := open(o)
	if got := titles(s); got != "好稿" || len(o.Failed) > 0 {
		t.Errorf("shows %q, failed %q", got, o.Failed)
	}
	o.Says("有稿件的记录读出来与存入时不一致")
}

func TestEmptyRegister(t *testing.T) {
	o := screentest.Bare(t)
	open(o)
	o.Says("台账还没有记录。")
}
