package compose

import (
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

// interrupted is an issue on which somebody wrote when the program ended.
func interrupted(t *testing.T) (*office, review.DraftID) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	o.wait()
	return o, id
}

func TestWhatWasRecoveredIsShownAgainstTheNewestRevision(t *testing.T) {
	o, id := interrupted(t)
	s := Recover(o, id)
	o.Open(s)
	o.Says("程序上次没有正常关闭", "－ 综合处", "＋ 环境处", "接着写", "放到一旁")
	o.Tap("接着写")
	f := o.File(id)
	if got, want := s.Safe(), "已自动保存 "+exactly(f.Workings[0].At); got != want {
		t.Errorf("the light says %q, want %q", got, want)
	}
	if got := s.text.text.Articles[0].Source; got != "环境处" || len(f.Revisions) != 1 {
		t.Errorf("goes on with %q, %d revisions", got, len(f.Revisions))
	}
}

func TestWhatWasRecoveredAndNotWantedStandsAside(t *testing.T) {
	o, id := interrupted(t)
	s := Recover(o, id)
	o.Open(s)
	o.Tap("放到一旁")
	f := o.File(id)
	if got := s.text.text.Articles[0].Source; got != "综合处" || f.Head.Seq != 1 || len(f.Workings) != 0 {
		t.Errorf("the page shows %q, the newest revision is %d", got, f.Head.Seq)
	}
	aside := must(o.Desk().Revision(t.Context(), id, 2))
	if aside.Cause != review.CauseAside || aside.Text.Articles[0].Source != "环境处" {
		t.Errorf("revision 2 is %s and says %q", aside.Cause, aside.Text.Articles[0].Source)
	}
}

func TestNothingIsAskedWhereNothingWasUnsaved(t *testing.T) {
	o := newOffice(t)
	s := Recover(o, o.complete())
	o.Open(s)
	if top := screentest.Top(o.Window().Canvas()); top != s.Content() {
		t.Errorf("a dialog is open: %s", screentest.Reads(top))
	}
}
