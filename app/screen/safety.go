package screen

import (
	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/i18n"
	"jianbao/app/theme"
	"jianbao/storage/backup"
)

// Safety shows how the backups stand. Those of a server are not seen from here,
// so no light is lit for them.
func Safety(words *i18n.Catalogue, st backup.Status) fyne.CanvasObject {
	if st.Code == backup.CodeServer {
		return element.NewNote(words.With(st.Code, st.Args), theme.ColorInk)
	}
	return element.Light(words, st.Good, st.Code, st.Args)
}
