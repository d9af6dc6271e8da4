package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// pageSizes are the sizes of text on the page at 100 %. Fyne's widgets set lines
// at the serif's own height, 1.44 em; prose wants 1.8 em and its own row height.
var pageSizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:           16,
	fynetheme.SizeNameCaptionText:    14,
	fynetheme.SizeNameSubHeadingText: 18,
	fynetheme.SizeNameHeadingText:    22,
	fynetheme.SizeNameInnerPadding:   4,
}

type page struct {
	*Theme
	zoom float32
}

// Page returns the look of the page area, for container.NewThemeOverride: serif
// text of 16 × zoom, and entries that look like text on paper until they have
// the focus. The zoom is 1 at 100 %.
//
// Its face is always the bundled serif, since a Fyne widget takes one face for
// all its text and 仿宋 lacks characters found in names; text drawn rune by rune
// asks Body instead.
func Page(base *Theme, zoom float32) fyne.Theme { return &page{base, zoom} }

func (p *page) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	switch name {
	case fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder:
		return color.Transparent
	case fynetheme.ColorNameBackground:
		return p.Theme.Color(ColorPaper, system)
	default:
		return p.Theme.Color(name, system)
	}
}

func (p *page) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := pageSizes[name]; ok {
		return size * p.zoom
	}
	return p.Theme.Size(name)
}

func (p *page) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return p.Theme.Font(style)
	case style.Bold:
		return p.faces.serifBlack
	default:
		return p.faces.serif
	}
}
