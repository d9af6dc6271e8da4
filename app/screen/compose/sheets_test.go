package compose

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/doc"
)

// The pages beside the text follow it: how many there are is always known, and
// they show where the caret is.
func TestPagesFollowTheText(t *testing.T) {
	o := newOffice(t)
	id := o.complete()
	text := o.File(id).Head.Text.Clone()
	for range 60 {
		text.Articles[0].Body = append(text.Articles[0].Body, doc.NewParagraph("各区各部门要结合实际，认真抓好落实，逐条逐项推进整治提升工作。"))
	}
	must(o.Desk().Save(context.Background(), o.Actor(), id, 1, text, ""))
	s := o.open(id)
	pages := s.sheets.count()
	if pages < 4 || !strings.Contains(s.footer.Text, fmt.Sprintf(" %d 页", pages)) {
		t.Fatalf("%d pages, the status line says %q", pages, s.footer.Text)
	}
	o.Hides("送审稿")
	o.Run(s, "compose.sheets")
	o.Says("送审稿", "末页还空")
	s.page.goTo(doc.Place{Paragraph: text.Articles[0].Body[61].ID})
	s.paintText()
	if got := s.sheets.view.Page(); got < pages-2 {
		t.Errorf("the caret is at the end, page %d of %d is shown", got+1, pages)
	}
	o.Run(s, "compose.sheets")
	o.Hides("送审稿")
}

// On a small screen the sheet that is written on keeps its width.
func TestPagesLeaveRoomForTheText(t *testing.T) {
	for _, width := range []float32{1366, 1920} {
		o := newOffice(t)
		s := o.open(o.complete())
		o.Run(s, "compose.sheets")
		s.content.Resize(fyne.NewSize(width, 700))
		if w := s.page.content.Size().Width; w < sheetWidth {
			t.Errorf("at %v the text has %v", width, w)
		}
		if w := s.sheets.view.Size().Width; w < sheetsLeast-10 {
			t.Errorf("at %v the pages have %v", width, w)
		}
	}
}
