package textview

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"jianbao/editor/typeset"
)

// advances knows how wide characters are at one size. Fyne measures slowly and
// remembers every string it has measured, so each character is measured once
// and every Han character of a font counts as wide as 国.
type advances struct {
	look     *Look
	size     float32
	tables   []*[0x10000]typeset.Em // by face and rune; one more than the advance, 0 is unknown
	clusters map[cluster]typeset.Em // what is not a single rune of the basic plane
	han      map[fyne.Resource]typeset.Em
	measure  func(s string, size float32, font fyne.Resource) (fyne.Size, float32)
}

type cluster struct {
	face typeset.Face
	text string
}

func newAdvances(look *Look, size float32) *advances {
	return &advances{
		look: look, size: size, measure: measure,
		clusters: map[cluster]typeset.Em{}, han: map[fyne.Resource]typeset.Em{},
	}
}

// measure returns the size of a string and how far its base line is from its
// top.
func measure(s string, size float32, font fyne.Resource) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(s, size, fyne.TextStyle{}, font)
}

// Advance implements typeset.Measurer.
func (a *advances) Advance(face typeset.Face, text string) typeset.Em {
	r, size := utf8.DecodeRuneInString(text)
	if size < len(text) || r >= 0x10000 {
		return a.cluster(cluster{face, text})
	}
	for int(face) >= len(a.tables) {
		a.tables = append(a.tables, new([0x10000]typeset.Em))
	}
	known := &a.tables[face][r]
	if *known == 0 {
		*known = a.rune(face, r) + 1
	}
	return *known - 1
}

func (a *advances) cluster(c cluster) typeset.Em {
	width, ok := a.clusters[c]
	if !ok {
		r, _ := utf8.DecodeRuneInString(c.text)
		width = a.ems(c.text, a.look.face(c.face, r))
		a.clusters[c] = width
	}
	return width
}

func (a *advances) rune(face typeset.Face, r rune) typeset.Em {
	font := a.look.face(face, r)
	if !unicode.Is(unicode.Han, r) {
		return a.ems(string(r), font)
	}
	width, ok := a.han[font]
	if !ok {
		width = a.ems("国", font)
		a.han[font] = width
	}
	return width
}

func (a *advances) ems(s string, font fyne.Resource) typeset.Em {
	size, _ := a.measure(s, a.size, font)
	return typeset.Ems(float64(size.Width / a.size))
}
