package desk

import (
	"fyne.io/fyne/v2"

	"jianbao/app/command"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
)

// paintSide shows the ledgers at a glance, how to begin an issue, and safety.
func (s *Screen) paintSide() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		element.Group(s.t("desk.ledger"), element.Padded(element.NewCard(s.paintLedger(), nil))),
		element.Group(s.t("desk.begin"), s.paintBegin()...),
		element.Group(s.t("desk.safety"), element.Padded(element.NewCard(s.paintSafety(), s.shell.OpenHealth))),
	}
}

func (s *Screen) paintLedger() fyne.CanvasObject {
	o := s.state
	next := element.NewHeading(s.t("desk.ledger.next", "issue", o.next.Issue, "total", o.next.Total))
	lines := []fyne.CanvasObject{next}
	if o.opened {
		last := s.t("desk.ledger.last", "issue", o.last.Number.Issue, "total", o.last.Number.Total)
		if len(o.faults) == 0 {
			lines = append(lines, element.Line(6, element.NewSoft(last), soft(s.t("desk.ledger.sound"), false)))
		} else {
			lines = append(lines, element.NewSoft(last), soft(s.t("desk.ledger.faults", "count", len(o.faults)), true))
		}
	} else {
		lines = append(lines, element.NewNote(s.t("desk.ledger.unopened"), jtheme.ColorInk))
	}
	lines = append(lines, element.NewSoft(s.t("desk.ledger.counts", "year", o.counts.year, "void", o.counts.void, "gaps", o.counts.gaps)))
	return element.Stack(3, lines...)
}

func soft(text string, bad bool) *element.Text {
	t := element.NewSoft(text)
	t.Color = jtheme.ColorOK
	if bad {
		t.Color = jtheme.ColorRed
	}
	return t
}

func (s *Screen) paintBegin() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	said := ""
	for _, id := range []command.ID{"desk.new", "desk.newfromlast", "desk.import"} {
		c, _ := s.Commands().Find(id)
		rows = append(rows, s.paintCommand(c, said))
		said = c.Reason()
	}
	return rows
}

// paintCommand is a command as a line of the side panel, below it the reason why
// it cannot be done, unless that was just said.
func (s *Screen) paintCommand(c command.Command, said string) fyne.CanvasObject {
	title := element.NewColoured("＋ "+s.t(c.TitleKey()), jtheme.ColorAction)
	line := element.Line(10, title, element.NewSoft(string(c.Key)))
	why := c.Reason()
	if why == "" {
		return element.NewRow(line, func() { c.Run() })
	}
	title.Color = jtheme.ColorSoft
	if why == said {
		return element.NewRow(line, nil)
	}
	return element.NewRow(element.Flow(2, line, element.NewNote(why, jtheme.ColorSoft)), nil)
}

func (s *Screen) paintSafety() fyne.CanvasObject {
	where := element.NewNote(s.t("desk.safety.text", "where", s.shell.Where()), jtheme.ColorInk)
	return element.Flow(8, where, element.Light(s.shell.Words(), s.safety.Good, s.safety.Code, s.safety.Args))
}
