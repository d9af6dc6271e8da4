package paper

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// metric measures the characters of one style. Measuring is slow, so every Han
// character counts as wide as 中 in its face and the rest is remembered.
type metric struct {
	style Style
	known map[glyph]float32
}

type glyph struct {
	face fyne.Resource
	r    rune
}

func newMetric(style Style) *metric {
	return &metric{style: style, known: map[glyph]float32{}}
}

func (m *metric) advance(r rune) float32 {
	face := m.style.Face(r)
	if unicode.Is(unicode.Han, r) {
		r = '中'
	}
	key := glyph{face, r}
	width, ok := m.known[key]
	if !ok {
		size, _ := measure(string(r), m.style.Size, face)
		width = size.Width
		m.known[key] = width
	}
	return width
}

func (m *metric) width(text []rune) float32 {
	total := float32(0)
	for _, r := range text {
		total += m.advance(r)
	}
	return total
}

func measure(s string, size float32, face fyne.Resource) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{}, face)
}
