package compose

import (
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
)

func TestHeadingsByKey(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	if o.Reason(s, "compose.level1") == "" {
		t.Error("a heading is possible where nothing is written")
	}
	s.goTo(article(s, 0, doc.FieldArticleBody))
	body := s.view(t, 0)
	body.Select(buffer.At(at(0, 2)))
	level := func(i int) doc.Level { return s.text.text.Articles[0].Body[i].Level }
	o.Run(s, "compose.level2")
	if level(0) != doc.Level2 || level(1) != doc.BodyText {
		t.Fatalf("levels %v, %v", level(0), level(1))
	}
	body.TypedRune('新')
	body.Flush()
	if level(0) != doc.Level2 {
		t.Error("writing in a heading makes body text of it")
	}
	o.Run(s, "compose.undo")
	o.Run(s, "compose.undo")
	if level(0) != doc.BodyText || s.text.text.Articles[0].Texts()[0] != "第一段文字。" {
		t.Errorf("undone to %v %q", level(0), s.text.text.Articles[0].Texts())
	}
	o.Run(s, "compose.level3")
	body.Select(buffer.Selection{From: at(0, 0), Caret: at(1, 0)})
	body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	o.Run(s, "compose.undo")
	if level(0) != doc.Level3 && level(1) != doc.Level3 {
		t.Error("a heading that was deleted comes back as body text")
	}
	o.Run(s, "compose.undo")
	body.Select(buffer.At(at(0, 2)))
	o.Run(s, "compose.level1")
	o.Run(s, "compose.level1")
	if level(0) != doc.Level1 {
		t.Error("what is a heading is made something else by its own key")
	}
	o.Run(s, "compose.level0")
	if level(0) != doc.BodyText {
		t.Error("a heading is not made body text")
	}
}
