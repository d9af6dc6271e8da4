// Command entry is Fyne's own entry with a text given on standard input, in the face in which the program
// sets its pages: what the writing surface is measured against.
package main

import (
	"io"
	"log"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/paper"
	"jianbao/app/theme"
	"jianbao/assets"
)

// oneFace is a theme in which every text has one face.
type oneFace struct {
	fyne.Theme
	face fyne.Resource
}

// Font implements fyne.Theme.
func (t oneFace) Font(fyne.TextStyle) fyne.Resource { return t.face }

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	look, err := theme.New(theme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, theme.Light)
	if err != nil {
		log.Fatal(err)
	}
	faces, err := paper.NewFaces(look)
	if err != nil {
		log.Fatal(err)
	}
	a := app.NewWithID("entry")
	a.Settings().SetTheme(oneFace{look, faces.Body('中')})
	w := a.NewWindow("entry")
	page := probe.Name(widget.NewMultiLineEntry(), "page")
	page.Wrapping = fyne.TextWrapBreak
	w.SetContent(page)
	w.Resize(fyne.NewSize(640, 700))
	w.Show()
	page.SetText(string(text))
	probe.Start(w)
	a.Run()
}
