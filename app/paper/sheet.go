package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
)

// Sheet lays a body on white paper in the middle of a desk, its margins at the
// sides, above and below.
func Sheet(side, above, below float32, body fyne.CanvasObject) fyne.CanvasObject {
	sheet := element.NewSurface(jtheme.ColorPaper, element.Margins(side, above, below, body))
	sheet.Stroke = jtheme.ColorLine
	middle := container.NewHBox(layout.NewSpacer(), sheet, layout.NewSpacer())
	return container.NewVBox(element.Gap(1, 18), middle, element.Gap(1, 24))
}
