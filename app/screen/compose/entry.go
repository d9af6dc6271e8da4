package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/paper"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
)

// entry is one field of the page with, below it, what is wrong with it.
type entry struct {
	place doc.Place
	field *paper.Field
	wrong *fyne.Container // empty, or one sentence
	said  string
	box   *fyne.Container
}

func newEntry(at doc.Place, style paper.Style, name string, readOnly bool) *entry {
	e := &entry{place: at, field: probe.Name(paper.NewField(style), name), wrong: element.Flow(0)}
	e.field.ReadOnly = readOnly
	e.wrong.Hide()
	e.box = element.Flow(0, e.field, e.wrong)
	return e
}

// complain says what is wrong; an empty sentence means nothing is.
func (e *entry) complain(say speech, sentence string) {
	if e.said == sentence {
		return
	}
	e.said = sentence
	e.wrong.Objects = nil
	e.wrong.Hide()
	if sentence != "" {
		e.wrong.Objects = []fyne.CanvasObject{element.NewNote(sentence, jtheme.ColorRed)}
		e.wrong.Show()
	}
	e.box.Refresh()
}
