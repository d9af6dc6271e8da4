package compare

import (
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func TestAnotherTextIsOfferedAndNotShown(t *testing.T) {
	o := newOffice(t)
	id := o.draft(func(b *doc.Bulletin) {
		b.Articles[0].Body[1].Text = "会议要求，力争年底前完成任务，形成合力。"
	})
	second := o.Submit(o.Draft(screentest.Issue()))
	s := o.sit(screentest.Editor, id)
	head, shown := s.state.file.Draft.Head, screentest.Reads(s.content)
	o.Meanwhile(s, func() { // another draft, one's own doing, a text kept aside
		_, err := o.Desk().AddComment(o.Context(), o.As(screentest.Checker), second, doc.Anchor{}, "再核")
		o.OK(err)
		_, err = o.Desk().AddComment(o.Context(), o.As(screentest.Editor), id, doc.Anchor{}, "再核")
		o.OK(err)
	})
	if got := screentest.Reads(s.content); got != shown {
		t.Errorf("the screen changed to\n%s", got)
	}
	o.Meanwhile(s, func() { o.saveAs(screentest.Editor, id, "另一台机器上改的。") })
	o.Hides("看新稿") // the same person at another machine knows
	o.Meanwhile(s, func() {
		_, err := o.Desk().AddComment(o.Context(), o.As(screentest.Checker), id, doc.Anchor{}, "再核")
		o.OK(err)
	})
	o.Says("吕承志：批注", "刷新")
	if s.state.file.Draft.Head != head {
		t.Error("the text changed under the reader's eyes")
	}
	o.Tap("刷新")
	o.Hides("吕承志：批注")
	if s.state.file.Draft.Head == head {
		t.Error("still the old text")
	}
}

func TestANewTextIsSaidByNameAndNumberAndShownWhenWanted(t *testing.T) {
	o := newOffice(t)
	id := o.draft(nil)
	s := o.sit(screentest.Checker, id)
	o.Meanwhile(s, func() {
		o.saveAs(screentest.Editor, id, "要打牢基础。")
		_, err := o.Desk().AddComment(o.Context(), o.As(screentest.Editor), id, doc.Anchor{}, "再核")
		o.OK(err)
	})
	o.Says("王敏 存了第2稿", "看新稿")
	o.Hides("要打牢基础。")
	o.Tap("稍后")
	o.Hides("看新稿")
	o.Meanwhile(s, func() { o.saveAs(screentest.Editor, id, "要筑牢基础。") })
	o.Tap("看新稿")
	o.Hides("看新稿")
	if got := s.state.to.Text.Articles[0].Body[0].Text; got != "要筑牢基础。" {
		t.Errorf("shows %q", got)
	}
}

func TestReturningADraftIsSaid(t *testing.T) {
	o := newOffice(t)
	id := o.draft(nil)
	s := o.sit(screentest.Checker, id)
	o.Meanwhile(s, func() {
		_, err := o.Desk().Return(o.Context(), o.As(screentest.Editor), id, review.ToDrafting, "再核", []review.DemandText{{Text: "核数据"}})
		o.OK(err)
	})
	o.Says("王敏：退回")
}

// saveAs saves another first paragraph on top of the newest text.
func (o *office) saveAs(name string, id review.DraftID, words string) {
	o.Helper()
	f := o.File(id)
	text := f.Head.Text.Clone()
	text.Articles[0].Body[0].Text = words
	_, err := o.Desk().Save(o.Context(), o.As(name), id, f.Draft.Head, text, "")
	o.OK(err)
}
