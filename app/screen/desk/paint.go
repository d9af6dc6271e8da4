package desk

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// paint rebuilds what the desk shows from its state.
func (s *Screen) paint() {
	s.middle.Objects = s.paintMiddle()
	s.middle.Refresh()
	s.side.Objects = s.paintSide()
	s.side.Refresh()
	s.header.Objects = []fyne.CanvasObject{s.paintSeries()}
	s.header.Refresh()
	s.footer.SetText(s.shell.Where())
}

// paintSeries shows the series at hand; with several it lets one choose.
func (s *Screen) paintSeries() fyne.CanvasObject {
	if len(s.state.series) < 2 {
		return element.Middle(element.NewText(s.state.current.Name))
	}
	names := make([]string, len(s.state.series))
	chosen := 0
	for i, one := range s.state.series {
		names[i] = one.Name
		if one.ID == s.state.current.ID {
			chosen = i
		}
	}
	pick := widget.NewSelect(names, nil)
	pick.SetSelectedIndex(chosen)
	pick.OnChanged = func(string) {
		s.shell.Window().Canvas().Unfocus() // the choice is painted anew
		s.shell.ChooseSeries(s.state.series[pick.SelectedIndex()].ID)
		s.Show()
	}
	return element.Middle(pick)
}

func (s *Screen) paintMiddle() []fyne.CanvasObject {
	head := container.NewHBox(element.NewHeading(s.t("desk.waiting")), element.Gap(6, 1), element.NewHeading(strconv.Itoa(len(s.state.waiting))))
	objects := []fyne.CanvasObject{head}
	if s.state.damaged {
		objects = append(objects, element.NewCard(element.NewProse(s.t("desk.damaged"), jtheme.ColorRed), nil))
	}
	for i, it := range s.state.waiting {
		objects = append(objects, s.paintWaiting(i, it))
	}
	if len(s.state.waiting) == 0 {
		objects = append(objects, element.NewCard(s.paintNothing(), nil))
	}
	return append(objects, element.Gap(1, 6), s.paintColumns())
}

// paintNothing says what to do where nothing waits.
func (s *Screen) paintNothing() fyne.CanvasObject {
	key := "desk.nothing"
	switch {
	case s.shell.Actor().Person().ID == "":
		key = "desk.nobody"
	case len(s.state.columns) > 0 && s.state.counts.all == 0 && s.noDrafts():
		key = "desk.first"
	}
	return element.NewProse(s.t(key), jtheme.ColorInk)
}

func (s *Screen) noDrafts() bool {
	for _, c := range s.state.columns {
		if len(c.items) > 0 {
			return false
		}
	}
	return true
}

// paintWaiting is a card with the one click that opens it at the right place.
func (s *Screen) paintWaiting(i int, it item) fyne.CanvasObject {
	open := func() { s.shell.OpenDraft(it.draft.ID) }
	title := element.Line(8, element.NewStrong(s.numberOf(it.draft)), element.NewStrong(s.titleOf(it.draft)))
	text := element.Stack(3, title, element.NewSoft(s.summary(it)))
	button := widget.NewButton(s.t(s.verbOf(it)), open)
	if i == s.chosen {
		button.Importance = widget.HighImportance
	}
	row := container.NewBorder(nil, nil, element.Line(12, element.Middle(s.badge(it)), text), element.Middle(button))
	card := element.NewCard(row, open)
	card.Choose(i == s.chosen)
	return card
}

// badge says at one glance why the draft waits.
func (s *Screen) badge(it item) fyne.CanvasObject {
	switch {
	case it.damaged:
		return element.NewChip(s.t("desk.badge.damaged"), jtheme.ColorRed, jtheme.ColorOnAccent)
	case it.demands > 0:
		return element.NewChip(s.t("desk.badge.demands", "count", it.demands), jtheme.ColorRed, jtheme.ColorOnAccent)
	case it.nature == review.Substantive:
		return element.NewChip(s.t("term."+string(it.nature)), jtheme.ColorRed, jtheme.ColorOnAccent)
	case it.nature != "":
		return element.NewChip(s.t("term."+string(it.nature)), jtheme.ColorActionTint, jtheme.ColorAction)
	case it.signed:
		return element.NewChip(s.t("desk.badge.again"), jtheme.ColorControl, jtheme.ColorInk)
	}
	return element.NewChip(string(it.role), jtheme.ColorActionTint, jtheme.ColorAction)
}

func (s *Screen) summary(it item) string {
	switch {
	case it.damaged:
		return s.t("desk.summary.damaged")
	case it.role == review.RoleDrafter && it.missing > 0:
		return s.t("desk.summary.draft", "by", it.by, "at", clock(it.at), "runes", it.runes, "missing", it.missing)
	case it.role == review.RoleDrafter:
		return s.t("desk.summary.ready", "by", it.by, "at", clock(it.at), "runes", it.runes)
	case it.changes > 0:
		return s.t("desk.summary.changes", "by", it.by, "at", clock(it.at), "changes", it.changes, "answers", it.answers) + s.ticksOf(it)
	}
	return s.t("desk.summary.review", "by", it.by, "at", clock(it.at), "runes", it.runes) + s.ticksOf(it)
}

// ticksOf says how many critical changes wait for a tick, if any do.
func (s *Screen) ticksOf(it item) string {
	if it.ticks == 0 {
		return ""
	}
	return s.t("desk.summary.ticks", "count", it.ticks)
}

func (s *Screen) verbOf(it item) string {
	if it.role == review.RoleDrafter {
		return "desk.verb.write"
	}
	return "desk.verb.review"
}

func (s *Screen) numberOf(d review.Draft) string {
	switch {
	case !d.Number.IsZero():
		return d.Label + s.t("desk.number", "issue", d.Number.Issue)
	case d.Label != "":
		return d.Label + s.t("desk.tobe")
	}
	return s.t("desk.unnumbered")
}

func (s *Screen) titleOf(d review.Draft) string {
	if d.Heading == "" {
		return s.t("desk.untitled")
	}
	if d.Foreign() {
		return s.t("packet.foreign", "title", d.Heading)
	}
	return d.Heading
}

// columnRoom is how many cards a column shows; the register lists them all.
const columnRoom = 8

func (s *Screen) paintColumns() fyne.CanvasObject {
	columns := element.Split(14)
	for _, c := range s.state.columns {
		columns.Add(s.paintColumn(c))
	}
	return columns
}

func (s *Screen) paintColumn(c column) fyne.CanvasObject {
	name := c.stage
	if term := "desk.column." + c.stage; s.shell.Words().Has(term) {
		name = s.t(term)
	}
	stack := element.Stack(7, element.NewSoft(name+"  "+strconv.Itoa(len(c.items))))
	for i, it := range c.items {
		if i == columnRoom {
			stack.Add(element.NewSoft(s.t("desk.more", "count", len(c.items)-i)))
			break
		}
		stack.Add(s.paintCard(it))
	}
	return stack
}

func (s *Screen) paintCard(it item) fyne.CanvasObject {
	title := element.NewStrong(s.titleOf(it.draft))
	if !it.draft.Number.IsZero() {
		title.Text = s.t("desk.numbers", "issue", it.draft.Number.Issue, "total", it.draft.Number.Total)
	}
	title.Cut = true
	note := element.NewSoft(s.noteOf(it))
	note.Cut = true
	return element.NewCard(element.Stack(2, title, note), func() { s.shell.OpenDraft(it.draft.ID) })
}

func (s *Screen) noteOf(it item) string {
	switch {
	case it.damaged:
		return s.t("desk.badge.damaged")
	case !it.draft.Number.IsZero():
		return s.titleOf(it.draft)
	case it.by == "":
		return clock(it.at)
	case it.missing > 0:
		return s.t("desk.note.missing", "by", it.by, "runes", it.runes, "missing", it.missing)
	}
	return s.t("desk.note", "by", it.by, "runes", it.runes, "at", clock(it.at))
}
