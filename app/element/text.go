package element

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	jtheme "jianbao/app/theme"
)

// Text is one line of text in a colour of the theme, without the padding of a
// Label. What does not fit is cut with an ellipsis only if Cut is set.
type Text struct {
	widget.BaseWidget
	Text  string
	Color fyne.ThemeColorName
	Scale fyne.ThemeSizeName // of the theme's text sizes
	Bold  bool
	Align fyne.TextAlign
	Cut   bool
	Face  fyne.Resource // nil: the interface's own
	Px    float32       // overrides Scale where not zero
}

// NewText returns body text in ink.
func NewText(s string) *Text { return newText(s, jtheme.ColorInk, theme.SizeNameText, false) }

// NewSoft returns secondary text.
func NewSoft(s string) *Text { return newText(s, jtheme.ColorSoft, theme.SizeNameCaptionText, false) }

// NewStrong returns bold text.
func NewStrong(s string) *Text { return newText(s, jtheme.ColorInk, theme.SizeNameText, true) }

// NewHeading returns the heading of a screen or a large group.
func NewHeading(s string) *Text {
	return newText(s, jtheme.ColorInk, theme.SizeNameSubHeadingText, true)
}

// NewColoured returns text in a colour of the theme.
func NewColoured(s string, token fyne.ThemeColorName) *Text {
	return newText(s, token, theme.SizeNameText, false)
}

func newText(s string, token fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *Text {
	t := &Text{Text: s, Color: token, Scale: size, Bold: bold}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the text.
func (t *Text) SetText(s string) {
	if t.Text != s {
		t.Text = s
		t.Refresh()
	}
}

// SetColoured changes text and colour together.
func (t *Text) SetColoured(s string, token fyne.ThemeColorName) {
	t.Text, t.Color = s, token
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t, line: canvas.NewText("", color.Transparent)}
	r.paint()
	return r
}

type textRenderer struct {
	text *Text
	line *canvas.Text
}

func (r *textRenderer) paint() {
	t := r.text
	r.line.Color = theme.ColorForWidget(t.Color, t)
	r.line.TextSize = t.Px
	if t.Px == 0 {
		r.line.TextSize = theme.SizeForWidget(t.Scale, t)
	}
	r.line.TextStyle = fyne.TextStyle{Bold: t.Bold}
	r.line.FontSource = t.Face
	r.line.Alignment = t.Align
	r.line.Text = r.fitting(t.Size().Width)
}

// fitting returns the text, cut to width if that is asked for and known.
func (r *textRenderer) fitting(width float32) string {
	t := r.text
	if !t.Cut || width <= 0 || r.measure(t.Text).Width <= width {
		return t.Text
	}
	runes := []rune(t.Text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if r.measure(string(runes[:mid])+"…").Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}

func (r *textRenderer) measure(s string) fyne.Size {
	line := *r.line
	line.Text = s
	return line.MinSize()
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.line.Resize(size)
	if s := r.fitting(size.Width); s != r.line.Text {
		r.line.Text = s
		r.line.Refresh()
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	size := r.measure(r.text.Text)
	if r.text.Cut {
		size.Width = min(size.Width, 2*size.Height)
	}
	return size
}

func (r *textRenderer) Refresh() {
	r.paint()
	r.line.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *textRenderer) Destroy()                     {}
