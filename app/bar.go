package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/element"
	"jianbao/app/theme"
)

// bar is the line above every screen: the way home, where one is, who one is,
// and the one next action.
type bar struct {
	window  *window
	left    *fyne.Container
	middle  *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

func newBar(w *window) *bar {
	b := &bar{window: w, left: container.NewHBox(), middle: container.NewStack(), right: element.Line(12)}
	surface := element.NewSurface(theme.ColorPaper, container.NewBorder(nil, nil, b.left, b.right, b.middle))
	surface.Inset = fyne.NewSize(10, 6)
	b.content = container.New(layout.NewCustomPaddedLayout(0, 0, 0, 0), surface)
	return b
}

func (b *bar) paint() {
	b.left.Objects = []fyne.CanvasObject{b.home(), element.Gap(10, 34)}
	b.middle.Objects = []fyne.CanvasObject{b.window.current.Header()}
	b.right.Objects = b.paintRight()
	for _, c := range []*fyne.Container{b.left, b.middle, b.right} {
		c.Refresh()
	}
}

// home is the program's name behind its red mark; a click leads to the desk.
func (b *bar) home() fyne.CanvasObject {
	mark := element.NewSurface(theme.ColorRed, element.Gap(4, 16))
	name := element.NewHeading(b.window.Words().T("app.name"))
	return element.NewRow(element.Line(8, element.Middle(mark), element.Middle(name)), b.window.Home)
}

func (b *bar) paintRight() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{element.Middle(b.person())}
	for _, c := range b.window.current.Commands() {
		if c.Primary {
			button := element.NewCommandButton(b.window.Words(), c, true)
			button.Terse = true
			button.Update()
			objects = append(objects, element.Middle(button))
		}
	}
	return objects
}

// person shows who sits here; a click lets somebody else sit down.
func (b *bar) person() fyne.CanvasObject {
	w := b.window
	text := w.Words().T("window.nobody")
	if p := w.actor.Person(); p.ID != "" {
		text = p.Name + " · " + roleNames(p.Roles)
	}
	chip := element.NewCard(element.NewColoured(text, theme.ColorAction), w.switchPerson)
	chip.Inset = fyne.NewSize(12, 4)
	chip.Radius = 14
	return chip
}
