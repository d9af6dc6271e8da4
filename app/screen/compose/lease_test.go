package compose

import (
	"strings"
	"testing"
	"time"

	"jianbao/app/pulse"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review"
)

func TestTheFirstKeyTakesTheArticleAndOnlyThat(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	leases := must(o.Desk().Pulse(t.Context())).Leases
	if len(leases) != 1 || leases[0].Article != first.page.text.text.Articles[0].ID || leases[0].Session != first.at.ID {
		t.Fatalf("taken: %+v", leases)
	}
	second.hear()
	if said := second.says(0); !strings.Contains(said, "李知远 正在写稿件一") || second.says(1) != "" {
		t.Errorf("above the articles: %q and %q", said, second.says(1))
	}
	second.types(t, 0, "乙")
	second.types(t, 1, "乙")
	if second.reads(0) != "第一篇的文字。" || second.reads(1) != "乙第二篇的文字。" {
		t.Errorf("the other wrote %q and %q", second.reads(0), second.reads(1))
	}
	first.hear()
	if first.says(0) != "" || !strings.Contains(first.says(1), "赵平 正在写") {
		t.Errorf("at the first: %q and %q", first.says(0), first.says(1))
	}
	if !strings.Contains(screentest.Reads(first.page.outline.content), "赵平 在写") {
		t.Error("the outline does not say who writes the second article")
	}
	if !strings.Contains(first.page.footer.Text, "您正在写") {
		t.Errorf("the status line says %q", first.page.footer.Text)
	}
}

func TestWhatTheHolderSavesComesInAndWhenHeLeavesOthersMayWrite(t *testing.T) {
	_, first, second := two(t)
	first.types(t, 0, "甲")
	second.hear()
	first.page.save()
	second.hear()
	if second.reads(0) != "甲第一篇的文字。" || second.says(0) == "" {
		t.Errorf("after the save the page reads %q under %q", second.reads(0), second.says(0))
	}
	if err := first.page.Leave(); err != nil {
		t.Fatal(err)
	}
	second.hear()
	second.types(t, 0, "乙")
	if second.says(0) != "" || second.reads(0) != "乙甲第一篇的文字。" {
		t.Errorf("after he left: %q under %q", second.reads(0), second.says(0))
	}
}

func TestASavedArticleIsGivenBackWhenTheWriterGoesOn(t *testing.T) {
	o, first, _ := two(t)
	first.types(t, 0, "甲")
	first.types(t, 1, "甲")
	if n := len(must(o.Desk().Pulse(t.Context())).Leases); n != 2 {
		t.Fatalf("%d leases while both articles are unsaved", n)
	}
	first.page.save()
	leases := must(o.Desk().Pulse(t.Context())).Leases
	if len(leases) != 1 || leases[0].Article != first.page.text.text.Articles[1].ID {
		t.Errorf("after the save: %+v", leases)
	}
}

func TestWhatWasTypedIntoAnothersArticleIsKept(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	second.types(t, 1, "乙")
	second.types(t, 0, "乙") // before any news
	if second.reads(0) != "乙第一篇的文字。" || !strings.Contains(second.says(0), "另存所写") {
		t.Fatalf("%q under %q", second.reads(0), second.says(0))
	}
	second.types(t, 0, "再写")
	if second.reads(0) != "乙第一篇的文字。" {
		t.Errorf("went on to %q", second.reads(0))
	}
	if !screentest.Tap(second.window.Canvas(), "另存所写") {
		t.Fatal("no button")
	}
	f := o.File(second.page.id)
	if len(f.Revisions) != 2 || f.Revisions[1].Cause != review.CauseAside {
		t.Fatalf("revisions %+v", f.Revisions)
	}
	if second.reads(0) != "第一篇的文字。" || second.reads(1) != "乙第二篇的文字。" || !strings.Contains(second.page.leases.said[0], "第 2 版") {
		t.Errorf("the page reads %q, %q and says %q", second.reads(0), second.reads(1), second.page.leases.said)
	}
}

func TestASavePutsOnlyWhatIsAnothersAside(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	second.types(t, 1, "乙")
	second.types(t, 0, "乙")
	second.page.save()
	f := o.File(second.page.id)
	if len(f.Revisions) != 3 || f.Revisions[1].Cause != review.CauseAside || f.Head.Seq != 3 {
		t.Fatalf("revisions %+v", f.Revisions)
	}
	if f.Head.Text.Articles[0].Body[0].Text != "第一篇的文字。" || f.Head.Text.Articles[1].Body[0].Text != "乙第二篇的文字。" {
		t.Errorf("the newest: %v", f.Head.Text.Articles)
	}
	first.hear()
	if first.reads(0) != "甲第一篇的文字。" || first.reads(1) != "乙第二篇的文字。" {
		t.Errorf("the first has %q and %q", first.reads(0), first.reads(1))
	}
}

func TestWhoIsAskedMayYield(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	second.hear()
	second.tap(t, "请他让出")
	if !strings.Contains(second.says(0), "已请他让出") {
		t.Errorf("who asked reads %q", second.says(0))
	}
	first.hear()
	if len(first.page.leases.open) != 1 || !strings.Contains(first.page.leases.open[0], "赵平 想写稿件一") {
		t.Fatalf("who is asked reads %q", first.page.leases.open)
	}
	first.tap(t, "再写一会儿")
	first.hear()
	if len(first.page.leases.open) != 0 {
		t.Errorf("put off, and still %q", first.page.leases.open)
	}
	first.page.giveUp(first.page.text.text.Articles[0].ID)
	second.hear()
	if f := o.File(first.page.id); f.Head.Text.Articles[0].Body[0].Text != "甲第一篇的文字。" {
		t.Error("yielded without a save")
	}
	first.hear()
	if second.reads(0) != "甲第一篇的文字。" || second.says(0) != "" || !strings.Contains(first.says(0), "赵平 正在写") {
		t.Errorf("now %q, %q and %q", second.reads(0), second.says(0), first.says(0))
	}
}

func TestWhoDoesNotAnswerIsRelieved(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	first.page.keep.now()
	second.hear()
	second.tap(t, "请他让出")
	o.Ahead = review.Patience
	first.hear()
	second.hear()
	o.wait() // the minute is over
	second.tap(t, "接手")
	f := o.File(first.page.id)
	if len(f.Revisions) != 2 || f.Revisions[1].Cause != review.CauseAside || f.Revisions[1].Author != first.who.Person().ID {
		t.Fatalf("revisions %+v", f.Revisions)
	}
	if said := second.page.leases.said; len(said) != 1 || !strings.Contains(said[0], "第 2 版") {
		t.Errorf("who took over reads %q", said)
	}
	second.types(t, 0, "乙")
	first.hear()
	if said := first.says(0); !strings.Contains(said, "赵平") || !strings.Contains(said, "接手了稿件一") || !strings.Contains(said, "第 2 版") || !strings.Contains(said, "看那一版") {
		t.Errorf("who was relieved reads %q", said)
	}
	if first.reads(0) != "第一篇的文字。" || second.reads(0) != "乙第一篇的文字。" {
		t.Errorf("the pages read %q and %q", first.reads(0), second.reads(0))
	}
}

func TestWhatWasTypedJustBeforeBeingRelievedIsKeptToo(t *testing.T) {
	o, first, second := two(t)
	first.types(t, 0, "甲")
	first.page.keep.now()
	second.hear()
	second.page.want(second.page.text.text.Articles[0].ID)
	o.Ahead = review.Patience
	first.hear()
	first.types(t, 0, "丙")
	second.hear()
	second.page.ripen(second.page.text.text.Articles[0].ID)
	second.tap(t, "接手")
	first.hear()
	f := o.File(first.page.id)
	if len(f.Revisions) != 3 || must(o.Desk().Revision(t.Context(), f.Draft.ID, 3)).Text.Articles[0].Body[0].Text != "丙甲第一篇的文字。" {
		t.Errorf("revisions %+v", f.Revisions)
	}
}

func TestASleeperTakesHisArticleAgain(t *testing.T) {
	o, first, _ := two(t)
	first.types(t, 0, "甲")
	o.Ahead = 2 * review.Silence
	n := pulse.News{What: pulse.Leases}
	first.page.Follow(n) // nobody has it
	leases := must(o.Desk().Pulse(t.Context())).Leases
	if len(leases) != 1 || leases[0].Session != first.at.ID {
		t.Errorf("after waking: %+v", leases)
	}
}

func TestALeaseThatCouldNotBeTakenIsTakenLater(t *testing.T) {
	o, first, _ := two(t)
	o.Cut(review.ErrLost)
	first.types(t, 0, "甲")
	if first.reads(0) != "甲第一篇的文字。" {
		t.Fatalf("reads %q", first.reads(0))
	}
	o.Cut(nil)
	o.wait()
	if leases := must(o.Desk().Pulse(t.Context())).Leases; len(leases) != 1 {
		t.Errorf("taken later: %+v", leases)
	}
}

func TestReplacingAllLeavesWhatOthersWrite(t *testing.T) {
	_, first, second := two(t)
	first.types(t, 0, "甲")
	second.hear()
	second.page.search.open(true)
	second.page.search.pattern.SetText("文字")
	second.page.search.with.SetText("内容")
	second.page.search.replaceAll()
	if second.reads(0) != "第一篇的文字。" || second.reads(1) != "第二篇的内容。" {
		t.Errorf("reads %q and %q", second.reads(0), second.reads(1))
	}
	if said := second.page.search.count.Text; !strings.Contains(said, "有 1 处在别人正在写的稿件里") {
		t.Errorf("says %q", said)
	}
}

func TestUndoPassesWhatOthersWrite(t *testing.T) {
	_, first, second := two(t)
	second.types(t, 1, "乙")
	first.types(t, 0, "甲")
	first.page.save()
	second.hear() // the save is a thought of the second's page
	second.page.undo()
	if second.reads(1) != "第二篇的文字。" || second.reads(0) != "甲第一篇的文字。" {
		t.Errorf("undone to %q and %q", second.reads(1), second.reads(0))
	}
	if why := second.page.whyNotUndo(); !strings.Contains(why, "别人正在写") {
		t.Errorf("more can be undone: %q", why)
	}
	second.page.redo()
	if second.reads(1) != "乙第二篇的文字。" {
		t.Errorf("done again: %q", second.reads(1))
	}
}

func TestAnArticleThatAnotherWritesIsNeitherMovedNorRemoved(t *testing.T) {
	_, first, second := two(t)
	first.types(t, 0, "甲")
	id := second.page.text.text.Articles[0].ID
	second.page.askRemove(id) // before any news
	if len(second.page.text.text.Articles) != 2 || len(second.page.leases.said) == 0 {
		t.Error("removed")
	}
	second.hear()
	second.page.moveArticle(id, 1)
	if second.page.text.text.Articles[0].ID != id {
		t.Error("moved")
	}
	second.page.addArticle()
	if len(second.page.text.text.Articles) != 3 {
		t.Error("adding one takes nothing from anybody, and was refused")
	}
}

func TestWithoutASessionThereAreNoLeases(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	s.Follow(pulse.News{What: pulse.Leases, Leases: []review.Lease{{Draft: s.id, Person: "x", Session: "y", Since: time.Now()}}})
	if len(s.rights.mine)+len(s.rights.others)+len(s.rights.asked) != 0 || len(s.page.told) != 0 {
		t.Errorf("%+v", s.rights)
	}
}

// tap clicks a button of the seat.
func (s *seat) tap(t *testing.T, title string) {
	t.Helper()
	if !screentest.Tap(s.window.Canvas(), title) {
		t.Fatalf("no button %s in\n%s", title, screentest.Reads(s.window.Canvas().Content()))
	}
}

func TestANewerTextIsToldByItsRevision(t *testing.T) {
	edit := func(id review.DraftID, seq string, cause review.Cause) review.Event {
		return review.Event{Draft: id, Action: review.ActEdit, Detail: map[string]string{"revision": seq, "cause": string(cause)}}
	}
	n := pulse.News{Events: []review.Event{edit("a", "4", review.CauseSave), edit("b", "9", review.CauseSave),
		edit("a", "5", review.CauseAside), {Draft: "a", Action: review.ActComment}}}
	if got := savedLast(n, "a"); got != 4 {
		t.Errorf("the newest revision is %d, want 4", got)
	}
	if got := savedLast(n, "c"); got != 0 {
		t.Errorf("a draft nobody saved has revision %d", got)
	}
}
