// Package prefs owns the settings screen: people and their roles and PINs,
// series and their customs, ledger openings, the look, where the work is kept. What it changes in the
// office's records goes through review.Desk; only taste goes to the settings
// file, and that is the window's.
package prefs

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/command"
	"jianbao/app/connect"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
)

// Shell is what settings want from the window.
type Shell interface {
	screen.Shell
	connect.Program
	// Place says where the work is kept. It asks the server, if it is one.
	Place(context.Context) (connect.Place, error)
	// Look is the look chosen; SetLook changes it at once.
	Look() theme.Preference
	SetLook(theme.Preference)
	// Idle is after how many minutes the window locks, 0 for never; SetIdle
	// changes it.
	Idle() int
	SetIdle(minutes int)
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
}

// Screen is the settings.
type Screen struct {
	shell   Shell
	people  []review.Person
	series  []review.Series
	ledgers map[review.SeriesID]review.Ledger
	place   connect.Place
	server  *connect.Form // nil until it is first shown
	left    *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

// New returns the settings, empty until they are shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, left: element.Stack(8), right: element.Stack(8)}
	columns := element.Split(28, s.left, s.right)
	page := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 18, 24, 24), columns))
	s.content = element.Columns(nil, 0, page, nil, 0)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.t("command.window.prefs")))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return element.NewSoft(s.t("prefs.footer")) }

// Leave implements screen.Screen; every change is stored when it is made.
func (s *Screen) Leave() error { return nil }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "prefs.addperson", Key: "Ctrl+N", Do: s.addPerson},
		{ID: "prefs.addseries", Key: "Ctrl+Shift+N", Do: s.addSeries},
	}
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh Screen
	s.shell.Do(func() error { return fresh.fetch(context.Background(), s.shell) }, func() {
		s.people, s.series, s.ledgers, s.place = fresh.people, fresh.series, fresh.ledgers, fresh.place
		s.paint()
		s.shell.Changed()
	})
}

func (s *Screen) fetch(ctx context.Context, shell Shell) (err error) {
	d := shell.Desk()
	if s.place, err = shell.Place(ctx); err != nil {
		return err
	}
	if s.people, err = d.People(ctx); err != nil {
		return err
	}
	if s.series, err = d.AllSeries(ctx); err != nil {
		return err
	}
	s.ledgers = map[review.SeriesID]review.Ledger{}
	for _, one := range s.series {
		if s.ledgers[one.ID], err = d.Ledger(ctx, one.ID); err != nil {
			return err
		}
	}
	return nil
}

// change carries a change out and shows the settings anew.
func (s *Screen) change(work func(context.Context) error) {
	s.shell.Do(func() error { return work(context.Background()) }, s.Show)
}

func (s *Screen) paint() {
	s.left.Objects = append([]fyne.CanvasObject{s.heading("prefs.people", "prefs.addperson")}, s.paintPeople()...)
	s.left.Refresh()
	right := append([]fyne.CanvasObject{s.heading("prefs.series", "prefs.addseries")}, s.paintSeries()...)
	s.right.Objects = append(right, s.heading("prefs.look", ""), s.paintLook(), s.heading("prefs.idle", ""), s.paintIdle(),
		s.heading("prefs.database", ""), s.paintDatabase())
	s.right.Refresh()
}

// heading is a group's title with the command that adds to it.
func (s *Screen) heading(title string, add command.ID) fyne.CanvasObject {
	head := element.NewHeading(s.t(title))
	c, ok := s.Commands().Find(add)
	if !ok {
		return head
	}
	return container.NewBorder(nil, nil, element.Middle(head), element.NewCommandButton(s.shell.Words(), c, false))
}
