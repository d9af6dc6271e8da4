// Package mistake owns the small form in which a slip that was found in a final
// text (错情) is entered, to be looked for in every later issue. Where the words
// come from and who may enter them it leaves to the screens that show it and to
// review.Desk.
package mistake

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/review"
)

// Shell is what the form wants from the window.
type Shell interface {
	screen.Shell
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
}

// form is the slip under the hands of the user.
type form struct {
	shell Shell
	id    review.DraftID
	then  func()

	wrong, right, note *element.Entry
}

// Ask asks for a slip of a draft, beginning with the words selected in its text,
// and goes on with then once it is entered.
func Ask(shell Shell, id review.DraftID, selected string, then func()) {
	f := &form{shell: shell, id: id, then: then}
	var items []*widget.FormItem
	entry := func(column, value string) *element.Entry {
		e := probe.Name(element.NewEntry(f.t("mistake.hint."+column)), "mistake."+column)
		e.SetText(value)
		items = append(items, widget.NewFormItem(f.t("mistake.column."+column), e))
		return e
	}
	f.wrong, f.right, f.note = entry("wrong", selected), entry("right", selected), entry("note", "")
	d := dialog.NewForm(f.t("mistake.title"), f.t("button.ok"), f.t("button.cancel"), items, func(ok bool) {
		if ok {
			f.enter()
		}
	}, shell.Window())
	d.Resize(fyne.NewSize(560, d.MinSize().Height))
	d.Show()
	f.focus(selected)
}

func (f *form) t(key string, pairs ...any) string { return f.shell.Words().T(key, pairs...) }

// focus goes to what is to be written first.
func (f *form) focus(selected string) {
	first := f.wrong
	if selected != "" {
		first = f.right
	}
	f.shell.Window().Canvas().Focus(first)
}

// enter records the slip. What the desk refuses is said, and nothing is entered.
func (f *form) enter() {
	desk, who, wrong, right, note := f.shell.Desk(), f.shell.Actor(), f.wrong.Text, f.right.Text, f.note.Text
	var slip review.Item
	f.shell.Do(func() (err error) {
		slip, err = desk.AddSlip(context.Background(), who, f.id, wrong, right, note)
		return err
	}, func() {
		f.then()
		f.shell.Tell(f.t("mistake.title"), f.t("mistake.entered", "wrong", slip.Name, "right", slip.Right))
	})
}
