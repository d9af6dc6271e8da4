package compose

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/journal"
)

// colleague is somebody else who may write on the drafts of the office.
func (o *office) colleague() review.Actor {
	ctx := context.Background()
	if who, err := o.Desk().As(ctx, "赵平"); err == nil {
		return who
	}
	must(o.Desk().AddPerson(ctx, "赵平", []review.Role{review.RoleDrafter}, ""))
	return must(o.Desk().As(ctx, "赵平"))
}

// elsewhere saves a change of the newest text at another desk.
func (o *office) elsewhere(id review.DraftID, change func(*doc.Bulletin)) {
	o.Helper()
	text := o.File(id).Head.Text.Clone()
	change(&text)
	_, err := o.Desk().Save(context.Background(), o.colleague(), id, o.File(id).Head.Seq, text, "")
	o.OK(err)
}

func setParagraph(i int, text string) func(*doc.Bulletin) {
	return func(b *doc.Bulletin) { b.Articles[0].Body[i].Text = text }
}

// types types at the end of a paragraph of the first body.
func (s *Screen) types(t testing.TB, paragraph buffer.Paragraph, text string) {
	t.Helper()
	view := s.view(t, 0)
	s.page.goTo(doc.Place{Field: doc.FieldArticleBody, Article: s.text.text.Articles[0].ID})
	view.Select(buffer.At(at(paragraph, view.Buffer().Runes(paragraph))))
	for _, r := range text {
		view.TypedRune(r)
	}
	view.Flush()
}

func (s *Screen) reads() string { return strings.Join(s.text.text.Articles[0].Texts(), "/") }

// tick lets what is due now happen once; what that puts off waits.
func (o *office) tick() {
	due := o.later
	o.later = nil
	for _, do := range due {
		do()
	}
}

func TestTypingGoesOnWhileTheServerIsOutOfReach(t *testing.T) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	o.Cut(review.ErrLost)
	for i := range 50 {
		s.types(t, 0, string(rune('一'+i)))
		o.tick()
		if got := s.Safe(); !strings.Contains(got, "与数据库断开 · 所写已存在本机") {
			t.Fatalf("after %d keys the light says %q", i+1, got)
		}
	}
	if len(o.Failed) > 0 {
		t.Errorf("told %q while typing", o.Failed)
	}
	kept, err := o.Journal().Get(id, o.Actor().Person().ID)
	if err != nil || !sameText(kept.Text, s.text.text) {
		t.Errorf("the journal has %q, %v", kept.Text.Articles[0].Texts(), err)
	}
	s.save()
	if len(o.Failed) != 1 || s.text.edits == 0 {
		t.Errorf("saving while cut off says %q", o.Failed)
	}
	o.Cut(nil)
	o.tick()
	if got := s.Safe(); !strings.Contains(got, "已自动保存") {
		t.Errorf("the light says %q", got)
	}
	mine := o.File(id).Working(o.Actor().Person().ID)
	if mine == nil || !sameText(mine.Text, s.text.text) {
		t.Error("the store has something else")
	}
	if _, err := o.Journal().Get(id, o.Actor().Person().ID); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("the journal still has it: %v", err)
	}
}

func TestWhatOthersSavedMeanwhileComesInOnReturn(t *testing.T) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	o.elsewhere(id, setParagraph(1, "第二段他改过的文字。"))
	o.Cut(review.ErrLost)
	s.types(t, 0, "我写的。")
	o.tick()
	o.Cut(nil)
	o.tick()
	if got := s.reads(); got != "第一段文字。我写的。/第二段他改过的文字。" || s.text.base != 2 {
		t.Errorf("the page reads %q on revision %d", got, s.text.base)
	}
	if len(s.notices.said) != 1 || !strings.Contains(s.notices.said[0], "赵平存了新版（现为第 2 版），其中 1 处改动") {
		t.Errorf("says %q", s.notices.said)
	}
	if got := s.view(t, 0).Selection().Caret; got != at(0, 10) {
		t.Errorf("the caret went to %v", got)
	}
	s.undo()
	if got := s.reads(); got != "第一段文字。我写的。/第二段文字。" {
		t.Errorf("taken back to %q", got)
	}
	s.redo()
	o.wait()
	s.save()
	if f := o.File(id); f.Head.Seq != 3 || strings.Join(f.Head.Text.Articles[0].Texts(), "/") != "第一段文字。我写的。/第二段他改过的文字。" {
		t.Errorf("saved as %d: %q", f.Head.Seq, f.Head.Text.Articles[0].Texts())
	}
}

func TestWhereBothChangedTheSameNothingIsOverwritten(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "我写的。")
	o.wait()
	o.elsewhere(id, setParagraph(0, "第一段文字。他写的。"))
	s.savedElsewhere(2)
	if got := s.reads(); got != "第一段文字。我写的。/第二段文字。" || len(s.meeting.conflicts) != 1 {
		t.Fatalf("the page reads %q with %d conflicts", got, len(s.meeting.conflicts))
	}
	o.Says("您和赵平改了同一处", "我写的。", "他写的。", "用我的", "用对方的", "另存一稿")
	o.Run(s, "compose.submit")
	if last := o.Asked[len(o.Asked)-1]; !strings.Contains(last, "还有冲突没有定") {
		t.Errorf("handing over asked %q", last)
	}
}

func TestTheirsCanBeTakenAndTakenBack(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "我写的。")
	o.wait()
	o.elsewhere(id, setParagraph(0, "第一段文字。他写的。"))
	s.savedElsewhere(2)
	o.Tap("用对方的")
	if got := s.reads(); got != "第一段文字。他写的。/第二段文字。" || len(s.meeting.conflicts)+len(s.notices.open) != 0 {
		t.Errorf("the page reads %q, %d conflicts", got, len(s.meeting.conflicts))
	}
	s.undo()
	if got := s.reads(); got != "第一段文字。我写的。/第二段文字。" {
		t.Errorf("taken back to %q", got)
	}
}

func TestSavingBringsInWhatOthersSavedFirst(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "我写的。")
	o.elsewhere(id, func(b *doc.Bulletin) { b.Articles[0].Source = "环境处" })
	s.save()
	f := o.File(id)
	if f.Head.Seq != 3 || f.Head.Parent != 2 || f.Head.Text.Articles[0].Source != "环境处" || f.Head.Text.Articles[0].Body[0].Text != "第一段文字。我写的。" {
		t.Errorf("revision %d on %d reads %q", f.Head.Seq, f.Head.Parent, f.Head.Text.Articles[0].Texts())
	}
}

func TestArticlesOfOthersComeAndGo(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "我写的。")
	o.elsewhere(id, func(b *doc.Bulletin) {
		b.Articles = append(b.Articles, doc.Article{ID: "new", Title: "又一篇", Body: []doc.Paragraph{doc.NewParagraph("他的。")}})
	})
	s.savedElsewhere(2)
	o.Says("又一篇", "他的。")
	s.undo()
	o.Hides("又一篇")
	s.undo()
	if got := s.reads(); got != "第一段文字。/第二段文字。" {
		t.Errorf("taken back to %q", got)
	}
}

func TestAKeyTypedWhileTextsAreJoinedIsNotLost(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	slow := &slowShell{office: o}
	s := New(slow, id)
	s.keep.store.after, s.echo.after = afterLater(o), afterLater(o)
	o.Open(s)
	slow.run()
	o.elsewhere(id, setParagraph(1, "第二段他改过的文字。"))
	s.savedElsewhere(2)
	pop(&slow.tasks) // fetched; the texts are being joined
	s.types(t, 0, "正在写。")
	slow.run()
	if got := s.reads(); got != "第一段文字。正在写。/第二段他改过的文字。" {
		t.Errorf("the page reads %q", got)
	}
}

func TestWhatOneReadsStaysWhereItIs(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	o.elsewhere(id, func(b *doc.Bulletin) {
		for range 30 {
			b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph("一段不长不短的文字，占一行。"))
		}
	})
	for _, caret := range []buffer.Paragraph{0, 20} { // out of sight, in sight
		s := o.open(id)
		o.Window().Resize(fyne.NewSize(1366, 500))
		view := s.view(t, 0)
		s.page.goTo(doc.Place{Field: doc.FieldArticleBody, Article: s.text.text.Articles[0].ID})
		view.Select(buffer.At(at(caret, 1)))
		s.page.scroll.ScrollToOffset(fyne.NewPos(0, s.page.topOf(view)+s.page.scroll.Offset.Y+view.TopOf(at(18, 0))))
		before := s.page.heightOf(view, at(20, 1))
		o.elsewhere(id, func(b *doc.Bulletin) {
			b.Articles[0].Body = append([]doc.Paragraph{b.Articles[0].Body[0], doc.NewParagraph("插进来的一段。")}, b.Articles[0].Body[1:]...)
		})
		s.savedElsewhere(o.File(id).Head.Seq)
		if after := s.page.heightOf(view, at(21, 1)); after != before || s.view(t, 0) != view {
			t.Errorf("with the caret in paragraph %d what stood at %v stands at %v", caret, before, after)
		}
		if want := at(caret+min(caret, 1), 1); view.Selection().Caret != want {
			t.Errorf("the caret went to %v, want %v", view.Selection().Caret, want)
		}
	}
}

func TestWhatWasSavedDuringAUseCaseIsNotMissed(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	slow := &slowShell{office: o}
	s := New(slow, id)
	o.Open(s)
	slow.run()
	s.work(snapshot{}, func(*review.Desk, review.Actor) error { return nil }, func() {})
	o.elsewhere(id, setParagraph(1, "第二段他改过的文字。"))
	s.savedElsewhere(2)
	slow.run()
	if got := s.reads(); got != "第一段文字。/第二段他改过的文字。" {
		t.Errorf("the page reads %q", got)
	}
}

func TestASecondChangeOfTheSamePlaceTakesThePlaceOfTheFirst(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	for i, theirs := range []string{"交通处", "农业处"} {
		o.elsewhere(id, func(b *doc.Bulletin) { b.Articles[0].Source = theirs })
		s.savedElsewhere(i + 2)
	}
	if len(s.meeting.conflicts) != 1 {
		t.Fatalf("%d conflicts", len(s.meeting.conflicts))
	}
	o.Tap("用对方的")
	if got := s.text.text.Articles[0].Source; got != "农业处" {
		t.Errorf("the page reads %q", got)
	}
}

func TestAReadOnlyPageShowsTheNewestText(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	must(o.Desk().Submit(context.Background(), o.Actor(), id))
	s := o.open(id)
	o.Window().Resize(fyne.NewSize(1366, 400))
	s.page.scroll.ScrollToOffset(fyne.NewPos(0, 60))
	o.Sit("王敏")
	text := o.File(id).Head.Text.Clone()
	setParagraph(0, "责编改过。")(&text)
	must(o.Desk().Save(context.Background(), o.Actor(), id, o.File(id).Head.Seq, text, ""))
	o.Sit("李知远")
	s.savedElsewhere(o.File(id).Head.Seq)
	if got := s.reads(); got != "责编改过。/第二段文字。" || s.page.scroll.Offset.Y != 60 {
		t.Errorf("reads %q at %v", got, s.page.scroll.Offset)
	}
}

func TestALostAnswerToASaveIsNoConflict(t *testing.T) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "我写的。")
	o.wait()
	o.Unsure()
	s.save()
	if len(o.Failed) != 1 {
		t.Fatalf("told %q", o.Failed)
	}
	s.types(t, 1, "再写。")
	s.save()
	if f := o.File(id); f.Head.Seq != 3 || f.Head.Parent != 2 || len(s.meeting.conflicts) != 0 {
		t.Errorf("revision %d on %d, %d conflicts", f.Head.Seq, f.Head.Parent, len(s.meeting.conflicts))
	}
}

// killed is an office whose program ended while it was cut off: the journal has
// what was written.
func killed(t *testing.T) (*office, review.DraftID) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	s.types(t, 0, "断线前。")
	o.wait()
	o.Cut(review.ErrLost)
	s.types(t, 0, "断线后。")
	o.tick()
	o.later = nil // nothing of the former program happens any more
	o.Cut(nil)
	return o, id
}

func TestWhatWasWrittenBeforeAKillIsBroughtIn(t *testing.T) {
	o, id := killed(t)
	brought, err := BringIn(context.Background(), o.Journal(), o.Desk(), o.Actor(), "")
	if err != nil || len(brought.Drafts) != 1 {
		t.Fatalf("%+v, %v", brought, err)
	}
	s := Recover(o, id)
	o.Open(s)
	o.Says("程序上次没有正常关闭", "断线后")
	if got := s.reads(); got != "第一段文字。断线前。断线后。/第二段文字。" {
		t.Errorf("the page reads %q", got)
	}
	if left := must(o.Journal().List()); len(left) != 0 {
		t.Errorf("%d entries are left", len(left))
	}
}

func TestAWeekLaterItIsTheSame(t *testing.T) {
	o, id := killed(t)
	for range 3 {
		o.elsewhere(id, func(b *doc.Bulletin) { b.Articles[0].Body[1].Text += "又改。" })
	}
	s := o.open(id)
	if got := s.reads(); got != "第一段文字。断线前。断线后。/第二段文字。又改。又改。又改。" || s.text.base != 4 {
		t.Errorf("the page reads %q on revision %d", got, s.text.base)
	}
}

func TestWhatOneWroteElsewhereSinceIsNotReplaced(t *testing.T) {
	o, id := killed(t)
	other := o.File(id).Head.Text.Clone()
	setParagraph(0, "在办公室写的。")(&other)
	o.OK(o.Desk().Autosave(context.Background(), o.Actor(), id, 1, other))
	s := o.open(id)
	if got := s.reads(); got != "在办公室写的。/第二段文字。" {
		t.Errorf("the page reads %q", got)
	}
	aside := must(o.Desk().Revision(context.Background(), id, 2))
	if aside.Cause != review.CauseAside || aside.Text.Articles[0].Body[0].Text != "第一段文字。断线前。断线后。" {
		t.Errorf("revision 2 is %s: %q", aside.Cause, aside.Text.Articles[0].Texts())
	}
	if !strings.Contains(strings.Join(s.notices.said, ""), "旁支版本") {
		t.Errorf("says %q", s.notices.said)
	}
}

func TestWhatOneWroteElsewhereWhileAPageWasCutOffStandsAside(t *testing.T) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	o.Cut(review.ErrLost)
	s.types(t, 0, "断线时写的。")
	o.tick()
	o.Cut(nil)
	other := o.File(id).Head.Text.Clone()
	setParagraph(1, "在办公室写的。")(&other)
	o.OK(o.Desk().Autosave(context.Background(), o.Actor(), id, 1, other))
	o.tick()
	f := o.File(id)
	if aside := f.Revisions[len(f.Revisions)-1]; aside.Cause != review.CauseAside || !sameText(must(o.Desk().Revision(context.Background(), id, aside.Seq)).Text, other) {
		t.Errorf("the last revision is %+v", aside)
	}
	if mine := f.Working(o.Actor().Person().ID); mine == nil || !sameText(mine.Text, s.text.text) {
		t.Error("the page is not kept")
	}
}

func TestWithoutRoomForAJournalTheStoreHasIt(t *testing.T) {
	o := newOffice(t)
	o.OnServer()
	id := o.complete()
	s := o.open(id)
	s.keep.near.prepare = func() (int, func() error) {
		return s.text.edits, func() error { return review.ErrFull }
	}
	s.types(t, 0, "写。")
	o.tick()
	if mine := o.File(id).Working(o.Actor().Person().ID); mine == nil || !sameText(mine.Text, s.text.text) {
		t.Error("nothing is kept")
	}
	if err := s.Leave(); err != nil {
		t.Error(err)
	}
}

func TestTheJournalOfAnotherPersonIsLeftAlone(t *testing.T) {
	o, id := killed(t)
	o.OK(o.Journal().Put(journal.Entry{Draft: id, Person: "别人", Base: 1, Text: o.File(id).Head.Text}))
	if _, err := BringIn(context.Background(), o.Journal(), o.Desk(), o.Actor(), ""); err != nil {
		t.Fatal(err)
	}
	if left := must(o.Journal().List()); len(left) != 1 || left[0].Person != "别人" {
		t.Errorf("left %+v", left)
	}
}
