package prefs

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func open(o *screentest.Office) *Screen {
	s := New(o)
	o.Open(s)
	return s
}

// tick chooses these of the boxes in front.
func tick(o *screentest.Office, names ...string) {
	group := screentest.Within[*widget.CheckGroup](screentest.Top(o.Window().Canvas()))[0]
	group.SetSelected(names)
}

func person(o *screentest.Office, name string) review.Person {
	o.Helper()
	a, err := o.Desk().As(o.Context(), name)
	o.OK(err)
	return a.Person()
}

func TestAddAPerson(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Run(s, "prefs.addperson")
	o.Fill("赵平", "135790", "135790")
	tick(o, "责编", "核稿")
	o.Tap("确定")
	o.Says("赵平", "责编、核稿", "已设PIN")
	if _, err := o.Desk().Unlock(o.Context(), "赵平", "135790"); err != nil {
		t.Error(err)
	}
}

func TestARefusedPINAddsNobodyAndSaysWhy(t *testing.T) {
	for _, c := range []struct{ pin, again, why string }{
		{"135790", "135791", "两次输入的PIN不一样"},
		{"1", "1", "PIN"},
	} {
		o := screentest.New(t)
		s := open(o)
		o.Run(s, "prefs.addperson")
		o.Fill("赵平", c.pin, c.again)
		tick(o, "责编")
		o.Tap("确定")
		if said := strings.Join(append(o.Told, o.Failed...), ""); !strings.Contains(said, c.why) || len(s.people) != 3 {
			t.Errorf("%s, %s: told %q, %d people", c.pin, c.again, said, len(s.people))
		}
	}
}

func TestChangeRolesAndLeave(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	s.editRoles(person(o, screentest.Editor))
	tick(o, "核稿")
	screentest.Within[*element.Check](screentest.Top(o.Window().Canvas()))[0].SetChecked(true)
	o.Tap("确定")
	if p := person(o, screentest.Editor); !p.Left || !p.Has("核稿") || p.Has("责编") {
		t.Errorf("%+v", p)
	}
	o.Says("已离岗")
}

func TestChangePINAsksTheOldOne(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	for _, c := range []struct {
		old  string
		fail bool
	}{{"0000", true}, {screentest.PIN, false}} {
		o.Failed = nil
		s.editPIN(person(o, screentest.Editor))
		o.Fill(c.old, "975310", "975310")
		o.Tap("确定")
		if (len(o.Failed) > 0) != c.fail {
			t.Errorf("with %s: failed %q", c.old, o.Failed)
		}
	}
	if _, err := o.Desk().Unlock(o.Context(), screentest.Editor, "975310"); err != nil {
		t.Error(err)
	}
}

func TestAddASeries(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Run(s, "prefs.addseries")
	o.Fill("云州专报", "云州市研究室")
	o.Tap("确定")
	o.Says("云州专报", "拟稿 → 责编 → 核稿", "台账尚未开账")
	for _, one := range s.series {
		if part, _ := one.Template.Part(doc.FieldOffice); one.Name == "云州专报" && part.Default != "云州市研究室" {
			t.Errorf("the office is %q", part.Default)
		}
	}
	if part, _ := o.Bureau().Template.Part(doc.FieldOffice); part.Default == "云州市研究室" {
		t.Error("the pattern was changed")
	}
}

func TestCustomsOfASeries(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	s.editSeries(o.Bureau())
	o.Fill("云州简报", "责编 核稿 签发", "人手不足", "20%")
	for _, box := range screentest.Within[*element.Check](screentest.Top(o.Window().Canvas())) {
		box.SetChecked(!box.Checked)
	}
	before := o.Bureau()
	o.Tap("确定")
	got := o.Bureau()
	if got.Name != "云州简报" || strings.Join(got.Template.Chain, " ") != "责编 核稿 签发" || got.SameHandReason != "人手不足" ||
		got.SubstantiveShare != 20 || got.AllowOverride == before.AllowOverride || got.SupplementsCount == before.SupplementsCount {
		t.Errorf("customs: %+v", got)
	}
	o.Says("拟稿 → 责编 → 核稿 → 签发")
}

func TestShareOfASubstantiveChange(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	for _, c := range []struct {
		written string
		told    int
		want    int
	}{{"20", 0, 20}, {"101", 1, 20}, {"一半", 2, 20}, {"", 2, 0}} {
		s.editSeries(o.Bureau())
		o.Fill("云州简报", "责编 核稿", "", c.written)
		o.Tap("确定")
		if got := o.Bureau().SubstantiveShare; got != c.want || len(o.Told) != c.told {
			t.Errorf("%q: %d %%, told %q", c.written, got, o.Told)
		}
	}
}

func TestLedgerOpensOnlyBeforeTheFirstNumber(t *testing.T) {
	o := screentest.New(t)
	s := open(o)
	o.Tap("开账")
	o.Fill("2026", "7", "x")
	o.Tap("确定")
	if len(o.Told) != 1 || !strings.Contains(o.Told[0], "都要填数字") {
		t.Errorf("told %q", o.Told)
	}
	o.Tap("开账")
	o.Fill("2026", "7", "2199")
	o.Tap("确定")
	o.Says("上一期 第7期／总第2199期", "开账")
	o.Final()
	s.Show()
	o.Says("上一期 第8期／总第2200期")
	o.Tap("开账")
	o.Fill("2026", "9", "2209")
	o.Tap("确定")
	if len(o.Failed) != 1 || !strings.Contains(o.Failed[0], "已经取过号") {
		t.Errorf("failed %q", o.Failed)
	}
	o.Failed = nil
	s.openLedger(o.Bureau())
	o.Fill("2026", "2", "0", "增刊")
	o.Tap("确定")
	ledger, err := o.Desk().Ledger(t.Context(), o.Bureau().ID)
	o.OK(err)
	if n, err := ledger.Next(2026, "增刊", false); err != nil || n.Issue != 3 || len(o.Failed) > 0 {
		t.Errorf("the next 增刊 is %v, %v; failed %q", n, err, o.Failed)
	}
}

func TestLookIsChosenAtOnce(t *testing.T) {
	o := screentest.New(t)
	open(o)
	screentest.Within[*widget.RadioGroup](screentest.Top(o.Window().Canvas()))[0].SetSelected("深色")
	if o.Went != "look dark" {
		t.Errorf("went to %q", o.Went)
	}
}

func TestNobodyYet(t *testing.T) {
	o := screentest.Bare(t)
	s := open(o)
	o.Says("还没有登记人员。")
	o.Run(s, "prefs.addperson")
	o.Fill("赵平", "", "")
	tick(o, "拟稿")
	o.Tap("确定")
	o.Says("赵平", "未设PIN，不能签字")
}
