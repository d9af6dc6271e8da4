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

const oldLedger = "年度,期数,总期号,刊别,题目,状态,原因,印数\n" +
	"2026,1,2193,,供热改造,,,50\n2026,2,2194,,道路改造,作废,重复,50\n2026,1,,增刊,专题调研,,,50\n"

func TestAnOldLedgerIsShownFirstAndThenEntered(t *testing.T) {
	o := screentest.New(t)
	o.Chosen = []byte(oldLedger)
	s := open(o)
	o.Run(s, "register.import")
	for _, want := range []string{"3 行", "2026 第1期 · 总第2193期", "道路改造  重复", "2026 增刊第1期", "不留：印数"} {
		if !strings.Contains(o.Asked[0], want) {
			t.Errorf("%q is not in\n%s", want, o.Asked[0])
		}
	}
	o.Says("2026 第2期 · 总第2194期", "重复", "历史", "2026 第3期 · 总第2195期")
	if len(o.Asked) != 1 || len(o.Failed) > 0 || o.Told[0] != "收进 3 行。" {
		t.Errorf("asked %q, told %q, failed %q", o.Asked, o.Told, o.Failed)
	}
	o.Run(s, "register.import")
	if o.Told[1] != "表里的 3 行台账里都有了，没有要收进的。" {
		t.Errorf("told %q", o.Told)
	}
}

func TestGapsOfAnOldLedgerWantAReason(t *testing.T) {
	o := screentest.New(t)
	o.Chosen = []byte("年份,期号,总期号\n2026,1,2193\n2026,1,2194\n")
	s := open(o)
	o.Run(s, "register.import")
	if len(o.Asked) != 2 || !strings.Contains(o.Asked[0], "有两个 1 号") || !strings.Contains(o.Asked[0], "缺 2 号") {
		t.Errorf("asked %q", o.Asked)
	}
	o.Says("空号", "重号", o.Answer)
	o.Hides("请查明")
}

func TestBadRowsOfAnOldLedgerEnterNothing(t *testing.T) {
	o := screentest.New(t)
	o.Final()
	s := open(o)
	for table, want := range map[string]string{"年份,期号,总期号\n2026,3,2195\n2026,9,2201\n": "第3行", "年份,期号\n2026,四\n": "第2行：“期号”一栏不能是“四”。"} {
		o.Told, o.Failed, o.Chosen = nil, nil, []byte(table)
		o.Run(s, "register.import")
		if said := strings.Join(append(o.Told, o.Failed...), "\n"); !strings.Contains(said, want) {
			t.Errorf("%q: said %q", table, said)
		}
	}
	if len(s.ledger) != 2 {
		t.Errorf("the ledger has %d rows", len(s.ledger))
	}
}

func TestTheLedgerIsExported(t *testing.T) {
	o := screentest.New(t)
	o.Final()
	s := open(o)
	o.Run(s, "register.export")
	for _, want := range []string{"台账 ", ".csv\n\ufeff年份,期号", "2026,3,2195,,,,起始号,", "2026,4,2196,,", "街巷整治动员会召开,已用,"} {
		if !strings.Contains(o.Told[0], want) {
			t.Errorf("%q is not in\n%s", want, o.Told[0])
		}
	}
}
