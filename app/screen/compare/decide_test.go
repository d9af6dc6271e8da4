package compare

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func button(t *testing.T, in fyne.CanvasObject, text string) *widget.Button {
	t.Helper()
	for _, b := range screentest.Within[*widget.Button](in) {
		if b.Text == text {
			return b
		}
	}
	t.Fatalf("no button %q", text)
	return nil
}

// multi picks the entries of several lines.
func multi(entries []*widget.Entry) []*widget.Entry {
	var several []*widget.Entry
	for _, e := range entries {
		if e.MultiLine {
			several = append(several, e)
		}
	}
	return several
}

func body(f *review.File) string { return strings.Join(f.Head.Text.Articles[0].Texts(), "") }

func TestAcceptedChangesAreRememberedAndTakenBack(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.run(s, "accept")
	if v := s.state.verdict(0); v == nil || v.Verdict != review.Accepted || s.current != 1 {
		t.Fatalf("verdict %v, current %d", v, s.current)
	}
	o.run(s, "undo")
	if v := s.state.verdict(0); v != nil || s.current != 0 {
		t.Errorf("after undo: verdict %v, current %d", v, s.current)
	}
	if why := o.reason(s, "undo"); why == "" {
		t.Error("there is still something to undo")
	}
	f := o.File(id)
	if f.Draft.Head != 2 || len(f.Decisions) != 2 {
		t.Errorf("revision %d, %d decisions", f.Draft.Head, len(f.Decisions))
	}
}

func TestRejectingMakesARevisionAndUndoAnother(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.Answer = "通报上是1,703条"
	o.run(s, "reject")
	f := o.File(id)
	if f.Draft.Head != 3 || !strings.Contains(body(f), "1,703条") || !strings.Contains(body(f), "确保") {
		t.Fatalf("revision %d reads %s", f.Draft.Head, body(f))
	}
	if f.Head.Author != o.Actor().Person().ID || f.Head.Note != o.Answer || f.Decisions[0].Reason != o.Answer {
		t.Errorf("revision %+v, decision %+v", f.Head.RevisionInfo, f.Decisions[0])
	}
	if n := len(s.state.view.Changes); n != 3 || s.state.from.Seq != 1 {
		t.Errorf("%d changes left since revision %d", n, s.state.from.Seq)
	}
	o.run(s, "undo")
	f = o.File(id)
	if f.Draft.Head != 4 || !strings.Contains(body(f), "1,730条") || len(s.state.view.Changes) != 4 {
		t.Errorf("after undo revision %d reads %s", f.Draft.Head, body(f))
	}
	if v := s.state.verdict(s.current); v != nil || s.current != 0 {
		t.Errorf("after undo change %d has the verdict %v", s.current, v)
	}
}

func TestRejectingSaysWhichSignOffsFell(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	o.Sign(screentest.Editor, id)
	s := o.sit(screentest.Checker, id)
	o.Answer = "数字不对"
	o.run(s, "reject")
	if !strings.Contains(o.Asked[0], "责编王敏") {
		t.Errorf("asked %q", o.Asked[0])
	}
	if len(o.Told) != 1 || !strings.Contains(o.Told[0], "责编王敏") || !strings.Contains(o.Told[0], "等责编") {
		t.Errorf("told %q", o.Told)
	}
	if why := o.reason(s, "undo"); why == "" {
		t.Error("the turn is over, but undo is offered")
	}
}

func TestUnsavedTypingIsNotOverwritten(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	typed := screentest.Issue()
	typed.Articles[0].Title = "还没存的标题"
	o.OK(o.Desk().Autosave(o.Context(), o.As(screentest.Editor), id, 2, typed))
	s := o.sit(screentest.Editor, id)
	if why := o.reason(s, "reject"); !strings.Contains(why, "没存成新版") {
		t.Errorf("reject: %q", why)
	}
}

func TestARejectionThatCannotBeSavedIsTakenBack(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	broken := s.state.file.Head.Text.Clone()
	broken.Articles[0].Title = "\xff"
	_, err := rewrite(o.Context(), o.Desk(), o.Actor(), s.state.file.Head, broken, []review.Decision{s.decision(review.Rejected, s.currentChange().ID, "理由")})
	if err == nil {
		t.Fatal("a text that cannot be stored was saved")
	}
	o.run(s, "refresh")
	if v := s.state.verdict(0); v != nil {
		t.Errorf("the verdict is %v", v)
	}
}

func TestCommentsAreTiedToTheChangeAndClosed(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.Answer = "出处？"
	o.run(s, "comment")
	c := o.File(id).OpenComments()[0]
	if c.Anchor.Quote != "1,730条" || c.Text != "出处？" {
		t.Errorf("comment %+v", c)
	}
	if got := s.quote(c.Anchor); got != "“1,730条”" {
		t.Errorf("the thread quotes %q", got)
	}
	o.Answer = "城管委通报"
	s.reply(c)
	s.declineThread(c)
	f := o.File(id)
	if len(f.OpenComments()) != 0 || len(f.Comments) != 2 || f.Comments[0].Reason != "城管委通报" {
		t.Errorf("comments %+v", f.Comments)
	}
	gone := doc.Anchor{Place: c.Anchor.Place, Quote: "不在"}
	if got := s.quote(gone); !strings.Contains(got, "当时是") {
		t.Errorf("an orphan reads %q", got)
	}
}

func TestSigningIsBlockedInPlaceAndThenDone(t *testing.T) {
	o := newOffice(t)
	id := o.draft(func(b *doc.Bulletin) { revised(b); b.Imprint.Phone = "1" })
	o.Sign(screentest.Editor, id)
	_, err := o.Desk().AddComment(o.Context(), o.As(screentest.Drafter), id, doc.Anchor{}, "还请核对")
	o.OK(err)
	s := o.sit(screentest.Checker, id)
	o.tickAll(s)
	o.Answer = "已当面核对"
	o.run(s, "sign")
	if len(o.Asked) != 2 || !strings.Contains(o.Asked[0], "1 条批注") {
		t.Fatalf("asked %q", o.Asked)
	}
	read := s.state.to
	if !strings.Contains(o.Asked[1], read.TextHash.Short()) || !strings.Contains(o.Asked[1], "核稿") {
		t.Errorf("what is signed reads %q", o.Asked[1])
	}
	f := o.File(id)
	if f.Draft.State != review.Final || o.Went != "issue "+string(id) || f.SignOffs[1].Override != "已当面核对" {
		t.Errorf("state %s, opened %q, sign-off %+v", f.Draft.State, o.Went, f.SignOffs[1])
	}
}

func TestAnIncompleteTextCannotBeSigned(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	text := o.File(id).Head.Text
	text.Imprint.Phone = ""
	_, err := o.Desk().Save(o.Context(), o.As(screentest.Editor), id, 2, text, "")
	o.OK(err)
	s := o.sit(screentest.Editor, id)
	if why := o.reason(s, "sign"); !strings.Contains(why, "还缺 1 项") {
		t.Errorf("sign: %q", why)
	}
	if p := s.problems(); len(p) != 1 || !strings.Contains(p[0], "电话") {
		t.Errorf("problems %q", p)
	}
	text.Imprint.Phone = "000-1"
	_, err = o.Desk().Save(o.Context(), o.As(screentest.Editor), id, 3, text, "")
	o.OK(err)
	o.run(s, "refresh")
	o.tickAll(s)
	o.run(s, "sign")
	if f := o.File(id); f.Standing(0) == nil || len(o.Told) != 1 || !strings.Contains(o.Told[0], "核稿") {
		t.Errorf("sign-offs %+v, told %q", f.SignOffs, o.Told)
	}
}
