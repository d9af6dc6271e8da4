package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// widgetTokens says which token each of Fyne's own opaque colours is.
var widgetTokens = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameBackground:          ColorDesk,
	fynetheme.ColorNameButton:              ColorControl,
	fynetheme.ColorNameDisabledButton:      ColorPanel,
	fynetheme.ColorNameDisabled:            ColorSoft,
	fynetheme.ColorNameError:               ColorRed,
	fynetheme.ColorNameForeground:          ColorInk,
	fynetheme.ColorNameForegroundOnError:   ColorOnAccent,
	fynetheme.ColorNameForegroundOnPrimary: ColorOnAccent,
	fynetheme.ColorNameForegroundOnSuccess: ColorOnAccent,
	fynetheme.ColorNameForegroundOnWarning: ColorOnAccent,
	fynetheme.ColorNameHeaderBackground:    ColorPanel,
	fynetheme.ColorNameHyperlink:           ColorAction,
	fynetheme.ColorNameInputBackground:     ColorPaper,
	fynetheme.ColorNameInputBorder:         ColorEdge,
	fynetheme.ColorNameMenuBackground:      ColorPaper,
	fynetheme.ColorNameOverlayBackground:   ColorPaper,
	fynetheme.ColorNamePlaceHolder:         ColorSoft,
	fynetheme.ColorNamePrimary:             ColorAction,
	fynetheme.ColorNameScrollBarBackground: ColorPanel,
	fynetheme.ColorNameSeparator:           ColorLine,
	fynetheme.ColorNameSuccess:             ColorOK,
	fynetheme.ColorNameWarning:             ColorWarn,
}

// veils are Fyne's colours that lie over or under others. The focus colour is
// blended over a button of any importance, so it differs from the action colour;
// the shadow also dims the window behind a dialog and draws the rule under tabs.
var veils = map[fyne.ThemeColorName]tone{
	fynetheme.ColorNameFocus:     veil(0x7FB0DA, 0x59, 0xCFE6FA, 0x38),
	fynetheme.ColorNameHover:     veil(0x20242A, 0x0F, 0xFFFFFF, 0x0F),
	fynetheme.ColorNamePressed:   veil(0x20242A, 0x1F, 0xFFFFFF, 0x1F),
	fynetheme.ColorNameScrollBar: veil(0x5F636A, 0x80, 0xA3A5A8, 0x80),
	fynetheme.ColorNameSelection: veil(0x24527A, 0x2E, 0x7FB0DA, 0x40),
	fynetheme.ColorNameShadow:    veil(0x20242A, 0x24, 0x000000, 0x40),
}

// toneOf finds the tone of a name of ours or of Fyne's.
func toneOf(name fyne.ThemeColorName) (tone, bool) {
	if veil, ok := veils[name]; ok {
		return veil, true
	}
	if token, ok := widgetTokens[name]; ok {
		name = token
	}
	tone, ok := tokens[name]
	return tone, ok
}
