package roster

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/review"
)

func open(t *testing.T) (*screentest.Office, *Screen) {
	t.Helper()
	o := screentest.New(t)
	s := New(o)
	o.Open(s)
	return o, s
}

func TestItemsAreAddedChangedAndRemoved(t *testing.T) {
	o, s := open(t)
	o.Run(s, "roster.add")
	o.Fill("王敏", "市长", "1", "2024-01-10", "", "")
	o.Tap("确定")
	o.Says("王敏", "市长", "2024-01-10 起")
	s.edit(s.shown[0])
	o.Fill("王敏", "书记")
	o.Tap("确定")
	if len(s.items) != 1 || s.items[0].Post != "书记" || s.items[0].Kind != review.ItemPerson {
		t.Fatalf("items %+v, failed %v", s.items, o.Failed)
	}
	s.askRemove(s.items[0])
	if len(s.items) != 0 {
		t.Errorf("left %+v", s.items)
	}
}

func TestAnUnreadableColumnIsNamed(t *testing.T) {
	o, s := open(t)
	o.Run(s, "roster.add")
	o.Fill("王敏", "市长", "1", "昨天")
	o.Tap("确定")
	if len(o.Told) != 1 || len(s.items) != 0 {
		t.Errorf("told %q, items %+v", o.Told, s.items)
	}
}

func TestTablesComeBack(t *testing.T) {
	o, s := open(t)
	o.OK(enter(o.Desk(), o.Actor(), []byte("类别,名称,职务\n人员,王敏,市长\n人员,李明,局长\n")))
	_, err := o.Desk().Enter(o.Context(), o.Actor(), []review.Item{{Kind: review.ItemKnown, Name: "巷长", Series: o.Bureau().ID}})
	o.OK(err)
	s.Show()
	dir := t.TempDir()
	s.exportTo(dir)
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %v, %v, failed %v", files, err, o.Failed)
	}
	data, err := os.ReadFile(files[0])
	o.OK(err)
	o.OK(enter(o.Desk(), o.Actor(), data))
	s.Show()
	if len(s.items) != 3 || s.items[slices.IndexFunc(s.items, func(i review.Item) bool { return i.Name == "巷长" })].Series != o.Bureau().ID {
		t.Errorf("read back they are %+v", s.items)
	}
	s.find.SetText("局长")
	if len(s.shown) != 1 {
		t.Errorf("found %+v", s.shown)
	}
}

func TestRulesAreSwitchedAndCounted(t *testing.T) {
	o, s := open(t)
	id := o.Draft(screentest.Issue())
	o.OK(o.Desk().Accepted(o.Context(), id, map[string]int{"P01": 3}))
	s.turn(rulesTab)
	s.Show()
	o.Says("P01", "提示 3  采纳 3")
	if o.Reason(s, "roster.add") == "" {
		t.Error("a rule can be added")
	}
	s.setRule(s.rules[0], review.RuleSetting{Off: true})
	s.setLevel(s.rules[0], s.series.Rules[s.rules[0].ID], "suggestion")
	if set := o.Bureau().Rules[s.rules[0].ID]; !set.Off || set.Level != "suggestion" {
		t.Errorf("set to %+v", set)
	}
}
