package intake

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/storage/exchange/text"
)

// repairRoom is how many repairs of one kind are listed one by one.
const repairRoom = 60

// paintRepairs lists every repair by kind, each with a tick to refuse it.
func (s *Screen) paintRepairs() []fyne.CanvasObject {
	objects := s.paintNotices()
	for _, u := range s.result.Unplaced {
		objects = append(objects, element.Gap(1, 8), element.Padded(element.NewCard(s.paintUnplaced(u), nil)))
	}
	byKind := map[string][]text.Repair{}
	var kinds []string
	for _, r := range s.result.Repairs {
		if byKind[r.Code] == nil {
			kinds = append(kinds, r.Code)
		}
		byKind[r.Code] = append(byKind[r.Code], r)
	}
	for _, kind := range kinds {
		objects = append(objects, s.paintKind(kind, byKind[kind]))
	}
	if len(kinds)+len(s.result.Unplaced) == 0 {
		objects = append(objects, element.Gap(1, 12), element.Listed(element.NewProse(s.t("intake.clean"), theme.ColorInk)))
	}
	return objects
}

// paintNotices says what one should know of how the file was read.
func (s *Screen) paintNotices() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, n := range s.opened.Notices {
		var pairs []any
		for name, value := range n.Args {
			pairs = append(pairs, name, value)
		}
		card := element.NewCard(element.NewProse(s.t(n.Code, pairs...), theme.ColorWarn), nil)
		objects = append(objects, element.Gap(1, 8), element.Padded(card))
	}
	return objects
}

func (s *Screen) paintKind(kind string, repairs []text.Repair) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(repairs))
	for i, r := range repairs {
		if i == repairRoom {
			rows = append(rows, element.NewSoft(s.t("intake.more", "count", len(repairs)-i)))
			break
		}
		rows = append(rows, s.paintRepair(r))
	}
	return element.Group(s.t(kind)+"  "+s.t("intake.count", "count", len(repairs)), element.Padded(rows...))
}

// paintRepair shows what stood there and what stands there now.
func (s *Screen) paintRepair(r text.Repair) fyne.CanvasObject {
	tick := element.NewCheck("", !s.keep[r.ID], func(on bool) {
		if on {
			delete(s.keep, r.ID)
		} else {
			s.keep[r.ID] = true
		}
		s.shell.Window().Canvas().Unfocus() // the list is painted anew
		s.Show()
	})
	was, is := excerpts(r.Before, r.After)
	before, after := element.NewText(was), element.NewText(is)
	before.Color, after.Color = theme.ColorDelete, theme.ColorInsert
	before.Cut, after.Cut = true, true
	line := element.Stack(1, before, after)
	if r.After == "" {
		line = element.Stack(1, before, element.NewSoft(s.t("intake.leftout")))
	}
	return container.NewBorder(nil, nil, tick, element.NewSoft(s.t("intake.line", "line", r.Line)), line)
}

// lead is how many characters stand before the first difference; lineEnd stands
// for the end of a line, since an excerpt is one line.
const (
	lead    = 6
	lineEnd = "⏎"
)

// excerpts cuts two texts to where they first differ, with a little before it.
func excerpts(before, after string) (was, is string) {
	before, after = strings.ReplaceAll(before, "\n", lineEnd), strings.ReplaceAll(after, "\n", lineEnd)
	old, fresh := []rune(before), []rune(after)
	at := 0
	for at < min(len(old), len(fresh)) && old[at] == fresh[at] {
		at++
	}
	if at <= lead {
		return before, after
	}
	return "…" + string(old[at-lead:]), "…" + string(fresh[min(len(fresh), at-lead):])
}

func (s *Screen) paintUnplaced(u text.Unplaced) fyne.CanvasObject {
	return element.Stack(2, element.NewProse(s.t(u.Code), theme.ColorWarn), element.NewProse(u.Text, theme.ColorInk))
}

// paintSide lists the fields recognised.
func (s *Screen) paintSide() []fyne.CanvasObject {
	b := s.result.Bulletin
	rows := []fyne.CanvasObject{}
	for _, key := range fieldsOf(&b) {
		value, _ := b.Get(doc.Place{Field: key})
		rows = append(rows, element.Stack(0, element.NewSoft(s.shell.Words().Field(key)), element.NewProse(value, theme.ColorInk)))
	}
	return []fyne.CanvasObject{
		element.Padded(element.Gap(1, 6), s.paintChoices()),
		element.Group(s.t("intake.into"), element.Padded(s.paintTarget())),
		element.Group(s.t("intake.fields"), element.Listed(rows...)),
	}
}

func (s *Screen) paintChoices() fyne.CanvasObject {
	stack := element.Stack(6)
	for _, c := range s.Commands() {
		stack.Add(element.NewCommandButton(s.shell.Words(), c, c.Primary))
	}
	state := "intake.repaired"
	if !s.repair {
		state = "intake.raw"
	}
	stack.Add(element.NewProse(s.t(state), theme.ColorInk))
	return stack
}

// paintTarget lets one choose the series; a file whose masthead names none that
// is known founds its own.
func (s *Screen) paintTarget() fyne.CanvasObject {
	names := make([]string, 0, len(s.series)+1)
	for _, one := range s.series {
		names = append(names, one.Name)
	}
	if title := s.result.Bulletin.Masthead.Title; title != "" {
		n := s.result.Bulletin.Masthead.Number
		names = append(names, s.t("intake.found", "title", title, "issue", max(0, n.Issue-1), "total", max(0, n.Total-1)))
	}
	s.into = min(s.into, len(names)-1)
	cards := element.Stack(6)
	for i, name := range names {
		card := element.NewCard(element.NewProse(name, theme.ColorInk), func() {
			s.into = i
			s.paint()
		})
		card.Choose(i == s.into)
		cards.Add(card)
	}
	return cards
}
