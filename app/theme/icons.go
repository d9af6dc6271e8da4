package theme

import (
	"fmt"
	"io/fs"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Icons that Fyne lacks, for fyne's theme.Icon.
const (
	IconAppearance fyne.ThemeIconName = "jianbao.appearance" // light or dark
	IconArchive    fyne.ThemeIconName = "jianbao.archive"    // past issues
	IconComment    fyne.ThemeIconName = "jianbao.comment"    // remarks on the text
	IconCompare    fyne.ThemeIconName = "jianbao.compare"    // two texts side by side
	IconLedger     fyne.ThemeIconName = "jianbao.ledger"     // issue numbers
	IconLock       fyne.ThemeIconName = "jianbao.lock"       // frozen text
	IconMarked     fyne.ThemeIconName = "jianbao.marked"     // changes marked in the text
	IconShield     fyne.ThemeIconName = "jianbao.shield"     // safe: backed up, verified
	IconSign       fyne.ThemeIconName = "jianbao.sign"       // sign-off
)

var iconNames = []fyne.ThemeIconName{
	IconAppearance, IconArchive, IconComment, IconCompare, IconLedger,
	IconLock, IconMarked, IconShield, IconSign,
}

// loadIcons reads the drawing of every icon; they take the colour of the text.
func loadIcons(files fs.FS) (map[fyne.ThemeIconName]fyne.Resource, error) {
	icons := make(map[fyne.ThemeIconName]fyne.Resource, len(iconNames))
	for _, name := range iconNames {
		file := strings.TrimPrefix(string(name), "jianbao.") + ".svg"
		drawing, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, fmt.Errorf("icon: %w", err)
		}
		icons[name] = fynetheme.NewThemedResource(fyne.NewStaticResource(file, drawing))
	}
	return icons, nil
}
