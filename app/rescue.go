package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage/backup"
)

// rescue is the window for a database that cannot be opened because it is
// damaged, or something else is in its place.
type rescue struct {
	words   *i18n.Catalogue
	keeper  *backup.Keeper
	copies  []backup.Copy // sound ones, newest first
	apart   func(func())  // runs work beside the UI goroutine
	content *fyne.Container
}

// rescueRoom is how many copies are offered.
const rescueRoom = 5

// newRescue returns nil where there is nothing to restore, or opening failed
// for a reason that a restore does not mend.
func newRescue(words *i18n.Catalogue, o setup.Options, cause error) *rescue {
	if !errors.Is(cause, review.ErrDamaged) && !errors.Is(cause, review.ErrForeign) {
		return nil
	}
	keeper, err := setup.Backups(o)
	if err != nil {
		return nil
	}
	r := &rescue{words: words, keeper: keeper, content: element.Flow(10), apart: func(work func()) { go work() }}
	copies, err := keeper.Copies()
	for _, c := range copies {
		if c.Sound && len(r.copies) < rescueRoom {
			r.copies = append(r.copies, c)
		}
	}
	if err != nil || len(r.copies) == 0 {
		return nil
	}
	return r
}

// offer shows what happened and from which copies the work can be restored.
func (r *rescue) offer(cause error) {
	r.content.Objects = []fyne.CanvasObject{
		element.NewHeading(r.words.T("rescue.title")),
		element.NewProse(r.words.Error(cause), theme.ColorInk),
		element.NewProse(r.words.T("rescue.offer"), theme.ColorInk),
	}
	for _, c := range r.copies {
		restore := widget.NewButton(r.words.T("health.restore"), func() { r.restore(c) })
		at := element.NewText(c.At.Format("2006-1-2 15:04"))
		r.content.Add(element.NewCard(container.NewBorder(nil, nil, element.Middle(at), restore), nil))
	}
	r.content.Refresh()
}

// restore restores a copy in the place of what could not be opened, which is
// kept.
func (r *rescue) restore(c backup.Copy) {
	r.say(r.words.T("rescue.busy"))
	r.apart(func() {
		var kept string
		restored, err := r.keeper.Restore(context.Background(), c.Path)
		if err == nil {
			kept, err = r.keeper.Adopt(context.Background(), restored.Path)
		}
		fyne.Do(func() {
			if err != nil {
				r.offer(err)
				return
			}
			r.say(r.words.T("rescue.done", "drafts", restored.Drafts, "newest", restored.Newest, "kept", kept))
		})
	})
}

func (r *rescue) say(sentence string) {
	r.content.Objects = []fyne.CanvasObject{element.NewHeading(r.words.T("rescue.title")), element.NewProse(sentence, theme.ColorInk)}
	r.content.Refresh()
}

// runRescue shows the window until it is closed, or returns cause where there is
// nothing to restore.
func runRescue(o setup.Options, cause error) error {
	words, err := setup.Words(o.Language)
	if err != nil {
		return cause
	}
	r := newRescue(words, o, cause)
	if r == nil {
		return cause
	}
	look, err := newLook(theme.Light)
	if err = errors.Join(err, speak(words)); err != nil {
		return errors.Join(cause, err)
	}
	a := fyneapp.NewWithID(ID)
	a.Settings().SetTheme(look)
	r.offer(cause)
	w := a.NewWindow(words.T("app.name"))
	w.SetContent(container.NewVScroll(element.Margins(28, 20, 20, r.content)))
	w.Resize(fyne.NewSize(640, 480))
	w.ShowAndRun()
	return nil
}
