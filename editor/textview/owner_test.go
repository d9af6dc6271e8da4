package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/buffer"
	"jianbao/editor/typeset"
)

// sheet is a page that scrolls as a whole: something, and a view below it.
type sheet struct {
	*desk
	scroll *container.Scroll
	above  fyne.CanvasObject
}

func newSheet(t testing.TB, text string) *sheet {
	s := &sheet{desk: newDesk(t, text)}
	above := canvas.NewRectangle(nil)
	above.SetMinSize(fyne.NewSize(10, 300))
	s.above = above
	s.View.OnReveal, s.View.OnHeight = s.reveal, s.fit
	s.View.Resize(fyne.NewSize(300, 10))
	s.scroll = container.NewVScroll(container.NewVBox(above, s.View))
	s.scroll.OnScrolled = func(fyne.Position) { s.look() }
	w := test.NewTempWindow(t, s.scroll)
	w.Resize(fyne.NewSize(300, 400))
	w.Canvas().Focus(s.View)
	s.look()
	return s
}

func (s *sheet) look() {
	top := s.scroll.Offset.Y - s.View.Position().Y
	s.SetVisible(top, top+s.scroll.Size().Height)
}

func (s *sheet) fit() { s.scroll.Content.Resize(s.scroll.Content.MinSize()) }

func (s *sheet) reveal(top, bottom float32) {
	view, offset := s.View.Position().Y, s.scroll.Offset.Y
	if above := view + top - 20; above < offset {
		offset = above
	} else if below := view + bottom + 20 - s.scroll.Size().Height; below > offset {
		offset = below
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	s.look()
}

func TestInPageThatScrolls(t *testing.T) {
	s := newSheet(t, essay(30_000))
	check := func(what string) {
		t.Helper()
		at, height := s.CaretArea()
		y := s.View.Position().Y + at.Y - s.scroll.Offset.Y
		if y < 0 || y+height > 400 {
			t.Errorf("%s: caret at %v of the window", what, y)
		}
		if n := len(s.painter().rows.order); n > 30 {
			t.Errorf("%s: %d rows are drawn", what, n)
		}
	}
	check("at first")
	s.stroke("C-End")
	check("at the end")
	s.stroke("Return Return Return")
	s.write("完")
	check("after new lines at the end")
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 5000}})
	s.stroke("Up")
	check("after scrolling away")
}

func TestFocusReveals(t *testing.T) {
	s := newSheet(t, essay(3000))
	asked := 0
	s.View.OnReveal = func(float32, float32) { asked++ }
	s.window.Canvas().Unfocus()
	s.View.FocusLost()
	s.View.FocusGained()
	if asked != 0 {
		t.Error("a view in sight asks to be scrolled")
	}
	s.View.FocusLost()
	s.SetVisible(-900, -500)
	s.View.FocusGained()
	if asked != 1 {
		t.Error("a view out of sight does not ask to be scrolled")
	}
}

// A paragraph can be set in a style of its own, by its name.
func TestStyleOfParagraph(t *testing.T) {
	d := newDesk(t, "标题\n正文")
	heading := buffer.ID("")
	d.geometry.look.Style = func(id buffer.ID) typeset.Style {
		if id == heading {
			return typeset.Style{Size: typeset.Ems(1.5), Align: typeset.Center}
		}
		return typeset.Body()
	}
	before := d.painter().rows.order[0].texts[0].Position()
	heading = d.text.ID(0)
	d.Restyle()
	rows := d.painter().rows.order
	if got := rows[0].texts[0]; got.TextSize != 24 || got.Position().X <= before.X {
		t.Errorf("the heading is of size %v at %v", got.TextSize, got.Position())
	}
	if got := rows[1].texts[0]; got.TextSize != 16 {
		t.Errorf("the body is of size %v", got.TextSize)
	}
}

func TestReveal(t *testing.T) {
	d := newDesk(t, essay(9000))
	d.View.Reveal(span(20, 5, 20, 9))
	top, height := d.geometry.caret(place{Position: pos(20, 5)})
	if w := d.View.window; top.Y < w.top || top.Y+height > w.bottom {
		t.Errorf("at %v, in sight %v", top.Y, w)
	}
	if d.View.Selection() != at(pos(0, 0)) {
		t.Error("the caret moved")
	}
}

func TestClose(t *testing.T) {
	d := newDesk(t, "一")
	d.SetMarks(Comment, []Mark{{Span: span(0, 0, 0, 1)}})
	text := d.Buffer()
	d.Close()
	for _, do := range d.ticks {
		if do != nil {
			t.Error("blinks after it was closed")
		}
	}
	if len(text.AnchorsIn(0, 0)) != 0 {
		t.Error("anchors are left")
	}
	if _, err := text.Apply(buffer.Action{}, buffer.Insert(pos(0, 0), "x")); err != nil {
		t.Fatal(err)
	}
	if len(d.turn) != 0 {
		t.Error("follows a text it has left")
	}
}
