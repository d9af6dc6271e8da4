package textview

import (
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/typeset"
)

// labelled gives a desk's text something to stand beside it.
func labelled(d *desk, before, after string, align typeset.Align) {
	g := d.geometry
	g.look.Before, g.look.After = before, after
	g.look.Body = typeset.Style{Align: align}
	g.setZoom(1)
	d.Refresh()
}

func TestLabelsStandBesideTheText(t *testing.T) {
	for _, c := range []struct {
		align typeset.Align
		text  string
		left  float32 // of the text, in characters
	}{
		{typeset.Left, "综合处", 1},
		{typeset.Right, "综合处", 20 - 1 - 3},
		{typeset.Right, "", 20 - 1 - 2}, // the hint stands there
	} {
		d := newDesk(t, c.text)
		d.Hint = "处室"
		labelled(d, "（", "）", c.align)
		p := d.painter()
		text := p.hint
		if c.text != "" {
			text = p.rows.order[0].texts[0]
		}
		if got, want := text.Position().X, c.left*16+inset; got < want-1 || got > want+1 {
			t.Errorf("%q stands at %v, want %v", c.text, got, want)
		}
		before, after := p.labels[0].Position().X, p.labels[1].Position().X
		runes := float32(max(2, len([]rune(c.text))))
		if before != text.Position().X-16 || after < text.Position().X+16*runes-1 || after > text.Position().X+16*runes+1 {
			t.Errorf("%q at %v stands between %v and %v", c.text, text.Position().X, before, after)
		}
	}
}

func TestAClickOnALabelGoesToTheText(t *testing.T) {
	d := newDesk(t, "综合处")
	labelled(d, "单位：", "", typeset.Left)
	if got := d.geometry.hit(fyne.NewPos(inset+8, 20)).Position; got != pos(0, 0) {
		t.Errorf("a click on the label goes to %v", got)
	}
	if got := d.geometry.hit(fyne.NewPos(inset+16*4+2, 20)).Position; got != pos(0, 1) {
		t.Errorf("a click behind the first character goes to %v", got)
	}
	if d.painter().labels[1].Hidden != true {
		t.Error("a label without text is drawn")
	}
}

func TestUndoIsTheOwnersWhereHeWantsIt(t *testing.T) {
	d := newDesk(t, "一")
	d.write("二")
	asked := ""
	d.OnUndo = func() { asked += "undo " }
	d.OnRedo = func() { asked += "redo" }
	d.TypedShortcut(&fyne.ShortcutUndo{})
	d.TypedShortcut(&fyne.ShortcutRedo{})
	if asked != "undo redo" || d.Text() != "二一" {
		t.Errorf("asked for %q, text %q", asked, d.Text())
	}
}

func TestLinesAreCountedAsSeen(t *testing.T) {
	d := newDesk(t, essay(600))
	first := d.LineOf(pos(1, 0))
	if got := d.LineStart(first); got != pos(1, 0) {
		t.Errorf("line %d begins at %v", first, got)
	}
	if got := d.LineStart(1 << 20); d.LineOf(got) != d.Lines()-1 {
		t.Errorf("behind the last line is %v", got)
	}
}
