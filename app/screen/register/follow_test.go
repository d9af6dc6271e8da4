package register

import (
	"fmt"
	"testing"

	"jianbao/app/screen/screentest"
)

func TestWhatOthersBeganAppears(t *testing.T) {
	o := screentest.New(t)
	drafts(o, "供热改造")
	s := open(o)
	s.find.SetText("改造")
	o.Meanwhile(s, func() { drafts(o, "道路改造", "别的事") })
	if got := titles(s); got != "道路改造 供热改造" {
		t.Errorf("shows %s", got)
	}
}

func TestAListThatIsScrolledStays(t *testing.T) {
	o := screentest.New(t)
	for i := range 40 {
		drafts(o, fmt.Sprintf("第%d件", i))
	}
	s := open(o)
	s.list.ScrollToOffset(200)
	before := titles(s)
	o.Meanwhile(s, func() { drafts(o, "新来的") })
	if titles(s) != before {
		t.Error("lines moved under the pointer")
	}
	s.list.ScrollToOffset(0)
	o.Meanwhile(s, func() { drafts(o, "又来的") })
	if titles(s) == before {
		t.Error("what others began does not appear")
	}
}
