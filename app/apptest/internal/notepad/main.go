// Command notepad is the small window on which the journey language itself is tried.
package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/ime"
)

func main() {
	a := app.NewWithID("notepad")
	w := a.NewWindow("notepad")
	w.SetContent(content(w))
	w.Resize(fyne.NewSize(800, 500))
	w.Show()
	ime.Attach(w)
	probe.Start(w)
	a.Run()
}

// content is a form with one line, one secret line, a page of text, and a list too long for the window.
func content(w fyne.Window) fyne.CanvasObject {
	line, secret := widget.NewEntry(), widget.NewPasswordEntry()
	page := probe.Name(widget.NewMultiLineEntry(), "page")
	page.Wrapping = fyne.TextWrapBreak
	count := widget.NewLabel("keys: 0")
	line.OnSubmitted = func(text string) { count.SetText("submitted: " + text) }
	tell := widget.NewButton("Tell", func() { dialog.ShowInformation("Told", "line: "+line.Text, w) })
	form := container.New(layout.NewFormLayout(), widget.NewLabel("Line"), line, widget.NewLabel("Secret"), secret)
	side := container.NewVScroll(rows(count))
	side.SetMinSize(fyne.NewSize(160, 0))
	return container.NewBorder(form, container.NewHBox(tell, count), nil, side, page)
}

// rows is a column of buttons, each of which says that it was chosen.
func rows(say *widget.Label) fyne.CanvasObject {
	column := container.NewVBox()
	for i := range 40 {
		name := fmt.Sprintf("Row %d", i)
		column.Add(widget.NewButton(name, func() { say.SetText("chosen: " + name) }))
	}
	return column
}
