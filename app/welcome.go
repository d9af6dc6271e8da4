package app

import (
	"context"
	"os"
	"os/exec"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
)

// welcome asks the questions of a first start, where nobody is entered yet.
func (w *window) welcome() {
	var people []review.Person
	w.Do(func() (err error) {
		people, err = w.Desk().People(context.Background())
		return err
	}, func() {
		if len(people) == 0 {
			w.askOffice()
		}
	})
}

// askOffice asks what the bulletin and its office are called and who has which
// hand, or opens the sample to try. It can be put off.
func (w *window) askOffice() {
	t := w.Words().T
	entry := func(name string) *element.Entry { return probe.Name(element.NewEntry(t(name+".hint")), name) }
	title, office := entry("welcome.title"), entry("welcome.office")
	drafter, editor, checker := entry("welcome.drafter"), entry("welcome.editor"), entry("welcome.checker")
	intro := element.NewProse(t("welcome.intro"), theme.ColorInk)
	form := widget.NewForm(
		widget.NewFormItem(t("term.masthead.title"), title), widget.NewFormItem(t("term.masthead.office"), office),
		widget.NewFormItem(string(review.RoleDrafter), drafter), widget.NewFormItem(t("term.imprint.editor"), editor),
		widget.NewFormItem(t("term.imprint.checker"), checker))
	sample := widget.NewButton(t("welcome.sample"), w.startSample)
	answer := func(ok bool) {
		if ok {
			w.found(setup.Office{Title: title.Text, Name: office.Text, Drafter: drafter.Text, Editor: editor.Text, Checker: checker.Text})
		}
	}
	d := dialog.NewCustomConfirm(t("welcome.heading"), t("welcome.start"), t("welcome.later"), element.Flow(8, intro, form, sample), answer, w.win)
	d.Resize(fyne.NewSize(580, 400))
	d.Show()
	w.win.Canvas().Focus(title)
}

// found sets the office up and seats its drafter.
func (w *window) found(o setup.Office) {
	if strings.TrimSpace(o.Title) == "" || strings.TrimSpace(o.Drafter) == "" {
		w.tell(w.Words().T("welcome.heading"), w.Words().T("welcome.least"))
		return
	}
	var drafter review.Actor
	w.Do(func() (err error) {
		ctx := context.Background()
		if err := w.program.Found(ctx, o); err != nil {
			return err
		}
		drafter, err = w.Desk().As(ctx, o.Drafter)
		return err
	}, func() {
		w.seat(drafter)
		w.tell(w.Words().T("welcome.heading"), w.Words().T("welcome.pins"))
	})
}

// startSample opens the sample in a window of its own, on a database of its own.
func (w *window) startSample() {
	self, err := os.Executable()
	if err == nil {
		err = exec.Command(self, "--sample").Start()
	}
	if err != nil {
		w.Fail(err)
	}
}
