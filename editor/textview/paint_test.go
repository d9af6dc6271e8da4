package textview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

const notice = "各区人民政府，市政府各部门：\n今年以来，“高效办成一件事”已办12项，满意率99.5%。\n特此通报。"

func TestGolden(t *testing.T) {
	d := newDesk(t, notice)
	d.SetMarks(Proofreading, []Mark{{Span: span(1, 5, 1, 13)}})
	d.SetMarks(Comment, []Mark{{Span: span(0, 0, 0, 6)}})
	d.SetMarks(Insertion, []Mark{{Span: span(1, 14, 1, 19)}})
	d.SetMarks(Deletion, []Mark{{Span: span(1, 20, 1, 24)}})
	d.SetMarks(Changed, []Mark{{Span: span(2, 0, 2, 2)}})
	d.View.Select(selection(pos(1, 2), pos(2, 2)))
	test.AssertRendersToMarkup(t, "notice.xml", d.window.Canvas())
}

func TestGoldenEmpty(t *testing.T) {
	d := newDesk(t, "")
	d.Hint = "在此输入正文"
	d.Refresh()
	test.AssertRendersToMarkup(t, "empty.xml", d.window.Canvas())
}

// What is alive is bounded by what is in sight, however long the text is.
func TestObjectsAlive(t *testing.T) {
	d := newDesk(t, essay(300_000))
	const pitch = 28 // rounded down
	bound := (400+2*ahead)/pitch + 2 + 3
	for _, y := range []float32{0, 5, 100_000, 3, 250_000, 1e9} {
		d.pane.ScrollTo(y)
		texts := 0
		for _, o := range d.painter().objects {
			if _, is := o.(*canvas.Text); is {
				texts++
			}
		}
		if texts < 400/30 || texts > bound {
			t.Errorf("%d texts at %v, want at most %d", texts, y, bound)
		}
		if all := texts + len(d.painter().rows.spare); all > 3*bound {
			t.Errorf("%d texts are kept", all)
		}
	}
}

// A scroll within what was drawn ahead changes no text, and what is drawn is
// always all that is in sight.
func TestScrollDraws(t *testing.T) {
	d := newDesk(t, essay(30_000))
	for y := float32(0); y < 3000; y += 37 {
		d.pane.ScrollTo(y)
		rows := d.painter().rows.order
		first, last := rows[0], rows[len(rows)-1]
		if first.top > y+inset || last.top+d.geometry.em()*1.9 < y+400 {
			t.Fatalf("at %v drawn is %v to %v", y, first.top, last.top)
		}
		for i, one := range rows[1:] {
			if one.top <= rows[i].top {
				t.Fatalf("at %v row %d is not below the one before it", y, i+1)
			}
		}
	}
}

func TestCaretBlinks(t *testing.T) {
	d := newDesk(t, "一")
	seen := func() bool { return !d.painter().caret.Hidden }
	d.beat()
	for i, want := range []bool{true, false, true, false} {
		d.tick()
		if seen() != want {
			t.Fatalf("beat %d: seen %v", i, seen())
		}
	}
	d.write("二")
	if !seen() {
		t.Error("hidden while writing")
	}
	d.tick()
	if !seen() {
		t.Error("hidden at the first beat after writing")
	}
	d.window.Canvas().Unfocus()
	if seen() {
		t.Error("seen without the focus")
	}
	for _, do := range d.ticks {
		if do != nil {
			t.Error("blinks on without the focus")
		}
	}
}

func TestReadOnlyHasNoCaret(t *testing.T) {
	d := newDesk(t, "一二三")
	d.ReadOnly = true
	d.Refresh()
	if !d.painter().caret.Hidden {
		t.Error("a caret where nothing can be written")
	}
}

// A larger zoom keeps lines apart and the text within the view.
func TestZoom(t *testing.T) {
	d := newDesk(t, essay(3000))
	before := d.geometry.height()
	d.SetZoom(1.5)
	if after := d.geometry.height(); after < 2*before {
		t.Errorf("height %v, was %v", after, before)
	}
	for _, one := range d.painter().rows.order {
		for _, text := range one.texts {
			if text.TextSize != 24 {
				t.Fatal("text of size", text.TextSize)
			}
			if right := text.Position().X + text.Size().Width; right > d.Size().Width {
				t.Fatal("text reaches to", right)
			}
		}
	}
}

func (d *desk) painter() *painter { return d.View.window.painter }

var _ fyne.WidgetRenderer = (*painter)(nil)
