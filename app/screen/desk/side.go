package desk

import (
	"fyne.io/fyne/v2"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/overview"
	"jianbao/app/screen"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/storage/backup"
)

// aside is everything the side shows, as plain data.
type aside struct {
	next, last doc.Number
	opened     bool
	faults     int
	counts     overview.Counts
	reasons    []string // why an issue cannot be begun
	safety     backup.Status
	where      string
}

func (s *Screen) lookAside() aside {
	o := s.state
	l := aside{next: o.Next, last: o.Last.Number, opened: o.Opened, faults: len(o.Faults), counts: o.Counts, safety: s.safety, where: s.shell.Where()}
	for _, id := range beginnings {
		c, _ := s.Commands().Find(id)
		l.reasons = append(l.reasons, c.Reason())
	}
	return l
}

// beginnings are the ways to begin an issue.
var beginnings = []command.ID{"desk.new", "desk.newfromlast", "desk.import"}

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
	next := element.NewHeading(s.t("desk.ledger.next", "issue", o.Next.Issue, "total", o.Next.Total))
	lines := []fyne.CanvasObject{next}
	if o.Opened {
		last := s.t("desk.ledger.last", "issue", o.Last.Number.Issue, "total", o.Last.Number.Total)
		if len(o.Faults) == 0 {
			lines = append(lines, element.Line(6, element.NewSoft(last), soft(s.t("desk.ledger.sound"), false)))
		} else {
			lines = append(lines, element.NewSoft(last), soft(s.t("desk.ledger.faults", "count", len(o.Faults)), true))
		}
	} else {
		lines = append(lines, element.NewNote(s.t("desk.ledger.unopened"), jtheme.ColorInk))
	}
	lines = append(lines, element.NewSoft(s.t("desk.ledger.counts", "year", o.Counts.Year, "void", o.Counts.Void, "gaps", o.Counts.Gaps)))
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
	for _, id := range beginnings {
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
	return element.Flow(8, where, screen.Safety(s.shell.Words(), s.safety))
}
