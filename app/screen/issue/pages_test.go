package issue

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/command"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
)

func TestCopiesAddUp(t *testing.T) {
	o := screentest.New(t)
	text := screentest.Issue()
	text.Imprint.Copies = 30
	s := open(o, o.Draft(text))
	o.Says("报：省政府办公厅", "送：市委、市政府各部门", "发：各区人民政府", "合计0份，印数30份，还有30份没有分。")
	if why := o.Reason(s, "issue.spread"); why != "先填各单位的份数。" {
		t.Errorf("printing the list: %q", why)
	}
	for _, c := range []struct{ copies, said string }{{"10", "✓ 合计30份，与印数一致"}, {"11", "多分了1份"}, {"九", "还有10份没有分"}} {
		o.Fill(c.copies, "15", "5")
		o.Says(c.said)
	}
	o.Run(s, "issue.keep")
	if why := o.Reason(s, "issue.keep"); why != "份数已经记下，没有新改动。" {
		t.Errorf("keeping again: %q", why)
	}
	s = open(o, s.id)
	o.Says("合计20份，印数30份，还有10份没有分。")
	o.Run(s, "issue.spread")
	path, _ := strings.CutPrefix(o.Went, "print ")
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("%q: %v", path, err)
	}
	o.OK(os.RemoveAll(filepath.Dir(path)))
}

func TestPagesAreTurnedAndZoomed(t *testing.T) {
	o := screentest.New(t)
	text := screentest.Issue()
	for range 60 {
		text.Articles[0].Body = append(text.Articles[0].Body, doc.NewParagraph("各区各部门要结合实际，认真抓好落实，逐条逐项推进整治提升工作。"))
	}
	s := open(o, o.Draft(text))
	pages := len(s.pages.view.Document().Pages)
	for _, c := range []struct {
		id   command.ID
		page int
	}{{"issue.pageon", 1}, {"issue.pagelast", pages - 1}, {"issue.pageback", pages - 2}, {"issue.pagefirst", 0}, {"issue.pageback", 0}} {
		o.Run(s, c.id)
		if got := s.pages.view.Page(); got != c.page {
			t.Errorf("%s: page %d of %d, want %d", c.id, got+1, pages, c.page+1)
		}
	}
	zoom := s.pages.view.Zoom()
	o.Run(s, "issue.zoomin")
	if s.pages.view.Zoom() <= zoom {
		t.Errorf("zoomed from %v to %v", zoom, s.pages.view.Zoom())
	}
	o.Run(s, "issue.zoomfit")
	if s.pages.view.Zoom() != zoom {
		t.Errorf("fits at %v, was %v", s.pages.view.Zoom(), zoom)
	}
}
