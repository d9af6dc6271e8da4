package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jianbao/editor/buffer"
)

func TestMarksMove(t *testing.T) {
	d := newDesk(t, "一二三四")
	d.SetMarks(Comment, []Mark{{Span: span(0, 2, 0, 3), Key: "b"}, {Span: span(0, 0, 0, 1), Key: "a"}})
	d.SetMarks(Proofreading, []Mark{{Span: span(0, 2, 0, 4), Key: "p"}})
	d.View.Select(at(pos(0, 1)))
	d.write("新")
	d.stroke("Return")
	got := d.Marks(Comment)
	if len(got) != 2 || got[0].Key != "a" || got[1].Span != span(1, 1, 1, 2) {
		t.Errorf("%v", got)
	}
	if err := d.Apply(buffer.Command, buffer.Delete(span(1, 1, 1, 2))); err != nil {
		t.Fatal(err)
	}
	if got = d.Marks(Comment); len(got) != 1 {
		t.Errorf("a mark without text is listed: %v", got)
	}
	d.Undo()
	if got = d.Marks(Comment); len(got) != 2 {
		t.Errorf("undo did not bring the mark back: %v", got)
	}
	d.SetMarks(Comment, nil)
	if len(d.Marks(Comment)) != 0 || len(d.Marks(Proofreading)) != 1 {
		t.Error("marks of one kind are not replaced alone")
	}
}

func TestMarkOutsideText(t *testing.T) {
	d := newDesk(t, "一")
	d.SetMarks(Comment, []Mark{{Span: span(0, 0, 3, 1)}, {Span: span(0, 0, 0, 1)}})
	if got := d.Marks(Comment); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// click presses and releases the mouse on a character, so many times.
func (d *desk) click(p buffer.Position, times int) {
	at, height := d.geometry.caret(place{Position: p})
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at.AddXY(3, height/2)
	e.AbsolutePosition = e.Position
	for range times {
		d.MouseDown(e)
		d.MouseUp(e)
	}
}

func TestMarkClicked(t *testing.T) {
	d := newDesk(t, "一二三四五六七八九十一二三四五六七八九十一二三四五六")
	d.SetMarks(Comment, []Mark{{Span: span(0, 1, 0, 20), Key: "comment"}})
	d.SetMarks(Proofreading, []Mark{{Span: span(0, 2, 0, 4), Key: "rule"}})
	var got []string
	d.OnMark = func(m Mark) { got = append(got, m.Key) }
	for _, offset := range []int{0, 1, 2, 3, 4, 19, 21} {
		d.time = d.time.Add(doubleClick * 2)
		d.click(pos(0, offset), 1)
	}
	want := []string{"comment", "rule", "rule", "comment", "comment"}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestClicks(t *testing.T) {
	for times, want := range []string{
		1: "首段。\n市政府印发通知。^全市落实好。\n末段。",
		2: "首段。\n市政府印发通知。|全市落实好^。\n末段。",
		3: "首段。\n市政府印发通知。|全市落实好。^\n末段。",
		4: "首段。\n|市政府印发通知。全市落实好。^\n末段。",
		5: "首段。\n市政府印发通知。^全市落实好。\n末段。",
	} {
		if times == 0 {
			continue
		}
		d := newDesk(t, "首段。\n市政府印发通知。全市落实好。\n末段。")
		d.click(pos(1, 8), times)
		if got := d.marked(); got != want {
			t.Errorf("%d clicks: %q, want %q", times, got, want)
		}
	}
}

func TestWordOfSegmenter(t *testing.T) {
	d := newDesk(t, "市政府印发通知")
	d.Segment = func(string) []buffer.RuneOffset { return []buffer.RuneOffset{3, 5, 7} }
	d.click(pos(0, 4), 2)
	if got := d.marked(); got != "市政府|印发^通知" {
		t.Errorf("%q", got)
	}
	d.stroke("C-Left C-Left C-Right")
	if got := d.marked(); got != "市政府^印发通知" {
		t.Errorf("%q", got)
	}
}

func TestShiftClick(t *testing.T) {
	d := newDesk(t, "一二三四")
	d.click(pos(0, 1), 1)
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.time = d.time.Add(doubleClick * 2)
	d.click(pos(0, 3), 1)
	if got := d.marked(); got != "一|二三^四" {
		t.Errorf("%q", got)
	}
}

// A drag beyond what is in sight scrolls on as long as the mouse is held there.
func TestDragScrolls(t *testing.T) {
	d := newDesk(t, essay(9000))
	d.click(pos(0, 2), 1)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(100, 100)
	d.time = d.time.Add(doubleClick * 2)
	d.MouseDown(e)
	from := d.View.Selection().Caret
	d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(100, 900)}})
	last := d.View.Selection().Caret
	for range 20 {
		d.tick()
		now := d.View.Selection()
		if !last.Before(now.Caret) || now.From != from {
			t.Fatalf("the selection went from %v to %v", last, now)
		}
		last = now.Caret
	}
	if top := d.View.window.top; top < 300 {
		t.Errorf("scrolled to %v", top)
	}
	d.DragEnd()
	d.tick()
	if d.View.Selection().Caret != last {
		t.Error("scrolls on after the drag")
	}
}

func TestDragSelects(t *testing.T) {
	d := newDesk(t, "一二三四五六")
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	at, height := d.geometry.caret(place{Position: pos(0, 1)})
	e.Position = at.AddXY(1, height/2)
	d.MouseDown(e)
	d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: e.Position.AddXY(48, 0)}})
	d.MouseUp(e)
	d.window.Canvas().Unfocus() // as the toolkit does outside of the view
	d.DragEnd()
	if got := d.marked(); got != "一|二三四^五六" || !d.focused {
		t.Errorf("%q, focused %v", got, d.focused)
	}
}

func TestMenu(t *testing.T) {
	d := newDesk(t, "一二三")
	d.Words = Words{Cut: "cut", Copy: "copy", Paste: "paste", SelectAll: "all", Comment: "comment"}
	var commented buffer.Span
	d.OnComment = func(s buffer.Span) { commented = s }
	d.MoreItems = func(buffer.Position) []*fyne.MenuItem { return []*fyne.MenuItem{fyne.NewMenuItem("more", nil)} }
	may := func() (list string) {
		for _, item := range d.menu(place{}).Items {
			if !item.Disabled && !item.IsSeparator {
				list += item.Label + " "
			}
		}
		return list
	}
	if got := may(); got != "paste all more " {
		t.Error(got)
	}
	d.View.Select(selection(pos(0, 0), pos(0, 2)))
	if got := may(); got != "cut copy paste all comment more " {
		t.Error(got)
	}
	d.menu(place{}).Items[4].Action()
	if commented != span(0, 0, 0, 2) {
		t.Error("commented", commented)
	}
	d.menu(place{}).Items[0].Action()
	d.menu(place{}).Items[2].Action()
	d.menu(place{}).Items[2].Action()
	if got := d.marked(); got != "一二一二^三" {
		t.Errorf("%q", got)
	}
	d.ReadOnly = true
	d.menu(place{}).Items[3].Action()
	if got := may(); got != "copy all comment more " {
		t.Error(got)
	}
	d.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
	if d.window.Canvas().Overlays().Top() == nil {
		t.Error("no menu is shown")
	}
}
