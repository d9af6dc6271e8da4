package element

import (
	"fyne.io/fyne/v2"

	"jianbao/app/i18n"
	jtheme "jianbao/app/theme"
)

// Light says in a word, a colour and a sentence whether something is well.
func Light(words *i18n.Catalogue, good bool, code string, args map[string]string) fyne.CanvasObject {
	key, ink := "light.red", jtheme.ColorRed
	if good {
		key, ink = "light.green", jtheme.ColorOK
	}
	return Flow(3, NewColoured("● "+words.T(key), ink), NewNote(words.With(code, args), jtheme.ColorInk))
}
