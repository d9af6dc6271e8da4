package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// tab is one of the lists at the left.
type tab int

const (
	changesTab tab = iota
	demandsTab
	commentsTab
	originsTab
)

// paintLeft shows the tabs and the list of the chosen one.
func (s *Screen) paintLeft() {
	var body fyne.CanvasObject
	switch s.tab {
	case changesTab:
		body = s.paintChanges()
	case demandsTab:
		body = container.NewVScroll(s.paintDemandList())
	case commentsTab:
		body = container.NewVScroll(s.paintCommentList())
	case originsTab:
		body = s.originList
	}
	head := container.New(layout.NewCustomPaddedLayout(8, 0, 4, 4), s.paintTabs())
	s.left.Objects = []fyne.CanvasObject{container.NewBorder(container.NewVBox(head, element.Rule()), nil, nil, nil, body)}
	s.left.Refresh()
	s.showCurrent()
}

func (s *Screen) paintTabs() fyne.CanvasObject {
	line := element.Line(0)
	counts := []int{len(s.state.view.Changes), len(s.state.file.Demands), len(s.state.file.OpenComments()), 0}
	for i, key := range []string{"compare.tab.changes", "compare.tab.demands", "compare.tab.comments", "compare.tab.origins"} {
		title := element.NewSoft(s.t(key, "count", counts[i]))
		bar := element.NewSurface(theme.ColorAction, element.Gap(1, 2))
		if tab(i) == s.tab {
			title = element.NewStrong(title.Text)
		} else {
			bar.Hide()
		}
		line.Add(probe.Name(element.NewRow(element.Stack(6, title, bar), func() { s.setTab(tab(i)) }), key))
	}
	return line
}

func (s *Screen) setTab(t tab) {
	s.tab = t
	s.paintLeft()
	if t == originsTab {
		s.readOrigins()
	}
}

// paintChanges is the list, or what to do where there is nothing in it.
func (s *Screen) paintChanges() fyne.CanvasObject {
	if len(s.state.view.Changes) > 0 {
		return container.NewBorder(s.paintFilters(), nil, nil, nil, s.list)
	}
	return element.Padded(element.NewNote(s.t("compare.changes.none"), theme.ColorInk))
}

func (s *Screen) paintDemandList() fyne.CanvasObject {
	list := element.Stack(0)
	for _, d := range s.state.file.Demands {
		title := element.NewStrong(s.t("compare.demand.title", "n", circled(d.N), "text", d.Text))
		title.Cut = true
		note, ink := s.answerWord(d)
		below := container.NewBorder(nil, nil, nil, element.NewColoured(note, ink), element.NewSoft(s.place(d.Anchor, s.state.view.New)))
		list.Add(element.NewRow(element.Stack(2, title, below), func() { s.goTo(d.Anchor) }))
	}
	if len(list.Objects) == 0 {
		return element.Padded(element.NewNote(s.t("compare.demands.none"), theme.ColorInk))
	}
	return list
}

func (s *Screen) paintCommentList() fyne.CanvasObject {
	list := element.Stack(0)
	for _, c := range s.threads() {
		title := element.NewText(c.Text)
		title.Cut = true
		below := container.NewBorder(nil, nil, nil, element.NewSoft(s.statusWord(c)),
			element.NewSoft(s.t("compare.comment.by", "by", s.state.file.Name(c.Author), "place", s.place(c.Anchor, s.state.view.New))))
		list.Add(element.NewRow(element.Stack(2, title, below), func() { s.goTo(c.Anchor) }))
	}
	if len(list.Objects) == 0 {
		return element.Padded(element.NewNote(s.t("compare.comments.none"), theme.ColorInk))
	}
	return list
}

// goTo shows the place that a demand or a comment speaks of, as far as it is
// still there.
func (s *Screen) goTo(a doc.Anchor) {
	if at, ok := s.state.view.New.Locate(a); ok {
		s.view.RevealPlace(at)
		return
	}
	a.Quote, a.From, a.To = "", 0, 0
	s.view.RevealPlace(a)
}

// threads lists the first comments of threads: open ones first.
func (s *Screen) threads() []review.Comment {
	open := s.state.file.OpenComments()
	for _, c := range s.state.file.Comments {
		if c.ReplyTo == "" && c.Status != review.CommentOpen {
			open = append(open, c)
		}
	}
	return open
}
