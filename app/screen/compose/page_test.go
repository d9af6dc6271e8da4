package compose

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
)

// TestTabGoesAsOneReads goes through the whole page with Tab.
func TestTabGoesAsOneReads(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	o.Run(s, "compose.add")
	s.goTo(s.page.order[0])
	for i, want := range s.page.order {
		if s.page.focus != want {
			t.Fatalf("field %d is %s of %q, want %s", i, s.page.focus.Field, s.page.focus.Article, want.Field)
		}
		o.Window().Canvas().FocusNext()
	}
	var keys []string
	for _, at := range s.page.order {
		keys = append(keys, string(at.Field))
	}
	all := strings.Join(keys, " ")
	for _, before := range []string{
		"masthead.title masthead.label masthead.office masthead.date",
		"article.title article.note article.body article.source article.title",
		"imprint.phone imprint.fax imprint.email imprint.reportto",
	} {
		if !strings.Contains(all, before) {
			t.Errorf("the order is %s", all)
		}
	}
}

func TestWordsOnThePageAreThoseOfTheLexicon(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	title := article(s, 0, doc.FieldArticleTitle)
	s.fill(t, title, "推进高质量发展工作")
	view := s.page.views[title]
	view.Select(buffer.At(at(0, 0)))
	var stops []buffer.RuneOffset
	for range 3 {
		view.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault})
		stops = append(stops, view.Selection().Caret.Offset)
	}
	if stops[0] != 2 || stops[2] == 3 {
		t.Errorf("stops at %v", stops)
	}
	view.Select(buffer.At(at(0, 3)))
	where, height := view.CaretArea()
	click := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: where.AddXY(1, height/2)}}
	for range 2 {
		view.MouseDown(click)
		view.MouseUp(click)
	}
	if got := view.SelectedText(); !strings.HasPrefix(got, "高") || len(got) < len("高质") {
		t.Errorf("a double click selects %q", got)
	}
	view.MouseDown(click)
	view.MouseUp(click)
	if got := view.SelectedText(); got != "推进高质量发展工作" {
		t.Errorf("a triple click selects %q", got)
	}
}

func TestEveryFieldHasAMenu(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	for _, at := range s.page.order {
		test.TapSecondary(s.page.views[at])
		menu := o.Window().Canvas().Overlays().Top()
		if menu == nil {
			t.Fatalf("no menu on %s", at.Field)
		}
		o.Window().Canvas().Overlays().Remove(menu)
	}
}

func TestCommentOnATitle(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	s := o.open(id)
	title := article(s, 0, doc.FieldArticleTitle)
	s.goTo(title)
	s.page.views[title].Select(buffer.Selection{From: at(0, 2), Caret: at(0, 4)})
	o.Run(s, "compose.comment")
	f := o.File(id)
	if len(f.Comments) != 1 || f.Comments[0].Anchor.Quote != "整治" || !f.Head.Text.Holds(f.Comments[0].Anchor) {
		t.Fatalf("comments %+v", f.Comments)
	}
	if len(s.page.views[title].Marks(textview.Comment)) != 1 {
		t.Error("the title shows no mark")
	}
}

func TestPlacesInATextOfSeveralLines(t *testing.T) {
	m := &manuscript{}
	m.begin(doc.New(), 1)
	at := doc.Place{Field: doc.FieldArticleTitle, Article: m.text.Articles[0].ID}
	m.write(at, "街巷\n整治")
	text := must(m.field(at))
	for offset := doc.RuneOffset(0); offset <= 5; offset++ {
		if got := offsetIn(text, positionIn(text, offset)); got != offset {
			t.Errorf("%d is found at %d", offset, got)
		}
	}
	if got := positionIn(text, everything); got != text.End() {
		t.Errorf("behind the end is %v", got)
	}
}
