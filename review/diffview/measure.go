package diffview

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// ruler knows how wide characters are. Every Han character of a face has the
// same advance; the others are measured once.
type ruler struct {
	advances map[glyph]float32
	heights  map[glyph]float32
	measure  func(s string, face fyne.Resource, size float32) fyne.Size
}

// glyph is a character in a face at a size.
type glyph struct {
	face fyne.Resource
	size float32
	r    rune
}

// model stands for every Han character.
const model = '国'

func newRuler() *ruler {
	return &ruler{advances: map[glyph]float32{}, heights: map[glyph]float32{}, measure: measure}
}

// advance is the width of one character, in Fyne's units.
func (u *ruler) advance(face fyne.Resource, size float32, r rune) float32 {
	if unicode.Is(unicode.Han, r) {
		r = model
	}
	g := glyph{face, size, r}
	width, ok := u.advances[g]
	if !ok {
		width = u.measure(string(r), face, size).Width
		u.advances[g] = width
	}
	return width
}

// height is how high a text of this face stands.
func (u *ruler) height(face fyne.Resource, size float32) float32 {
	g := glyph{face, size, model}
	height, ok := u.heights[g]
	if !ok {
		height = u.measure(string(model), face, size).Height
		u.heights[g] = height
	}
	return height
}

func measure(s string, face fyne.Resource, size float32) fyne.Size {
	measured, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{}, face)
	return measured
}
