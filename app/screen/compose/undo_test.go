package compose

import (
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
)

// undoKey presses Ctrl+Z where the focus is.
func (o *office) undoKey(t *testing.T) {
	t.Helper()
	focused, ok := o.Window().Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		t.Fatal("nothing has the focus")
	}
	focused.TypedShortcut(&fyne.ShortcutUndo{})
}

func TestUndoTakesBackTheLastThoughtWhereverItWas(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	title, body, phone := article(s, 0, doc.FieldArticleTitle), article(s, 0, doc.FieldArticleBody), doc.Place{Field: doc.FieldPhone}
	write := func(at doc.Place, text string) {
		s.goTo(at)
		for _, r := range text {
			s.page.entries[at].field.TypedRune(r)
		}
		s.page.entries[at].field.Text()
	}
	s.view(t, 0).Select(buffer.At(at(1, 5)))
	was := s.text.shown(phone)
	write(title, "甲")
	write(body, "乙")
	write(phone, "5")
	write(body, "丙")
	o.Run(s, "compose.save")
	steps := []struct {
		at   doc.Place
		want string
	}{{body, "第一段文字。\n第二段文字乙。"}, {phone, was}, {body, "第一段文字。\n第二段文字。"}, {title, "街巷整治动员会召开"}}
	for i, step := range steps {
		o.undoKey(t)
		if got := s.text.shown(step.at); got != step.want || s.page.focus != step.at {
			t.Errorf("step %d: %q in %s, want %q in %s", i, got, s.page.focus.Field, step.want, step.at.Field)
		}
	}
	for range steps {
		o.Run(s, "compose.redo")
	}
	if got := s.text.shown(body); got != "第一段文字。\n第二段文字乙丙。" || s.text.shown(phone) == was {
		t.Errorf("redone to %q", got)
	}
	if o.Reason(s, "compose.redo") == "" {
		t.Error("there is more to redo")
	}
}

func TestUndoBringsAnArticleBack(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	s.goTo(article(s, 0, doc.FieldArticleBody))
	o.Run(s, "compose.add")
	second := article(s, 1, doc.FieldArticleBody)
	s.fill(t, second, "第三段文字。")
	s.goTo(second)
	o.Run(s, "compose.up")
	o.Run(s, "compose.remove")
	if n := len(s.text.text.Articles); n != 1 {
		t.Fatalf("%d articles", n)
	}
	o.undoKey(t)
	if got := s.text.text.Articles[0].Texts(); len(s.text.text.Articles) != 2 || got[0] != "第三段文字。" {
		t.Fatalf("brought back %q", got)
	}
	o.Run(s, "compose.undo")
	if s.text.text.Articles[1].ID != second.Article {
		t.Error("the article is not back in its place")
	}
	o.Run(s, "compose.undo")
	if got := s.text.shown(second); got != "" {
		t.Errorf("what was typed is %q", got)
	}
	o.undoKey(t)
	if n := len(s.text.text.Articles); n != 1 || s.page.views[second] != nil {
		t.Errorf("%d articles", n)
	}
	if s.page.entries[s.page.focus] == nil {
		t.Error("the writer is nowhere on the page")
	}
	for range 3 {
		o.Run(s, "compose.redo")
	}
	if got := s.text.text.Articles[0].Texts(); got[0] != "第三段文字。" {
		t.Errorf("redone to %q", got)
	}
}

func TestHelpIsTakenBackByOneKeyAndStaysInOrder(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	title := article(s, 0, doc.FieldArticleTitle)
	s.fill(t, title, "新标题")
	s.goTo(title)
	view := s.page.views[title]
	view.TypedRune(',')
	if got := view.Text(); got != "新标题，" {
		t.Fatalf("helped to %q", got)
	}
	view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := view.Text(); got != "新标题," {
		t.Fatalf("the help is taken back to %q", got)
	}
	o.undoKey(t)
	if got := view.Text(); got == "新标题," {
		t.Error("the next undo takes nothing back")
	}
}

func TestTheDateIsSetAsItPrints(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	date := doc.Place{Field: doc.FieldDate}
	s.goTo(date)
	s.fill(t, date, "2026-3-5")
	s.goTo(doc.Place{Field: doc.FieldPhone})
	if got := s.page.views[date].Text(); got != "2026年3月5日" {
		t.Errorf("the date reads %q", got)
	}
}
