package prefs

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// newSuites lets one choose how sign-offs are signed.
func (s *Screen) newSuites(chosen review.Suite) *widget.Select {
	names := make([]string, len(review.Suites()))
	for i, suite := range review.Suites() {
		names[i] = s.t("term.suite." + string(suite))
	}
	pick := probe.Name(widget.NewSelect(names, nil), "series.suite")
	pick.SetSelectedIndex(max(slices.Index(review.Suites(), chosen), 0))
	return pick
}

// losePIN gives somebody a new PIN in place of a forgotten one. Another person
// answers for it with his own.
func (s *Screen) losePIN(p review.Person) {
	var names []string
	for _, other := range s.people {
		if other.ID != p.ID && !other.Left && other.PIN != "" {
			names = append(names, other.Name)
		}
	}
	whose := probe.Name(widget.NewSelect(names, nil), "lost.whose")
	own := probe.Name(element.NewPINEntry(""), "lost.own")
	pin, again := probe.Name(element.NewPINEntry(""), "lost.new"), probe.Name(element.NewPINEntry(""), "lost.again")
	s.form("prefs.pin.lost", func() {
		if pin.Text != again.Text {
			s.shell.Tell(p.Name, s.t("prefs.pin.differ"))
			return
		}
		s.change(func(ctx context.Context) error { return s.replacePIN(ctx, whose.Selected, own.Text, p.ID, pin.Text) })
	}, widget.NewFormItem("", element.NewProse(s.t("prefs.pin.lost.why", "name", p.Name), jtheme.ColorInk)),
		widget.NewFormItem(s.t("prefs.pin.lost.whose"), whose), widget.NewFormItem(s.t("prefs.pin"), own),
		widget.NewFormItem(s.t("prefs.pin.new"), pin), widget.NewFormItem(s.t("prefs.pin.again"), again))
}

func (s *Screen) replacePIN(ctx context.Context, witness, own string, id review.PersonID, pin string) error {
	who, err := s.shell.Desk().Unlock(ctx, witness, own)
	if err != nil {
		return err
	}
	defer who.Rest()
	return s.shell.Desk().LosePIN(ctx, who, id, pin)
}

// idleMinutes are the times offered after which the window locks.
var idleMinutes = []int{5, 10, 15, 30, 60, 0}

// paintIdle lets one choose after how long the window locks.
func (s *Screen) paintIdle() fyne.CanvasObject {
	names := make([]string, len(idleMinutes))
	for i, minutes := range idleMinutes {
		names[i] = s.t("prefs.idle.minutes", "minutes", minutes)
		if minutes == 0 {
			names[i] = s.t("prefs.idle.never")
		}
	}
	pick := probe.Name(widget.NewSelect(names, nil), "prefs.idle")
	pick.SetSelectedIndex(slices.Index(idleMinutes, s.shell.Idle()))
	pick.OnChanged = func(string) {
		s.shell.Window().Canvas().Unfocus() // the choice would keep the keys to itself
		s.shell.SetIdle(idleMinutes[max(pick.SelectedIndex(), 0)])
	}
	return element.NewCard(pick, nil)
}
