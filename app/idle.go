package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review"
)

// This file locks a window at which nobody works: it covers everything until
// the PIN is given. Nothing is closed and nothing is lost, since the text is
// stored while it is written.

// usualIdle is after how many minutes a window locks unless the settings say
// otherwise; look is how often that is looked at.
const (
	usualIdle = 15
	idleLook  = 10 * time.Second
)

// idle is since when nobody works at the window, and what covers it.
type idle struct {
	since time.Time
	cover fyne.CanvasObject // nil while it is not locked
}

// Idle is after how many minutes the window locks; 0 for never.
func (w *window) Idle() int {
	if w.taste.Idle == nil {
		return usualIdle
	}
	return *w.taste.Idle
}

// SetIdle changes that.
func (w *window) SetIdle(minutes int) {
	w.taste.Idle = &minutes
	w.remember()
}

// touch notes that somebody works: a command, an edit, another screen.
func (w *window) touch() { w.idle.since = time.Now() }

// watch looks from time to time whether anybody works, until ctx ends.
func (w *window) watch(ctx context.Context) {
	w.touch()
	ticker := time.NewTicker(idleLook)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case now := <-ticker.C:
				fyne.Do(func() { w.lockIdle(now) })
			}
		}
	}()
}

// lockIdle locks the window if nobody worked for long enough. Without a PIN
// that could open it again there is nothing to lock with.
func (w *window) lockIdle(now time.Time) {
	after := time.Duration(w.Idle()) * time.Minute
	if after == 0 || w.idle.cover != nil || w.actor.Person().PIN == "" || now.Sub(w.idle.since) < after {
		return
	}
	w.lock()
}

// lock covers the window, dialogs and all.
func (w *window) lock() {
	w.actor.Rest()
	name := w.actor.Person().Name
	entry := probe.Name(element.NewPINEntry(w.Words().T("pin.hint")), "lock.pin")
	entry.OnSubmitted = func(pin string) { w.unlock(name, pin) }
	open := widget.NewButton(w.Words().T("button.ok"), func() { w.unlock(name, entry.Text) })
	open.Importance = widget.HighImportance
	box := element.Stack(12, element.NewHeading(w.Words().T("lock.title")),
		element.NewProse(w.Words().T("lock.why", "minutes", w.Idle(), "name", name), theme.ColorInk), entry, open)
	cover := container.NewStack(element.NewSurface(theme.ColorPaper, container.NewCenter(element.Wide(420, box))))
	w.idle.cover = cover
	cover.Resize(w.win.Canvas().Size())
	w.win.Canvas().Overlays().Add(cover)
	w.win.Canvas().Focus(entry)
}

// unlock takes the cover away if the PIN is right; tries are counted as
// everywhere.
func (w *window) unlock(name, pin string) {
	var a review.Actor
	w.Do(func() (err error) {
		a, err = w.Desk().Unlock(context.Background(), name, pin)
		return err
	}, func() {
		a.Rest() // to sign, the PIN is asked for again
		if w.idle.cover != nil {
			w.win.Canvas().Overlays().Remove(w.idle.cover)
			w.idle.cover = nil
		}
		w.touch()
	})
}
