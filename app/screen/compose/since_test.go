package compose

import (
	"testing"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
)

func TestMarksOfWhatChangedSinceHandOver(t *testing.T) {
	o := newOffice(t)
	fresh := o.open(o.complete())
	if o.Reason(fresh, "compose.since") == "" {
		t.Error("a draft that was never handed over is compared")
	}
	s := o.open(o.handedBack())
	o.Run(s, "compose.since")
	o.wait()
	body := s.view(t, 0)
	if got := body.Marks(textview.Changed); len(got) != 0 {
		t.Fatalf("marks on an unchanged text: %v", got)
	}
	body.Select(buffer.At(at(1, 2)))
	body.TypedRune('新')
	body.Flush()
	s.fill(t, article(s, 0, doc.FieldArticleSource), "环境处")
	s.paintText()
	o.wait()
	marks := body.Marks(textview.Changed)
	if len(marks) != 1 || !marks[0].Span.Contains(at(1, 2)) || marks[0].Span.From.Paragraph != 1 {
		t.Errorf("marks %v", marks)
	}
	source := s.page.views[article(s, 0, doc.FieldArticleSource)]
	if len(source.Marks(textview.Changed)) == 0 {
		t.Error("a changed field is not marked")
	}
	o.Run(s, "compose.since")
	if len(body.Marks(textview.Changed)) != 0 {
		t.Error("marks are left")
	}
}
