package compose

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review"
)

func article(s *Screen, i int, key doc.FieldKey) doc.Place {
	return doc.Place{Field: key, Article: s.text.text.Articles[i].ID}
}

func TestWhatIsTypedIsKept(t *testing.T) {
	o := newOffice(t)
	id := o.begin()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleTitle), "街巷整治\n动员会召开")
	s.fill(t, article(s, 0, doc.FieldArticleBody), "第一段。\n一、第二段")
	if got := o.File(id).Workings; len(got) != 0 {
		t.Fatalf("kept before its time: %v", got)
	}
	if len(o.later) != 1 {
		t.Fatalf("%d saves put off for one run of typing, want 1", len(o.later))
	}
	o.wait()
	mine := o.File(id).Working(o.Actor().Person().ID)
	if mine == nil {
		t.Fatal("no unsaved copy was kept")
	}
	a := mine.Text.Articles[0]
	if a.Title != "街巷整治\n动员会召开" || strings.Join(a.Texts(), "|") != "第一段。|一、第二段" || a.Body[1].Level != doc.Level1 {
		t.Errorf("kept %q %q", a.Title, a.Texts())
	}
	if got := s.Safe(); !strings.HasPrefix(got, "已自动保存") {
		t.Errorf("light says %q", got)
	}
}

func TestParagraphsKeepTheirIDs(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	before := s.text.text.Articles[0].Body
	body := s.view(t, 0)
	body.Select(buffer.At(at(0, 6)))
	body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	after := s.text.text.Articles[0].Body
	if len(after) != 3 || after[0].ID != before[0].ID || after[2].ID != before[1].ID {
		t.Errorf("paragraphs %v became %v", before, after)
	}
}

func TestMissingPartsAreListedAndFound(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.begin())
	if len(s.outline.missing) != 4 {
		t.Fatalf("missing %v, want date, title, body and source", s.outline.said)
	}
	for i, want := range []doc.FieldKey{doc.FieldDate, doc.FieldArticleTitle, doc.FieldArticleBody, doc.FieldArticleSource, doc.FieldDate} {
		o.Run(s, "compose.next")
		if got := s.page.focus.Field; got != want {
			t.Errorf("step %d goes to %s, want %s", i, got, want)
		}
		if o.Window().Canvas().Focused() != s.page.entries[s.page.focus].field {
			t.Errorf("step %d does not set the caret", i)
		}
	}
}

func TestSubmitIsRefusedWithASentenceThenDone(t *testing.T) {
	o := newOffice(t)
	id := o.begin()
	s := o.open(id)
	if why := o.Reason(s, "compose.submit"); !strings.Contains(why, "还缺 4 项") {
		t.Errorf("refused with %q", why)
	}
	s.fill(t, doc.Place{Field: doc.FieldDate}, "2026年3月3日")
	s.fill(t, article(s, 0, doc.FieldArticleTitle), "街巷整治动员会召开")
	s.fill(t, article(s, 0, doc.FieldArticleBody), "正文。")
	s.fill(t, article(s, 0, doc.FieldArticleSource), "综合处")
	o.Run(s, "compose.submit")
	f := o.File(id)
	if f.Draft.State != review.Reviewing || f.Head.Text.Masthead.Date != (doc.Date{Year: 2026, Month: 3, Day: 3}) {
		t.Fatalf("state %s, date %v", f.Draft.State, f.Head.Text.Masthead.Date)
	}
	if len(f.Workings) != 0 || len(o.Failed) != 0 {
		t.Errorf("left behind: %v, told: %v", f.Workings, o.Failed)
	}
	if !s.page.readOnly || !strings.Contains(s.notices.said[0], "轮到责编") {
		t.Errorf("after handing over the page says %q", s.notices.said)
	}
	o.wait()
	if got := o.File(id).Workings; len(got) != 0 {
		t.Error("a late autosave brought the unsaved copy back")
	}
}

func TestTheNextRoleIsNamed(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	c, _ := s.Commands().Find("compose.submit")
	if got := c.Title(o.Words().T); got != "送责编" || !c.Primary {
		t.Errorf("title %q, primary %v", got, c.Primary)
	}
}

func TestAnUnreadableDateIsSaidAndHeld(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	date := doc.Place{Field: doc.FieldDate}
	s.fill(t, date, "2026-13-40")
	if said := s.page.entries[date].said; !strings.Contains(said, "不是一个日期") {
		t.Errorf("under the field: %q", said)
	}
	if o.Reason(s, "compose.submit") == "" {
		t.Error("the text may be handed over with a date nobody can read")
	}
	o.Run(s, "compose.zoomin")
	if got := s.page.entries[date].field.Text(); got != "2026-13-40" {
		t.Errorf("after zooming the field shows %q", got)
	}
	if err := s.Leave(); err == nil || !strings.Contains(o.Words().Error(err), "印发日期") {
		t.Errorf("left with %v", err)
	}
	s.fill(t, date, "2026-3-5")
	if err := s.Leave(); err != nil || s.page.entries[date].said != "" {
		t.Errorf("mended, and yet %v %q", err, s.page.entries[date].said)
	}
}

func TestUnsavedCopyIsTakenUpAndSaid(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	if err := s.Leave(); err != nil {
		t.Fatal(err)
	}
	again := o.open(id)
	if got := again.text.text.Articles[0].Source; got != "环境处" {
		t.Errorf("goes on with %q", got)
	}
	if len(again.notices.said) != 1 || !strings.Contains(again.notices.said[0], "没有存成版") {
		t.Errorf("says %q", again.notices.said)
	}
	o.Run(again, "compose.discard")
	if got := again.text.text.Articles[0].Source; got != "综合处" || len(o.File(id).Workings) != 0 {
		t.Errorf("after discarding: %q", got)
	}
}

func TestNeitherOfTwoWritersIsOverwritten(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	o.wait()
	other := o.File(id).Head.Text.Clone()
	other.Articles[0].Source = "交通处"
	second := must(o.Desk().AddPerson(context.Background(), "赵平", []review.Role{review.RoleDrafter}, ""))
	must(o.Desk().Save(context.Background(), must(o.Desk().As(context.Background(), second.Name)), id, 1, other, ""))

	again := o.open(id)
	if len(again.meeting.conflicts) != 1 || !strings.Contains(again.notices.open[0], "赵平") || !strings.Contains(again.notices.open[0], "交通处") {
		t.Errorf("says %q", again.notices.open)
	}
	if got := again.text.text.Articles[0].Source; got != "环境处" {
		t.Errorf("the page shows %q", got)
	}
	again.discard()
	f := o.File(id)
	if len(f.Revisions) != 3 || f.Revisions[2].Cause != review.CauseAside || f.Head.Text.Articles[0].Source != "交通处" {
		t.Errorf("revisions %v", f.Revisions)
	}
	if got := again.text.text.Articles[0].Source; got != "交通处" || !strings.Contains(again.notices.said[0], "旁支版本") || len(again.notices.open) != 0 {
		t.Errorf("page shows %q and says %q", got, again.notices.said)
	}
}

func TestDemandsAreAnsweredInPlace(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	ctx := context.Background()
	must(o.Desk().Submit(ctx, o.Actor(), id))
	o.Sit("王敏")
	must(o.Desk().Return(ctx, o.Actor(), id, review.ToDrafting, "数字不实", []review.DemandText{{Text: "核对数字"}, {Text: "压缩导语"}}))
	o.Sit("李知远")
	s := o.open(id)
	if s.side.tab != tabDemands || o.Reason(s, "compose.submit") == "" {
		t.Error("open demands are neither shown nor in the way")
	}
	s.answer(1, review.AnswerDone)
	s.answer(2, review.AnswerDeclined)
	f := o.File(id)
	if f.Demands[0].Answer != review.AnswerDone || f.Demands[1].Answer != review.AnswerDeclined || f.Demands[1].Note != o.Answer {
		t.Errorf("answers %+v", f.Demands)
	}
	o.Run(s, "compose.submit")
}

func TestCommentIsTiedToTheSelectedWords(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	if o.Reason(s, "compose.comment") == "" {
		t.Error("a remark on nothing is possible")
	}
	body := article(s, 0, doc.FieldArticleBody)
	s.goTo(body)
	s.view(t, 0).Select(buffer.Selection{From: at(1, 2), Caret: at(1, 5)})
	o.Run(s, "compose.comment")
	f := o.File(id)
	if len(f.Comments) != 1 || f.Comments[0].Anchor.Quote != "段文字" || !f.Head.Text.Holds(f.Comments[0].Anchor) {
		t.Fatalf("comments %+v", f.Comments)
	}
	s.reply(f.Comments[0].ID)
	s.closeThread(f.Comments[0].ID, review.CommentDeclined)
	f = o.File(id)
	if len(f.Comments) != 2 || f.Comments[0].Status != review.CommentDeclined || f.Comments[0].Reason != o.Answer {
		t.Errorf("comments %+v", f.Comments)
	}
}

func TestRestoringLosesNothing(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	s.askRestore(1)
	f := o.File(id)
	if len(f.Revisions) != 3 || f.Head.Text.Articles[0].Source != "综合处" || f.Revisions[1].Cause != review.CauseSave {
		t.Errorf("revisions %+v", f.Revisions)
	}
	if got := s.page.entries[article(s, 0, doc.FieldArticleSource)].field.Text(); got != "综合处" {
		t.Errorf("page shows %q", got)
	}
}

func TestArticlesAreAddedMovedRemoved(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.goTo(article(s, 0, doc.FieldArticleBody))
	o.Run(s, "compose.add")
	s.fill(t, s.page.focus, "第二篇")
	o.Run(s, "compose.up")
	if got := s.text.text.Articles[0].Title; got != "第二篇" {
		t.Errorf("first article is %q", got)
	}
	o.Run(s, "compose.remove")
	if n := len(s.text.text.Articles); n != 1 || len(o.Asked) != 1 {
		t.Errorf("%d articles, asked %q", n, o.Asked)
	}
	if rev := must(o.Desk().Revision(context.Background(), id, 2)); len(rev.Text.Articles) != 2 {
		t.Error("the removed article cannot be had back")
	}
}

func TestFrozenPageCannotBeWrittenOn(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	must(o.Desk().Submit(context.Background(), o.Actor(), id))
	s := o.open(id)
	field := s.page.entries[article(s, 0, doc.FieldArticleBody)].field
	before := field.Text()
	field.TypedRune('改')
	if field.Text() != before || s.text.edits > 1 {
		t.Error("a page that is not this person's turn was written on")
	}
	if len(s.notices.said) != 1 || !strings.Contains(s.notices.said[0], "轮到责编") {
		t.Errorf("says %q", s.notices.said)
	}
	if o.Reason(s, "compose.save") == "" {
		t.Error("saving is offered")
	}
}

func TestWhatIsTypedDuringHandingOverIsKept(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	var done []func()
	at := article(s, 0, doc.FieldArticleSource)
	s.work(s.text.snapshot(), func(d *review.Desk, who review.Actor) error {
		s.fill(t, at, "环境处") // typed while the desk works
		return nil
	}, func() { done = append(done, func() { s.arrive(snapshot{}, o.File(id)) }) })
	done[0]()
	if got := s.text.text.Articles[0].Source; got != "环境处" || len(s.notices.said) != 1 {
		t.Errorf("source %q, said %q", got, s.notices.said)
	}
}
