package step

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/theme"
)

// reading shows one sentence large, and what is a number in it larger still. No
// line begins with a mark that closes, and no number is broken.
type reading struct {
	widget.BaseWidget
	text string
}

func newReading() *reading {
	r := &reading{}
	r.ExtendBaseWidget(r)
	return r
}

// SetText shows another sentence.
func (r *reading) SetText(text string) {
	r.text = text
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *reading) CreateRenderer() fyne.WidgetRenderer { return &readingRenderer{reading: r} }

// piece is what stands on one line together: a number, or one character.
type piece struct {
	text   string
	figure bool
}

// pieces parts a sentence. Commas and points belong to the number they stand in.
func pieces(text string) []piece {
	var list []piece
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		from := i
		for i < len(runes) && (isFigure(runes[i]) || i > from && i+1 < len(runes) && strings.ContainsRune(",.", runes[i]) && unicode.IsDigit(runes[i+1])) {
			i++
		}
		if i > from {
			list = append(list, piece{string(runes[from:i]), true})
			i--
			continue
		}
		list = append(list, piece{string(runes[i]), false})
	}
	return list
}

func isFigure(r rune) bool { return unicode.IsDigit(r) || r == '%' || r == '‰' }

// closing marks begin no line.
const closing = "，。、；：？！）》〉”’…"

type readingRenderer struct {
	reading *reading
	width   float32
	height  float32
	objects []fyne.CanvasObject
}

// The line, in sizes of a number: its height, and where the characters stand.
const (
	lineHeight = 1.6
	baseline   = 1.2
	ascent     = 0.8 // of the height of a text
)

// Layout implements fyne.WidgetRenderer.
func (r *readingRenderer) Layout(size fyne.Size) {
	r.width = size.Width
	figure, plain := ftheme.Size(theme.SizeFigure), ftheme.Size(theme.SizeReading)
	x, line := float32(0), float32(0)
	r.objects = r.objects[:0]
	for _, p := range pieces(r.reading.text) {
		text := canvas.NewText(p.text, ftheme.Color(theme.ColorInk))
		if text.TextSize = plain; p.figure {
			text.TextSize, text.Color, text.TextStyle.Bold = figure, ftheme.Color(theme.ColorAction), true
		}
		wants := text.MinSize()
		if x > 0 && x+wants.Width > size.Width && !strings.Contains(closing, p.text) {
			x, line = 0, line+1
		}
		text.Resize(wants)
		text.Move(fyne.NewPos(x, (line*lineHeight+baseline)*figure-ascent*wants.Height))
		x += wants.Width
		r.objects = append(r.objects, text)
	}
	r.height = (line + 1) * lineHeight * figure
}

// MinSize implements fyne.WidgetRenderer: the height is that at the width given
// last.
func (r *readingRenderer) MinSize() fyne.Size {
	const least = 200
	return fyne.NewSize(least, r.height)
}

// Refresh implements fyne.WidgetRenderer.
func (r *readingRenderer) Refresh() {
	r.Layout(fyne.NewSize(r.width, 0))
	canvas.Refresh(r.reading)
}

// Objects implements fyne.WidgetRenderer.
func (r *readingRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy implements fyne.WidgetRenderer.
func (r *readingRenderer) Destroy() {}
