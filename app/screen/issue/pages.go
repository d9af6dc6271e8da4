package issue

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/preview"
	"jianbao/app/theme"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange"
)

// pages are the sheets of the draft, with what is said of them and how they are
// turned.
type pages struct {
	view       *preview.View
	press      *preview.Press
	where      *element.Text
	bar        *fyne.Container
	content    fyne.CanvasObject
	sentences  bool // of a draft: numbers in the margin
	wideMargin bool // of a draft: room for corrections by hand
}

func (s *Screen) newPages() *pages {
	run := func(work, done func()) {
		s.shell.Do(func() error { work(); return nil }, done)
	}
	p := &pages{view: probe.Name(preview.NewView(run), "issue.pages"), where: element.NewSoft(""), bar: container.NewStack()}
	p.press = preview.NewPress(run, func() (*exchange.Layout, error) { return s.shell.Layout(s.file.Series) }, s.laid, s.shell.Fail)
	p.view.OnTurned = func() { p.where.SetText(s.whereText()) }
	p.content = element.Frame(p.bar, nil, nil, nil, p.view)
	return p
}

// laid shows the sheets as they were just made.
func (s *Screen) laid(d *page.Document) {
	s.pages.view.ShowPages(d)
	s.paintLeft()
	s.shell.Changed()
}

// lay has the sheets made of the text shown.
func (s *Screen) lay() {
	meta := s.meta()
	meta.Layout = s.asked(&exchange.Layout{})
	s.pages.press.Lay(s.file.Head.Text, meta)
}

// asked adds to a layout what the user wants of a draft's pages.
func (s *Screen) asked(l *exchange.Layout) *exchange.Layout {
	l.Sentences, l.WideMargin = s.pages.sentences, s.pages.wideMargin
	return l
}

// whereText says which page is read, of how many, and how large it is.
func (s *Screen) whereText() string {
	v := s.pages.view
	return s.t("issue.page.of", "n", v.Page()+1, "pages", len(v.Document().Pages), "zoom", fmt.Sprintf("%.0f", v.Zoom()*100))
}

// paintBar offers to turn and to zoom, and for a draft what helps to correct it
// on paper.
func (s *Screen) paintBar() {
	line := element.Line(4)
	for _, id := range []command.ID{"issue.pageback", "issue.pageon", "issue.zoomout", "issue.zoomin", "issue.zoomfit"} {
		c, _ := s.Commands().Find(id)
		b := widget.NewButton(s.t(string(id)), func() { c.Run() })
		b.Importance = widget.LowImportance
		line.Add(b)
		if id == "issue.pageon" {
			line.Add(element.Middle(s.pages.where))
		}
	}
	if !s.meta().Final {
		line.Add(s.paperCheck("issue.sentences", &s.pages.sentences))
		line.Add(s.paperCheck("issue.widemargin", &s.pages.wideMargin))
	}
	bar := element.NewSurface(theme.ColorPanel, line)
	bar.Inset = fyne.NewSize(10, 2)
	s.pages.bar.Objects = []fyne.CanvasObject{element.Flow(0, bar, element.Rule())}
	s.pages.bar.Refresh()
}

func (s *Screen) paperCheck(key string, on *bool) fyne.CanvasObject {
	return probe.Name(element.NewCheck(s.t(key), *on, func(now bool) {
		*on = now
		s.lay()
	}), key)
}

// paintFacts says how the text falls on its pages, and what they could not do.
func (s *Screen) paintFacts() fyne.CanvasObject {
	d := s.pages.view.Document()
	if len(d.Pages) == 0 {
		return element.Listed(element.NewSoft(s.t("issue.laying")))
	}
	key := "issue.imprint.even"
	if d.ImprintOdd() {
		key = "issue.imprint.odd"
	}
	facts := []fyne.CanvasObject{
		element.NewProse(s.t("issue.extent", "pages", len(d.Pages), "spare", d.Spare), theme.ColorInk),
		element.NewProse(s.t(key, "page", len(d.Pages)), theme.ColorInk),
	}
	var replaced []string
	for _, n := range d.Notices {
		if n.Code == page.CodeSubstituted {
			replaced = append(replaced, s.t("issue.replaced", "wanted", n.Args["wanted"], "used", n.Args["used"]))
			continue
		}
		facts = append(facts, element.NewProse(s.notice(n), noticeColour(n)))
	}
	if len(replaced) > 0 {
		facts = append(facts, element.NewNote(s.t("issue.replaced.all", "list", strings.Join(replaced, s.t("issue.replaced.mark"))), theme.ColorSoft))
	}
	return element.Listed(facts...)
}

// notice says what pages could not do, and where.
func (s *Screen) notice(n page.Notice) string {
	said := s.shell.Words().With(n.Code, n.Args)
	if n.Page >= 0 {
		said = s.t("issue.onpage", "n", n.Page+1, "said", said)
	}
	return said
}

// noticeColour is red where something of the text cannot be read on paper.
func noticeColour(n page.Notice) fyne.ThemeColorName {
	switch n.Code {
	case page.CodeMissing:
		return theme.ColorRed
	case page.CodeFallback:
		return theme.ColorSoft
	}
	return theme.ColorWarn
}

// missing returns the characters that no font has, or "".
func missing(d *page.Document) string {
	all := ""
	for _, n := range d.Notices {
		if n.Code == page.CodeMissing {
			all += n.Args["characters"]
		}
	}
	return all
}

// pageCommands turn and zoom.
func (s *Screen) pageCommands() command.List {
	v := s.pages.view
	return command.List{
		{ID: "issue.pageon", Key: "PgDn", Do: func() { v.GoTo(v.Page() + 1) }},
		{ID: "issue.pageback", Key: "PgUp", Do: func() { v.GoTo(v.Page() - 1) }},
		{ID: "issue.pagefirst", Key: "Home", Do: func() { v.GoTo(0) }},
		{ID: "issue.pagelast", Key: "End", Do: func() { v.GoTo(len(v.Document().Pages) - 1) }},
		{ID: "issue.zoomin", Key: "Ctrl+=", Do: func() { v.ZoomBy(1) }},
		{ID: "issue.zoomout", Key: "Ctrl+-", Do: func() { v.ZoomBy(-1) }},
		{ID: "issue.zoomfit", Key: "Ctrl+0", Do: v.Fit},
	}
}
