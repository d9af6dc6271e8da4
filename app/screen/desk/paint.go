package desk

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// paint shows what is known now. What shows the same as before is left alone, and
// what one reads stays where it is on the screen.
func (s *Screen) paint() (changed bool) {
	if p := s.look(); !reflect.DeepEqual(p, s.middleShows) {
		s.middleShows, changed = p, true
		s.steadily(func() {
			s.middle.Objects = s.paintMiddle(p)
			s.middle.Refresh()
		})
	}
	if l := s.lookAside(); !reflect.DeepEqual(l, s.sideShows) {
		s.sideShows, changed = l, true
		s.side.Objects = s.paintSide()
		s.side.Refresh()
	}
	if h := s.seriesNames(); !reflect.DeepEqual(h, s.headerShows) {
		s.headerShows, changed = h, true
		s.header.Objects = []fyne.CanvasObject{s.paintSeries(h)}
		s.header.Refresh()
	}
	s.footer.SetText(s.shell.Where())
	return changed
}

// heading is the names of the series and which of them is shown.
type heading struct {
	names  []string
	chosen int
}

func (s *Screen) seriesNames() heading {
	var h heading
	for i, one := range s.state.Series {
		h.names = append(h.names, one.Name)
		if one.ID == s.state.Current.ID {
			h.chosen = i
		}
	}
	return h
}

// paintSeries shows the series at hand; with several it lets one choose.
func (s *Screen) paintSeries(h heading) fyne.CanvasObject {
	if len(h.names) < 2 {
		return element.Middle(element.NewText(s.state.Current.Name))
	}
	pick := widget.NewSelect(h.names, nil)
	pick.SetSelectedIndex(h.chosen)
	pick.OnChanged = func(string) {
		s.shell.Window().Canvas().Unfocus() // the choice is painted anew
		s.shell.ChooseSeries(s.state.Series[pick.SelectedIndex()].ID)
		s.Show()
	}
	return element.Middle(pick)
}

// paintMiddle paints a picture; cards that show what they showed before are the
// same objects as before.
func (s *Screen) paintMiddle(p picture) []fyne.CanvasObject {
	before := s.cards
	s.cards, s.rows = map[face]fyne.CanvasObject{}, map[review.DraftID]fyne.CanvasObject{}
	card := func(f face) fyne.CanvasObject {
		if s.cards[f] = before[f]; s.cards[f] == nil {
			s.cards[f] = s.paintCard(f)
		}
		return s.cards[f]
	}
	head := container.NewHBox(element.NewHeading(s.t("desk.waiting")), element.Gap(6, 1), element.NewHeading(p.count))
	objects := []fyne.CanvasObject{head}
	if p.damaged {
		objects = append(objects, element.NewCard(element.NewProse(s.t("desk.damaged"), jtheme.ColorRed), nil))
	}
	for _, f := range p.waiting {
		s.rows[f.draft] = card(f)
		objects = append(objects, s.rows[f.draft])
	}
	if p.nothing != "" {
		objects = append(objects, element.NewCard(element.NewProse(p.nothing, jtheme.ColorInk), nil))
	}
	columns := element.Split(14)
	for _, c := range p.columns {
		columns.Add(paintColumn(c, card))
	}
	s.rows[""] = columns
	return append(objects, element.Gap(1, 6), columns)
}

func paintColumn(c columnPicture, card func(face) fyne.CanvasObject) fyne.CanvasObject {
	stack := element.Stack(7, element.NewSoft(c.head))
	for _, f := range c.cards {
		stack.Add(card(f))
	}
	if c.more != "" {
		stack.Add(element.NewSoft(c.more))
	}
	return stack
}

func (s *Screen) paintCard(f face) fyne.CanvasObject {
	open := func() { s.shell.OpenDraft(f.draft) }
	if f.waiting {
		return paintWaiting(f, open)
	}
	title, note := element.NewStrong(f.title), element.NewSoft(f.note)
	if f.others != "" { // in the place of the note, so that nothing below moves
		note = othersText(f.others)
	}
	title.Cut, note.Cut = true, true
	return element.NewCard(element.Stack(2, title, note), open)
}

// paintWaiting is a card with the one click that opens it at the right place.
func paintWaiting(f face, open func()) fyne.CanvasObject {
	title := element.Line(8, element.NewStrong(f.number), element.NewStrong(f.title))
	if f.others != "" {
		title.Add(element.Middle(othersText(f.others)))
	}
	button := widget.NewButton(f.verb, open)
	if f.chosen {
		button.Importance = widget.HighImportance
	}
	chip := element.NewChip(f.badge.text, f.badge.fill, f.badge.ink)
	text := element.Stack(3, title, element.NewSoft(f.note))
	card := element.NewCard(container.NewBorder(nil, nil, element.Line(12, element.Middle(chip), text), element.Middle(button)), open)
	card.Choose(f.chosen)
	return card
}

// othersText is who else has a draft open.
func othersText(said string) *element.Text {
	t := element.NewSoft("● " + said)
	t.Color = jtheme.ColorAction
	return t
}
