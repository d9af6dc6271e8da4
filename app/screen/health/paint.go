package health

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	jtheme "jianbao/app/theme"
	"jianbao/storage/backup"
)

func (s *Screen) paint() {
	s.left.Objects = s.paintReport()
	s.left.Refresh()
	s.right.Objects = []fyne.CanvasObject{element.Group(s.t("health.backups"), element.Padded(s.paintBackups()...))}
	if s.status.Code != backup.CodeServer {
		s.right.Add(element.Group(s.t("health.copies"), element.Padded(s.paintCopies()...)))
	}
	s.right.Refresh()
}

func (s *Screen) paintReport() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{element.NewHeading(s.t("health.title")), element.NewProse(s.t("health.about"), jtheme.ColorInk)}
	if s.stop != nil {
		return append(objects, s.bar, narrow(s.button("health.cancel", false)))
	}
	objects = append(objects, narrow(s.button("health.check", s.report == nil)))
	if s.report == nil {
		return objects
	}
	ink := jtheme.ColorOK
	if len(s.report.Findings) > 0 {
		ink = jtheme.ColorRed
	}
	objects = append(objects, element.NewSoft(s.counts()), element.NewProse(s.verdict(), ink))
	objects = append(objects, s.paintFindings()...)
	if s.damaged > 0 {
		objects = append(objects, narrow(s.button("health.mend", true)))
	}
	return append(objects, narrow(s.button("health.export", false)))
}

// findingRoom is how many findings are shown; the exported report has them all.
const findingRoom = 100

func (s *Screen) paintFindings() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i, f := range s.report.Findings {
		if i == findingRoom {
			return append(objects, element.NewSoft(s.t("health.more", "count", len(s.report.Findings)-i)))
		}
		var open func()
		if f.Draft != "" {
			open = func() { s.shell.OpenDraft(f.Draft) }
		}
		objects = append(objects, element.NewCard(element.NewNote(s.sentence(f), jtheme.ColorInk), open))
	}
	return objects
}

func (s *Screen) button(id command.ID, main bool) fyne.CanvasObject {
	c, _ := s.Commands().Find(id)
	return element.NewCommandButton(s.shell.Words(), c, main)
}

// narrow keeps a button no wider than its words.
func narrow(button fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(button) }

func (s *Screen) paintBackups() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{element.NewCard(screen.Safety(s.shell.Words(), s.status), nil)}
	if s.status.Code == backup.CodeServer {
		return objects // made elsewhere, by somebody else
	}
	if s.status.Folder != "" {
		objects = append(objects, element.NewNote(s.t("health.folder", "folder", s.status.Folder), jtheme.ColorSoft))
	}
	if !s.status.Rehearsed.IsZero() {
		objects = append(objects, element.NewNote(s.t("health.rehearsed", "at", moment(s.status.Rehearsed)), jtheme.ColorSoft))
	}
	return append(objects, s.button("health.backup", !s.status.Good), s.button("health.folder", false))
}

func (s *Screen) paintCopies() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, c := range s.copies {
		objects = append(objects, s.paintCopy(c))
	}
	if len(objects) == 0 {
		objects = append(objects, element.NewSoft(s.t("health.copies.none")))
	}
	return objects
}

func (s *Screen) paintCopy(c backup.Copy) fyne.CanvasObject {
	key, ink := "backup.sound", jtheme.ColorOK
	switch {
	case c.Checked.IsZero():
		key, ink = "backup.unchecked", jtheme.ColorSoft
	case !c.Sound:
		key, ink = "backup.unsound", jtheme.ColorRed
	}
	state := element.NewSoft(s.t(key))
	state.Color = ink
	restore := widget.NewButton(s.t("health.restore"), func() { s.restore(c) })
	if !c.Sound {
		restore.Disable()
	}
	words := element.Stack(2, element.NewText(moment(c.At)), state)
	if c.Before {
		words.Add(element.NewSoft(s.t("health.before")))
	}
	return element.NewCard(container.NewBorder(nil, nil, words, element.Middle(restore)), nil)
}

func moment(t time.Time) string { return t.Local().Format("2006-1-2 15:04") }
