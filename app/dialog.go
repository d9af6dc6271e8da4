package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/element"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// Fail implements screen.Shell.
func (w *window) Fail(err error) { w.tell(w.Words().T("fail.title"), w.Words().Error(err)) }

// Tell shows a sentence that the user should not miss.
func (w *window) Tell(title, sentence string) { w.tell(title, sentence) }

func (w *window) tell(title, sentence string) {
	d := dialog.NewCustom(title, w.Words().T("button.close"), element.NewProse(sentence, theme.ColorInk), w.win)
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
}

// Confirm asks before something that cannot be taken back at once.
func (w *window) Confirm(title, sentence, verb string, then func()) {
	text := element.NewProse(sentence, theme.ColorInk)
	d := dialog.NewCustomConfirm(title, verb, w.Words().T("button.cancel"), text, func(ok bool) {
		if ok {
			then()
		}
	}, w.win)
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
}

// Ask implements screen.Shell.
func (w *window) Ask(title, hint string, then func(string)) {
	entry := element.NewLines(hint, 3)
	d := dialog.NewCustomConfirm(title, w.Words().T("button.ok"), w.Words().T("button.cancel"), entry, func(ok bool) {
		switch text := strings.TrimSpace(entry.Text); {
		case ok && text != "":
			then(text)
		case ok:
			w.Ask(title, hint, then)
		}
	}, w.win)
	d.Resize(fyne.NewSize(480, 220))
	d.Show()
	w.win.Canvas().Focus(entry)
}

// palette lists every command of the moment; typing narrows the list, Enter
// carries the first out.
func (w *window) palette() {
	list := element.Stack(0)
	find := element.NewEntry(w.Words().T("palette.hint"))
	var d dialog.Dialog
	var first func()
	fill := func(part string) {
		list.Objects, first = nil, nil
		for _, c := range w.commands() {
			title := c.Title(w.Words().T)
			if !strings.Contains(strings.ToLower(title), strings.ToLower(part)) {
				continue
			}
			run := func() { d.Hide(); w.run(c) }
			if first == nil {
				first = run
			}
			why := c.Reason()
			row := container.NewBorder(nil, nil, element.NewText(title), element.NewSoft(string(c.Key)), element.NewSoft("    "+why))
			list.Add(element.NewRow(row, run))
		}
		list.Refresh()
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(560, 360))
	d = dialog.NewCustom(w.Words().T("command.window.palette"), w.Words().T("button.close"),
		container.NewBorder(find, nil, nil, nil, scroll), w.win)
	find.OnChanged = fill
	find.OnSubmitted = func(string) {
		if first != nil {
			first()
		}
	}
	fill("")
	d.Show()
	w.win.Canvas().Focus(find)
}

// Layout is that of the series; the first call looks for fonts.
func (w *window) Layout(s review.Series) (*exchange.Layout, error) { return setup.LayoutOf(s) }
