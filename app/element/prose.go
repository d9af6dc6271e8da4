package element

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jianbao/editor/typeset"
)

// Prose is text of several lines in a colour of the theme, flush with what
// stands around it. Its lines keep 避头尾 and whole words, which Fyne's labels do
// not, and it is no scope of a theme of its own, which would load its fonts anew.
type Prose struct {
	widget.BaseWidget
	Text  string
	Ink   fyne.ThemeColorName
	Scale fyne.ThemeSizeName // of the text sizes of the theme
}

// NewProse returns prose in the size of the interface.
func NewProse(text string, ink fyne.ThemeColorName) *Prose {
	return newProse(text, ink, theme.SizeNameText)
}

// NewNote returns prose in the small size of cards and panels.
func NewNote(text string, ink fyne.ThemeColorName) *Prose {
	return newProse(text, ink, theme.SizeNameCaptionText)
}

func newProse(text string, ink fyne.ThemeColorName, size fyne.ThemeSizeName) *Prose {
	p := &Prose{Text: text, Ink: ink, Scale: size}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &proseRenderer{prose: p}
}

type proseRenderer struct {
	prose *Prose
	width float32 // for which lines were made
	size  float32
	lines []*canvas.Text
}

// pitch is from line to line, in the size of the text.
const pitch = 1.5

// endless is the width of text that was not given one yet.
const endless = 10_000

// lay sets the text for a width, if that is not done already.
func (r *proseRenderer) lay(width float32) {
	size := theme.SizeForWidget(r.prose.Scale, r.prose)
	if r.lines != nil && r.width == width && r.size == size {
		return
	}
	r.width, r.size, r.lines = width, size, nil
	if width <= 0 {
		width = endless
	}
	ruler := &ruler{size: size, known: map[string]typeset.Em{}}
	for paragraph := range strings.SplitSeq(r.prose.Text, "\n") {
		runes := []rune(paragraph)
		for _, l := range typeset.Break(paragraph, typeset.Style{}, typeset.Ems(float64(width/size)), ruler) {
			r.add(strings.TrimRight(string(runes[l.From:l.To]), " "))
		}
	}
}

func (r *proseRenderer) add(text string) {
	line := canvas.NewText(text, r.ink())
	line.TextSize = r.size
	height := line.MinSize().Height
	line.Move(fyne.NewPos(0, float32(len(r.lines))*r.size*pitch+(r.size*pitch-height)/2))
	line.Resize(fyne.NewSize(r.width, height))
	r.lines = append(r.lines, line)
}

func (r *proseRenderer) ink() color.Color { return theme.ColorForWidget(r.prose.Ink, r.prose) }

// MinSize is a few characters wide and as high as the text at the width it has.
func (r *proseRenderer) MinSize() fyne.Size {
	r.lay(r.prose.Size().Width)
	return fyne.NewSize(4*r.size, float32(len(r.lines))*r.size*pitch)
}

// Layout implements fyne.WidgetRenderer.
func (r *proseRenderer) Layout(size fyne.Size) { r.lay(size.Width) }

// Refresh implements fyne.WidgetRenderer.
func (r *proseRenderer) Refresh() {
	r.lines = nil
	r.lay(r.width)
	canvas.Refresh(r.prose)
}

// Objects implements fyne.WidgetRenderer.
func (r *proseRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.lines))
	for i, l := range r.lines {
		objects[i] = l
	}
	return objects
}

// Destroy implements fyne.WidgetRenderer.
func (r *proseRenderer) Destroy() {}

// ruler measures the characters of the interface's own face. Every Han character
// is as wide as 中.
type ruler struct {
	size  float32
	known map[string]typeset.Em
}

// Advance implements typeset.Measurer.
func (r *ruler) Advance(_ typeset.Face, cluster string) typeset.Em {
	if strings.ContainsFunc(cluster, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
		cluster = "中"
	}
	width, ok := r.known[cluster]
	if !ok {
		width = typeset.Ems(float64(fyne.MeasureText(cluster, r.size, fyne.TextStyle{}).Width / r.size))
		r.known[cluster] = width
	}
	return width
}
