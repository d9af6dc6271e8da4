package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
)

// filter says which changes are listed; the zero value lists all.
type filter struct {
	kind kind
	open bool            // only those not decided about
	by   review.PersonID // only what this person wrote; "" for everybody
}

// kind is what a reader looks for in one go.
type kind int

const (
	anyKind kind = iota
	critical
	wording
	moves
	fields
	punctuation
)

var kindNames = [...]string{"all", "critical", "wording", "move", "field", "punctuation"}

func (k kind) takes(c diff.Change) bool {
	switch k {
	case critical:
		return c.Critical
	case wording:
		return c.Class == diff.ClassWording || c.Class == diff.ClassParagraph || c.Class == diff.ClassLevel
	case moves:
		return c.Class == diff.ClassMove
	case fields:
		return c.Class == diff.ClassField || c.Class == diff.ClassArticle
	case punctuation:
		return c.Class == diff.ClassPunctuation
	}
	return true
}

// lists reports whether a change passes the filter.
func (s *Screen) lists(i int) bool {
	f := s.filter
	return f.kind.takes(s.state.view.Changes[i]) && (!f.open || s.isOpen(i)) && (f.by == "" || s.state.authors[i].Author == f.by)
}

// isOpen reports whether a change wants something of this person yet.
func (s *Screen) isOpen(i int) bool {
	if c := s.state.view.Changes[i]; s.awaitsTick(c) {
		return !s.ticked(c)
	}
	return s.state.verdict(i) == nil
}

// setFilter lists other changes and goes to the first of them.
func (s *Screen) setFilter(f filter) {
	s.filter, s.current = f, none
	s.rows = s.listed()
	s.paintLeft()
	s.next()
}

// chipsInLine is how many filters stand beside one another.
const chipsInLine = 3

// paintFilters offers the kinds of change that there are, then what is open and
// who wrote it.
func (s *Screen) paintFilters() fyne.CanvasObject {
	grid := container.NewGridWithColumns(chipsInLine)
	for i, name := range kindNames {
		to := s.filter
		to.kind = kind(i)
		if n := s.count(func(i int) bool { return to.kind.takes(s.state.view.Changes[i]) }); n > 0 {
			grid.Add(s.filterChip("compare.filter."+name, s.t("compare.filter."+name, "count", n), to, to == s.filter))
		}
	}
	if s.outside == nil {
		grid.Objects = append(grid.Objects, s.paintStateFilters()...)
	}
	return grid
}

// paintStateFilters offers what is open and, where several people wrote, each of
// them.
func (s *Screen) paintStateFilters() []fyne.CanvasObject {
	to := s.filter
	to.open = !to.open
	chips := []fyne.CanvasObject{s.filterChip("compare.filter.open", s.t("compare.filter.open", "count", s.count(s.isOpen)), to, s.filter.open)}
	writers := s.writers()
	if len(writers) < 2 {
		return chips
	}
	for _, p := range writers {
		to := s.filter
		if to.by = p; s.filter.by == p {
			to.by = ""
		}
		n := s.count(func(i int) bool { return s.state.authors[i].Author == p })
		chips = append(chips, s.filterChip("compare.filter.by", s.t("compare.filter.by", "name", s.state.file.Name(p), "count", n), to, s.filter.by == p))
	}
	return chips
}

func (s *Screen) filterChip(name, word string, to filter, chosen bool) fyne.CanvasObject {
	fill, ink := theme.ColorControl, theme.ColorSoft
	if chosen {
		fill, ink = theme.ColorActionTint, theme.ColorAction
		word = "✓ " + word
	}
	return probe.Name(element.NewRow(element.NewChip(word, fill, ink), func() { s.setFilter(to) }), name)
}

func (s *Screen) count(takes func(int) bool) int {
	n := 0
	for i := range s.state.view.Changes {
		if takes(i) {
			n++
		}
	}
	return n
}

// writers lists who wrote the changes, in the order they are met.
func (s *Screen) writers() []review.PersonID {
	var list []review.PersonID
	met := map[review.PersonID]bool{}
	for _, r := range s.state.authors {
		if !met[r.Author] {
			met[r.Author] = true
			list = append(list, r.Author)
		}
	}
	return list
}
