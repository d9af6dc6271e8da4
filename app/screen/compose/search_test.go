package compose

import (
	"context"
	"testing"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

func TestSearchGoesThroughAllArticles(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	o.Run(s, "compose.add")
	s.fill(t, article(s, 1, doc.FieldArticleBody), "第三段文字。")
	if o.Reason(s, "compose.findnext") == "" {
		t.Error("a search that was not begun goes on")
	}
	o.Run(s, "compose.replace")
	s.search.pattern.SetText("文字")
	for _, want := range []string{"第 3 处，共 3 处", "第 1 处，共 3 处", "第 2 处，共 3 处", "第 3 处，共 3 处"} {
		o.Run(s, "compose.findnext")
		if got := s.search.count.Text; got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
	o.Run(s, "compose.findprevious")
	if got := s.search.count.Text; got != "第 2 处，共 3 处" {
		t.Errorf("backwards it says %q", got)
	}
	s.search.with.SetText("话")
	s.search.replaceAll()
	first := s.view(t, 0)
	if got := first.Text() + s.view(t, 1).Text(); got != "第一段话。\n第二段话。第三段话。" {
		t.Errorf("replaced to %q", got)
	}
	o.Run(s, "compose.undo")
	if got := first.Text() + s.view(t, 1).Text(); got != "第一段文字。\n第二段文字。第三段文字。" {
		t.Errorf("one undo leaves %q", got)
	}
	s.search.shut()
	if len(first.Marks(textview.SearchHit)) != 0 {
		t.Error("marks are left")
	}
}

func TestSearchFindsTitlesAndFields(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	s.fill(t, doc.Place{Field: doc.FieldPhone}, "街巷热线 12345")
	o.Run(s, "compose.find")
	s.search.pattern.SetText("街巷")
	var found []doc.FieldKey
	for range 2 {
		o.Run(s, "compose.findnext")
		found = append(found, s.search.page.order[s.search.at].Field)
	}
	if len(found) != 2 || found[0] != doc.FieldArticleTitle || found[1] != doc.FieldPhone {
		t.Errorf("found in %v", found)
	}
}

func TestReplacingAllAfterHandOverIsOneRevision(t *testing.T) {
	o := newOffice(t)
	id := o.handedBack()
	s := o.open(id)
	before := len(o.File(id).Revisions)
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	o.Run(s, "compose.replace")
	s.search.pattern.SetText("文字")
	s.search.with.SetText("话")
	s.search.replaceAll()
	f := o.File(id)
	if n := len(f.Revisions) - before; n != 2 {
		t.Fatalf("%d revisions, want one of what was written and one of the replacement", n)
	}
	was := must(o.Desk().Revision(context.Background(), id, f.Head.Seq-1)).Text.Articles[0]
	if was.Source != "环境处" || was.Texts()[0] != "第一段文字。" || f.Head.Text.Articles[0].Texts()[1] != "第二段话。" {
		t.Errorf("before %v, after %v", was, f.Head.Text.Articles[0].Texts())
	}
	o.Run(s, "compose.undo")
	if got := s.text.text.Articles[0].Texts()[1]; got != "第二段文字。" {
		t.Errorf("undone to %q", got)
	}
}

func TestUndoReachesOverSavingAndZooming(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	body := article(s, 0, doc.FieldArticleBody)
	s.fill(t, body, "改写过的文字")
	o.Run(s, "compose.save")
	o.Run(s, "compose.zoomin")
	for s.view(t, 0).Undo() {
	}
	if got := s.text.shown(body); got != "第一段文字。\n第二段文字。" {
		t.Errorf("undone to %q", got)
	}
}

func TestCommentsAreMarkedOnTheText(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	s.goTo(article(s, 0, doc.FieldArticleBody))
	s.view(t, 0).Select(buffer.Selection{From: at(0, 5), Caret: at(1, 3)})
	o.Run(s, "compose.comment")
	marks := s.view(t, 0).Marks(textview.Comment)
	if len(marks) != 1 || marks[0].Span != (buffer.Span{From: at(0, 5), To: at(0, 6)}) {
		t.Fatalf("marks %+v", marks)
	}
	s.side.turn(tabHistory)
	s.marked(marks[0])
	if s.side.tab != tabComments {
		t.Error("a click on the mark does not lead to the comments")
	}
	s.closeThread(o.File(id).Comments[0].ID, review.CommentResolved)
	if len(s.view(t, 0).Marks(textview.Comment)) != 0 {
		t.Error("a closed comment is marked")
	}
}
