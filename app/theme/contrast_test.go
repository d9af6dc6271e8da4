package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

const (
	textContrast    = 4.5 // WCAG 2.1, 1.4.3
	outlineContrast = 3.0 // WCAG 2.1, 1.4.11
)

// surfaces lists, for each colour of text, what it is ever written on.
var surfaces = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	ColorInk: {ColorDesk, ColorPaper, ColorPanel, ColorControl, ColorActionTint, ColorInsertTint, ColorInsertInner,
		ColorDeleteTint, ColorDeleteInner, ColorMoveTint, ColorNoteTint},
	ColorSoft:     {ColorDesk, ColorPaper, ColorPanel, ColorControl, ColorActionTint, ColorNoteTint},
	ColorRed:      {ColorDesk, ColorPaper, ColorPanel, ColorActionTint},
	ColorAction:   {ColorDesk, ColorPaper, ColorPanel, ColorControl, ColorActionTint},
	ColorInsert:   {ColorPaper, ColorPanel, ColorActionTint, ColorInsertTint, ColorInsertInner},
	ColorDelete:   {ColorPaper, ColorPanel, ColorActionTint, ColorDeleteTint, ColorDeleteInner},
	ColorMove:     {ColorPaper, ColorPanel, ColorActionTint, ColorMoveTint},
	ColorOK:       {ColorDesk, ColorPaper, ColorPanel, ColorActionTint},
	ColorWarn:     {ColorDesk, ColorPaper, ColorPanel, ColorActionTint},
	ColorOnAccent: {ColorRed, ColorAction, ColorOK, ColorWarn},
}

// states lists text on a surface under one of the veils of a widget's state.
var states = []struct{ text, veil, surface fyne.ThemeColorName }{
	{ColorInk, fynetheme.ColorNameHover, ColorControl},
	{ColorInk, fynetheme.ColorNameFocus, ColorControl},
	{ColorInk, fynetheme.ColorNameFocus, ColorPaper},
	{ColorInk, fynetheme.ColorNameHover, ColorPaper},
	{ColorInk, fynetheme.ColorNameSelection, ColorPaper},
	{ColorInk, fynetheme.ColorNameSelection, ColorPanel},
	{ColorInk, fynetheme.ColorNameSelection, ColorDesk},
	{ColorSoft, fynetheme.ColorNameHover, ColorPaper},
	{ColorOnAccent, fynetheme.ColorNameHover, ColorAction},
	{ColorOnAccent, fynetheme.ColorNameFocus, ColorAction},
	{ColorOnAccent, fynetheme.ColorNameHover, ColorRed},
	{ColorOnAccent, fynetheme.ColorNameFocus, ColorRed},
	{ColorSoft, fynetheme.ColorNameHover, ColorPanel},
}

var variants = map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark}

func TestTextIsReadableOnItsSurfaces(t *testing.T) {
	for name, variant := range variants {
		for text, on := range surfaces {
			for _, surface := range on {
				got := contrast(tokens[text].in(variant), tokens[surface].in(variant))
				if got < textContrast {
					t.Errorf("%s: %s on %s is %.2f:1", name, text, surface, got)
				}
			}
		}
	}
}

func TestEveryTextTokenHasSurfaces(t *testing.T) {
	background := map[fyne.ThemeColorName]bool{ColorLine: true, ColorEdge: true}
	for _, on := range surfaces {
		for _, surface := range on {
			background[surface] = true
		}
	}
	for token := range tokens {
		if surfaces[token] == nil && !background[token] {
			t.Errorf("%s is neither tried as text nor as a surface", token)
		}
	}
}

func TestTextIsReadableInEveryState(t *testing.T) {
	for name, variant := range variants {
		for _, state := range states {
			under := tokens[state.surface].in(variant)
			got := contrast(tokens[state.text].in(variant), over(veils[state.veil].in(variant), under))
			if got < textContrast {
				t.Errorf("%s: %s on %s under %s is %.2f:1", name, state.text, state.surface, state.veil, got)
			}
		}
	}
}

func TestOutlinesAreVisible(t *testing.T) {
	for name, variant := range variants {
		for _, surface := range []fyne.ThemeColorName{ColorDesk, ColorPaper, ColorPanel} {
			got := contrast(tokens[ColorEdge].in(variant), tokens[surface].in(variant))
			if got < outlineContrast {
				t.Errorf("%s: outline on %s is %.2f:1", name, surface, got)
			}
		}
	}
}

func TestContrastAgreesWithTheStandard(t *testing.T) {
	white, black, grey := rgb(0xFFFFFF, 0xFF), rgb(0, 0xFF), rgb(0x767676, 0xFF)
	if got := contrast(white, black); math.Abs(got-21) > 0.01 {
		t.Errorf("white on black = %.2f, want 21", got)
	}
	if got := contrast(white, grey); math.Abs(got-4.54) > 0.01 {
		t.Errorf("white on #767676 = %.2f, want 4.54", got)
	}
}

// contrast is the ratio of WCAG 2.1 between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	light, dark := luminance(a), luminance(b)
	return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 {
	value := float64(channel) / 0xFF
	if value <= 0.04045 {
		return value / 12.92
	}
	return math.Pow((value+0.055)/1.055, 2.4)
}

func over(veil, under color.NRGBA) color.NRGBA {
	mix := func(v, u uint8) uint8 {
		alpha := float64(veil.A) / 0xFF
		return uint8(math.Round(alpha*float64(v) + (1-alpha)*float64(u)))
	}
	return color.NRGBA{mix(veil.R, under.R), mix(veil.G, under.G), mix(veil.B, under.B), 0xFF}
}
