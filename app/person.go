package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
)

func roleNames(roles []review.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	return strings.Join(names, "、")
}

// sitDown seats who sat here last, without a PIN: that is asked before whatever
// needs it. On the sample the drafter sits down.
func (w *window) sitDown(ctx context.Context, sample bool) {
	name := w.taste.Person
	if people, err := setup.SamplePeople(); sample && err == nil {
		name = people[0].Name
	}
	if name == "" {
		return
	}
	if a, err := w.Desk().As(ctx, name); err == nil && !a.Person().Left {
		w.actor = a
	}
}

// switchPerson lets somebody else sit down: it asks who, then that person's PIN.
func (w *window) switchPerson() {
	var people []review.Person
	w.Do(func() (err error) {
		people, err = w.Desk().People(context.Background())
		return err
	}, func() {
		if len(people) == 0 {
			w.toPrefs()
			return
		}
		w.choosePerson(people)
	})
}

func (w *window) choosePerson(people []review.Person) {
	list := element.Stack(0)
	var d dialog.Dialog
	for _, p := range people {
		if p.Left {
			continue
		}
		line := element.Line(10, element.NewStrong(p.Name), element.NewSoft(roleNames(p.Roles)))
		list.Add(element.NewRow(line, func() {
			d.Hide()
			w.askPINOf(p, w.Words().T("pin.sitdown", "name", p.Name), w.seat)
		}))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(360, min(320, list.MinSize().Height+8)))
	d = dialog.NewCustom(w.Words().T("person.who"), w.Words().T("button.cancel"), scroll, w.win)
	d.Show()
}

// seat makes a the acting person; whoever sat here before has left the screen.
func (w *window) seat(a review.Actor) {
	if err := w.current.Leave(); err != nil {
		w.Fail(err)
		return
	}
	a.Rest() // to sign, the PIN is asked for again
	w.actor = a
	w.live.pulse.Sit(a)
	w.paintOthers()
	w.taste.Person = a.Person().Name
	w.remember()
	w.Home()
	w.bringIn(func() {})
}

// AskPIN implements screen.Shell.
func (w *window) AskPIN(why string, then func(review.Actor)) {
	if w.actor.Person().ID == "" {
		w.switchPerson()
		return
	}
	w.askPINOf(w.actor.Person(), why, then)
}

// askPINOf asks for a person's PIN. Somebody without one may sit down and is
// told that he cannot sign.
func (w *window) askPINOf(p review.Person, why string, then func(review.Actor)) {
	if p.PIN == "" {
		w.seatWithoutPIN(p, then)
		return
	}
	entry := probe.Name(element.NewPINEntry(w.Words().T("pin.hint")), "pin")
	try := func(ok bool) {
		if !ok {
			return
		}
		var a review.Actor
		w.Do(func() (err error) {
			a, err = w.Desk().Unlock(context.Background(), p.Name, entry.Text)
			return err
		}, func() { then(a) })
	}
	d := dialog.NewCustomConfirm(p.Name, w.Words().T("button.ok"), w.Words().T("button.cancel"),
		element.Flow(8, element.NewProse(why, theme.ColorInk), entry), try, w.win)
	entry.OnSubmitted = func(string) { d.Hide(); try(true) }
	d.Resize(fyne.NewSize(400, 190))
	d.Show()
	w.win.Canvas().Focus(entry)
}

func (w *window) seatWithoutPIN(p review.Person, then func(review.Actor)) {
	var a review.Actor
	w.Do(func() (err error) {
		a, err = w.Desk().As(context.Background(), p.Name)
		return err
	}, func() {
		w.tell(p.Name, w.Words().T("pin.none", "name", p.Name))
		then(a)
	})
}
