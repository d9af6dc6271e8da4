package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The sizes of a text that is read one sentence at a time, and of the numbers in
// it.
const (
	SizeReading fyne.ThemeSizeName = "reading"
	SizeFigure  fyne.ThemeSizeName = "figure"
)

// sizes are set for office work at 1366×768, in Fyne's units. The width of an
// entry's border is also the width of its caret.
var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:               13,
	fynetheme.SizeNameCaptionText:        12,
	fynetheme.SizeNameSubHeadingText:     15,
	fynetheme.SizeNameHeadingText:        18,
	fynetheme.SizeNameLineSpacing:        4,
	fynetheme.SizeNamePadding:            4,
	fynetheme.SizeNameInnerPadding:       6,
	fynetheme.SizeNameInlineIcon:         18,
	fynetheme.SizeNameInputBorder:        1,
	fynetheme.SizeNameInputRadius:        4,
	fynetheme.SizeNameSelectionRadius:    4,
	fynetheme.SizeNameScrollBar:          10,
	fynetheme.SizeNameScrollBarSmall:     4,
	fynetheme.SizeNameScrollBarRadius:    4,
	fynetheme.SizeNameSeparatorThickness: 1,
	SizeReading:                          24,
	SizeFigure:                           32,
}
