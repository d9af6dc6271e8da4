package prefs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/connect"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
)

// paintDatabase shows where the work is kept, and lets one choose a server or
// the file of one's own for the next start.
func (s *Screen) paintDatabase() fyne.CanvasObject {
	card := element.Flow(8)
	for _, line := range s.place.Now {
		card.Add(element.NewNote(line, jtheme.ColorInk))
	}
	if s.place.Named {
		card.Add(element.NewNote(s.t("prefs.database.named"), jtheme.ColorWarn))
	}
	if s.place.Chosen != "" {
		own := widget.NewButton(s.t("prefs.database.own"), s.ownFile)
		card.Add(element.Line(8, probe.Name(own, "database.own")))
	}
	card.Add(element.Rule())
	card.Add(s.serverForm().Content())
	return element.NewCard(card, nil)
}

// serverForm is made once, so that what is being typed outlives a painting.
func (s *Screen) serverForm() *connect.Form {
	if s.server == nil {
		do := func(work, done func()) {
			s.shell.Do(func() error {
				work()
				return nil
			}, done)
		}
		s.server = connect.New(s.shell, s.shell.Words(), do, s.place.Chosen)
		s.server.Used = func(string) { s.Show() }
	}
	return s.server
}

// ownFile has the program begin with the file of one's own next time.
func (s *Screen) ownFile() {
	if err := s.shell.Choose(""); err != nil {
		s.shell.Fail(err)
		return
	}
	s.shell.Tell(s.t("prefs.database"), s.t("prefs.database.next"))
	s.Show()
}
