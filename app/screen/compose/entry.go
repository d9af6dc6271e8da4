package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
)

// surface is what a field is written in: a textview.View, or a paper.Field for a
// text that no buffer holds.
type surface interface {
	fyne.Widget
	fyne.Focusable
	Text() string
	// CaretArea is the place of the caret in the surface and its height, by which
	// an input method finds it.
	CaretArea() (topLeft fyne.Position, height float32)
}

// entry is one field of the page with, below it, what is wrong with it.
type entry struct {
	place doc.Place
	field surface
	wrong *fyne.Container // empty, or one sentence
	said  string
	box   *fyne.Container
}

func newEntry(at doc.Place, field surface) *entry {
	e := &entry{place: at, field: field, wrong: element.Flow(0)}
	e.wrong.Hide()
	e.box = element.Flow(0, field, e.wrong)
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
