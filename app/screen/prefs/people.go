package prefs

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

func (s *Screen) paintPeople() []fyne.CanvasObject {
	if len(s.people) == 0 {
		return []fyne.CanvasObject{element.NewCard(element.NewProse(s.t("prefs.people.none"), jtheme.ColorInk), nil)}
	}
	cards := make([]fyne.CanvasObject, len(s.people))
	for i, p := range s.people {
		cards[i] = element.NewCard(s.paintPerson(p), nil)
	}
	return cards
}

func (s *Screen) paintPerson(p review.Person) fyne.CanvasObject {
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	name := element.NewStrong(p.Name)
	state := element.NewSoft(s.t("prefs.pin.set"))
	switch {
	case p.Left:
		state = element.NewSoft(s.t("prefs.left"))
	case p.PIN == "":
		state = element.NewSoft(s.t("prefs.pin.none"))
		state.Color = jtheme.ColorWarn
	}
	buttons := element.Line(6,
		widget.NewButton(s.t("prefs.roles"), func() { s.editRoles(p) }),
		probe.Name(widget.NewButton(s.t("prefs.pin"), func() { s.editPIN(p) }), "pin."+p.Name))
	if p.PIN != "" && !p.Left {
		buttons.Add(probe.Name(widget.NewButton(s.t("prefs.pin.lost"), func() { s.losePIN(p) }), "lost."+p.Name))
	}
	return container.NewBorder(nil, nil, element.Stack(3, element.Line(10, name, element.NewText(strings.Join(roles, "、"))), state), element.Middle(buttons))
}

// roles lists every role there is: drafting, and those of every chain.
func (s *Screen) roles() []string {
	all := []string{string(review.RoleDrafter)}
	for _, one := range s.series {
		for _, r := range one.Template.Chain {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

func rolesOf(names []string) []review.Role {
	roles := make([]review.Role, len(names))
	for i, n := range names {
		roles[i] = review.Role(n)
	}
	return roles
}

func (s *Screen) addPerson() {
	name := probe.Name(element.NewEntry(""), "person.name")
	pin, again := probe.Name(element.NewPINEntry(s.t("prefs.pin.hint", "least", review.MinPIN)), "person.pin"), probe.Name(element.NewPINEntry(""), "person.pin2")
	roles := widget.NewCheckGroup(s.roles(), nil)
	roles.Horizontal = true
	s.form("command.prefs.addperson", func() {
		if pin.Text != again.Text {
			s.shell.Tell(s.t("command.prefs.addperson"), s.t("prefs.pin.differ"))
			return
		}
		s.change(func(ctx context.Context) error {
			_, err := s.shell.Desk().AddPerson(ctx, name.Text, rolesOf(roles.Selected), pin.Text)
			return err
		})
	}, widget.NewFormItem(s.t("prefs.name"), name), widget.NewFormItem(s.t("prefs.roles"), roles),
		widget.NewFormItem(s.t("prefs.pin"), pin), widget.NewFormItem(s.t("prefs.pin.again"), again))
	s.shell.Window().Canvas().Focus(name)
}

func (s *Screen) editRoles(p review.Person) {
	roles := widget.NewCheckGroup(s.roles(), nil)
	roles.Horizontal = true
	for _, r := range p.Roles {
		roles.Selected = append(roles.Selected, string(r))
	}
	left := element.NewCheck(s.t("prefs.left"), p.Left, nil)
	s.form("prefs.roles", func() {
		s.change(func(ctx context.Context) error {
			return s.shell.Desk().ChangePerson(ctx, p.ID, rolesOf(roles.Selected), left.Checked)
		})
	}, widget.NewFormItem(p.Name, roles), widget.NewFormItem("", left))
}

func (s *Screen) editPIN(p review.Person) {
	old := element.NewPINEntry("")
	pin, again := probe.Name(element.NewPINEntry(""), "pin.new"), probe.Name(element.NewPINEntry(""), "pin.again")
	items := []*widget.FormItem{widget.NewFormItem(s.t("prefs.pin.new"), pin), widget.NewFormItem(s.t("prefs.pin.again"), again)}
	if p.PIN != "" {
		items = append([]*widget.FormItem{widget.NewFormItem(s.t("prefs.pin.old"), old)}, items...)
	}
	s.form("prefs.pin", func() {
		if pin.Text != again.Text {
			s.shell.Tell(p.Name, s.t("prefs.pin.differ"))
			return
		}
		s.change(func(ctx context.Context) error { return s.shell.Desk().SetPIN(ctx, p.ID, old.Text, pin.Text) })
	}, items...)
}

func (s *Screen) form(title string, then func(), items ...*widget.FormItem) {
	d := dialog.NewForm(s.t(title), s.t("button.ok"), s.t("button.cancel"), items, func(ok bool) {
		if ok {
			then()
		}
	}, s.shell.Window())
	d.Resize(fyne.NewSize(520, d.MinSize().Height))
	d.Show()
}
