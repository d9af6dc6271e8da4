package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Colour names of the program, for fyne's theme.Color. A tint is the surface
// behind text of its colour; an inner tint marks the characters that differ
// within a tinted run.
const (
	ColorDesk    fyne.ThemeColorName = "jianbao.desk"    // behind the page
	ColorPaper   fyne.ThemeColorName = "jianbao.paper"   // page, bars, cards
	ColorPanel   fyne.ThemeColorName = "jianbao.panel"   // side panels
	ColorControl fyne.ThemeColorName = "jianbao.control" // plain buttons, badges
	ColorInk     fyne.ThemeColorName = "jianbao.ink"     // text
	ColorSoft    fyne.ThemeColorName = "jianbao.soft"    // secondary and disabled text
	ColorLine    fyne.ThemeColorName = "jianbao.line"    // hairlines
	ColorEdge    fyne.ThemeColorName = "jianbao.edge"    // outlines of entries and checks

	ColorRed      fyne.ThemeColorName = "jianbao.red"      // masthead, red rule, critical, errors
	ColorOnAccent fyne.ThemeColorName = "jianbao.onAccent" // text on red, action, ok and warn

	ColorAction     fyne.ThemeColorName = "jianbao.action" // main buttons, selection, links
	ColorActionTint fyne.ThemeColorName = "jianbao.actionTint"

	ColorInsert      fyne.ThemeColorName = "jianbao.insert" // always underlined too
	ColorInsertTint  fyne.ThemeColorName = "jianbao.insertTint"
	ColorInsertInner fyne.ThemeColorName = "jianbao.insertInner"
	ColorDelete      fyne.ThemeColorName = "jianbao.delete" // always struck too
	ColorDeleteTint  fyne.ThemeColorName = "jianbao.deleteTint"
	ColorDeleteInner fyne.ThemeColorName = "jianbao.deleteInner"
	ColorMove        fyne.ThemeColorName = "jianbao.move" // dotted line and number too
	ColorMoveTint    fyne.ThemeColorName = "jianbao.moveTint"

	ColorOK       fyne.ThemeColorName = "jianbao.ok"       // all is well
	ColorWarn     fyne.ThemeColorName = "jianbao.warn"     // look at this
	ColorNoteTint fyne.ThemeColorName = "jianbao.noteTint" // behind commented text
)

// tone is one colour in both variants.
type tone struct{ light, dark color.NRGBA }

func (t tone) in(variant fyne.ThemeVariant) color.NRGBA {
	if variant == fynetheme.VariantDark {
		return t.dark
	}
	return t.light
}

// opaque makes a tone of two 0xRRGGBB values.
func opaque(light, dark uint32) tone { return tone{rgb(light, 0xFF), rgb(dark, 0xFF)} }

// veil makes a tone of two 0xRRGGBB values with an alpha each.
func veil(light uint32, lightAlpha uint8, dark uint32, darkAlpha uint8) tone {
	return tone{rgb(light, lightAlpha), rgb(dark, darkAlpha)}
}

func rgb(value uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(value >> 16), G: uint8(value >> 8), B: uint8(value), A: alpha}
}

// tokens is the colour table, the only place where a colour of the program is
// written down.
var tokens = map[fyne.ThemeColorName]tone{
	ColorDesk:    opaque(0xF1EFEA, 0x1E1F22),
	ColorPaper:   opaque(0xFFFFFF, 0x2A2C30),
	ColorPanel:   opaque(0xF8F7F3, 0x242629),
	ColorControl: opaque(0xE5E1D8, 0x363A3F),
	ColorInk:     opaque(0x20242A, 0xE6E4DF),
	ColorSoft:    opaque(0x5F636A, 0xA3A5A8),
	ColorLine:    opaque(0xDEDAD1, 0x3A3C40),
	ColorEdge:    opaque(0x8C887F, 0x7C7F84),

	ColorRed:      opaque(0xC4161C, 0xF27A75),
	ColorOnAccent: opaque(0xFFFFFF, 0x1E1F22),

	ColorAction:     opaque(0x24527A, 0x7FB0DA),
	ColorActionTint: opaque(0xE8EEF4, 0x24364A),

	ColorInsert:      opaque(0x0D6A5A, 0x74D1BC),
	ColorInsertTint:  opaque(0xE1F2EE, 0x183A34),
	ColorInsertInner: opaque(0xB9E0D6, 0x1F5248),
	ColorDelete:      opaque(0x7A4B2E, 0xDBAB8E),
	ColorDeleteTint:  opaque(0xF6EBE3, 0x3E2E24),
	ColorDeleteInner: opaque(0xE8CDB9, 0x523A2A),
	ColorMove:        opaque(0x5A4A98, 0xB3A6E8),
	ColorMoveTint:    opaque(0xEEEBF9, 0x2F2A45),

	ColorOK:       opaque(0x2A7541, 0x6FBF86),
	ColorWarn:     opaque(0x985A00, 0xE0A84A),
	ColorNoteTint: opaque(0xFBF1CF, 0x40371C),
}
