package element_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/app/theme"
)

// rendered are the canvas texts of an object, as they are drawn.
func rendered(o fyne.Widget) []string {
	var lines []string
	for _, part := range test.WidgetRenderer(o).Objects() {
		if t, ok := part.(*canvas.Text); ok {
			lines = append(lines, t.Text)
		}
	}
	return lines
}

func TestProseKeepsMarksOffTheLineStart(t *testing.T) {
	screentest.Bare(t)
	p := element.NewProse("逐字核对过了。本程序不联网。\n第二段 paragraph", theme.ColorInk)
	em := fyne.MeasureText("中", 13, fyne.TextStyle{}).Width
	p.Resize(fyne.NewSize(6*em+1, 0))
	if got, want := strings.Join(rendered(p), "|"), "逐字核对过|了。本程序不|联网。|第二段|paragraph"; got != want {
		t.Errorf("set as %s, want %s", got, want)
	}
	if got, want := p.MinSize().Height, float32(5*13*1.5); got != want {
		t.Errorf("%v high, want %v", got, want)
	}
}

func TestProseWithoutAWidthIsOneLine(t *testing.T) {
	screentest.Bare(t)
	p := element.NewProse(strings.Repeat("长", 200), theme.ColorInk)
	if got := p.MinSize(); got.Height != 13*1.5 || got.Width > 100 {
		t.Errorf("wants %v", got)
	}
}

func TestFlowIsAsHighAsItsTextAtItsWidth(t *testing.T) {
	screentest.Bare(t)
	flow := element.Flow(4, element.NewProse(strings.Repeat("字", 40), theme.ColorInk), element.NewProse("短", theme.ColorInk))
	flow.Resize(fyne.NewSize(13*10+2, 0))
	if got, want := flow.MinSize().Height, float32(5*13*1.5+4); got != want {
		t.Errorf("%v high, want %v", got, want)
	}
	if y := flow.Objects[1].Position().Y; y != 4*13*1.5+4 {
		t.Errorf("the second stands at %v", y)
	}
}

// moving is an object that counts how often it is moved, which has the window
// painted anew.
type moving struct {
	canvas.Rectangle
	moves int
}

func (m *moving) Move(to fyne.Position) {
	m.moves++
	m.Rectangle.Move(to)
}

func TestWhatStandsIsNotMoved(t *testing.T) {
	screentest.Bare(t)
	for name, set := range map[string]func(first, second fyne.CanvasObject) *fyne.Container{
		"flow":    func(a, b fyne.CanvasObject) *fyne.Container { return element.Flow(4, a, b) },
		"shared":  func(a, b fyne.CanvasObject) *fyne.Container { return element.Shared([]float32{1, 2}, a, b) },
		"frame":   func(a, b fyne.CanvasObject) *fyne.Container { return element.Frame(a, nil, nil, nil, b) },
		"split":   func(a, b fyne.CanvasObject) *fyne.Container { return element.Split(4, a, b) },
		"margins": func(a, b fyne.CanvasObject) *fyne.Container { return element.Margins(2, 2, 2, element.Flow(4, a, b)) },
	} {
		first, second := &moving{}, &moving{}
		first.SetMinSize(fyne.NewSize(10, 10))
		second.SetMinSize(fyne.NewSize(10, 20))
		c := set(first, second)
		c.Resize(fyne.NewSize(100, 60))
		if second.moves == 0 {
			t.Errorf("%s: the second object was never put in its place", name)
		}
		first.moves, second.moves = 0, 0
		for range 3 {
			c.MinSize()
			c.Refresh()
		}
		if first.moves+second.moves > 0 {
			t.Errorf("%s: moved %d times although nothing changed", name, first.moves+second.moves)
		}
	}
}

func TestSharedWidths(t *testing.T) {
	screentest.Bare(t)
	fixed, wide := element.Gap(20, 10), element.Gap(1, 10)
	line := element.Shared([]float32{0, 3, 1}, fixed, wide, element.Gap(1, 30))
	line.Resize(fyne.NewSize(100, 30))
	if fixed.Size().Width != 20 || wide.Size().Width != 60 || line.MinSize().Height != 30 {
		t.Errorf("widths %v and %v, height %v", fixed.Size(), wide.Size(), line.MinSize())
	}
}

func TestCutTextEndsInAnEllipsis(t *testing.T) {
	screentest.Bare(t)
	text := element.NewText("街巷整治动员会召开")
	text.Cut = true
	text.Resize(fyne.NewSize(13*5, 20))
	if got := rendered(text); len(got) != 1 || !strings.HasSuffix(got[0], "…") || len([]rune(got[0])) > 5 {
		t.Errorf("cut to %q", got)
	}
}

func TestCommandButtonSaysWhyNot(t *testing.T) {
	o := screentest.Bare(t)
	why, done := "还没有稿件。", 0
	b := element.NewCommandButton(o.Words(), command.Command{ID: "issue.export", Key: "Ctrl+E",
		Do: func() { done++ }, Why: func() string { return why }}, true)
	o.Window().SetContent(b)
	o.Says("导出  Ctrl+E", why)
	if screentest.Tap(o.Window().Canvas(), "导出") {
		t.Error("what cannot be done takes a click")
	}
	b.Terse = true
	b.Update()
	o.Hides(why)
	why = ""
	b.Update()
	if o.Tap("导出"); done != 1 {
		t.Errorf("carried out %d times", done)
	}
}

func TestRowsAndCardsTakeAClick(t *testing.T) {
	o := screentest.Bare(t)
	var got []string
	tap := func(what string) func() { return func() { got = append(got, what) } }
	o.Window().SetContent(element.Stack(0, element.NewRow(element.NewText("行"), tap("row")), element.NewCard(element.NewText("卡"), tap("card")),
		element.NewCard(element.NewText("静"), nil)))
	o.Tap("行")
	o.Tap("卡")
	o.Tap("静")
	if strings.Join(got, " ") != "row card" {
		t.Errorf("clicks: %q", got)
	}
}

func TestOnlyTextKeepsKeysFromTheWindow(t *testing.T) {
	o := screentest.Bare(t)
	var heard []fyne.KeyName
	o.Window().Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { heard = append(heard, e.Name) })
	entry, check := element.NewLines("", 2), element.NewCheck("", false, nil)
	o.Window().SetContent(element.Stack(0, entry, check))
	for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyF} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	check.TypedKey(&fyne.KeyEvent{Name: fyne.KeyJ})
	check.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if len(heard) != 3 || heard[0] != fyne.KeyF1 || heard[1] != fyne.KeyEscape || heard[2] != fyne.KeyJ || entry.Text != "\n" {
		t.Errorf("the window heard %v, the entry holds %q", heard, entry.Text)
	}
}

func TestStageBarMarksThePresentOne(t *testing.T) {
	o := screentest.Bare(t)
	o.Window().SetContent(element.StageBar([]string{"拟稿", "责编", "核稿"}, 1))
	o.Says("✓ 拟稿\n责编\n核稿")
}
