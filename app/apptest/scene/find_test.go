package scene

import "testing"

// at is a shown object of the usual height at a place.
func at(text string, x, y int) Object {
	r := Rect{X: x, Y: y, W: 100, H: 30}
	return Object{Text: text, Area: r, Shown: r}
}

func button(o Object) Object { o.Tappable = true; return o }
func input(o Object) Object  { o.Takes = true; return o }
func over(o Object) Object   { o.Layer = 1; return o }

func TestSayingPrefersWhatIsMeant(t *testing.T) {
	s := Scene{Objects: []Object{
		at("送责编审核", 0, 0), button(at("送责编审核", 0, 100)), at("送责编", 0, 200), button(at("退回：送责编", 0, 300)),
	}}
	for text, y := range map[string]int{"送责编": 200, "送责编审核": 100, "审核": 100, "退回": 300} {
		if o, ok := s.Saying(text); !ok || o.Area.Y != y {
			t.Errorf("Saying(%q) found %v at %d, want the one at %d", text, ok, o.Area.Y, y)
		}
	}
	if o, ok := s.Saying("定稿"); ok {
		t.Errorf("Saying found %+v for a text that is not there", o)
	}
}

func TestAnOverlayHidesWhatIsBehindItFromClicksButNotFromSight(t *testing.T) {
	s := Scene{Objects: []Object{button(at("删除", 0, 0)), over(at("真的要删除吗", 0, 100)), over(button(at("取消", 0, 200)))}}
	if o, _ := s.Saying("删除"); o.Area.Y != 100 {
		t.Errorf("found the button behind the dialog: %+v", o)
	}
	if !s.Shows("取消") || !s.Shows("删除") || s.Shows("保存") {
		t.Error("Shows does not tell what can be read")
	}
}

func TestFieldBelongsToItsLabel(t *testing.T) {
	s := Scene{Objects: []Object{
		at("标题", 0, 0), input(at("a", 120, 0)), input(at("b", 240, 0)),
		at("正文", 0, 100), input(at("c", 0, 140)), input(at("d", 0, 180)),
	}}
	for label, text := range map[string]string{"标题": "a", "正文": "c"} {
		if o, ok := s.Field(label); !ok || o.Text != text {
			t.Errorf("Field(%q) = %q, %v; want %q", label, o.Text, ok, text)
		}
	}
	if o, ok := s.Field("责编"); ok {
		t.Errorf("Field found %+v for a label that is not there", o)
	}
}

func TestReachableNeedsMoreThanAnEdge(t *testing.T) {
	o := button(at("确定", 0, 0))
	o.Shown.H = 3
	if o.Reachable() {
		t.Error("three pixels are said to be enough for a click")
	}
	o.Area.H = 3
	if !o.Reachable() {
		t.Error("an object that is only three pixels high cannot show more")
	}
}
