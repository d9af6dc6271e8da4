package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/editor/textview"
)

// search is the bar above the page that finds and replaces in all that is written
// on it: titles, bodies, fields.
type search struct {
	say     speech
	page    *page
	whole   wholesale
	places  []searched // as one reads; nil while the bar is shut
	at      int        // the place the search went to last
	pattern *searchEntry
	with    *searchEntry
	count   *element.Text
	replace fyne.CanvasObject
	content *fyne.Container
}

// wholesale runs a replacement all over the page as one thought.
type wholesale func(replace func() error)

// searched is one text with what was found in it.
type searched struct {
	view   *textview.View
	finder *textview.Finder
}

func newSearch(say speech, p *page, whole wholesale) *search {
	s := &search{say: say, page: p, whole: whole, count: element.NewSoft("")}
	s.pattern = probe.Name(newSearchEntry(say.t("compose.search.pattern"), s.shut), "search.pattern")
	s.with = probe.Name(newSearchEntry(say.t("compose.search.with"), s.shut), "search.with")
	s.pattern.OnChanged = func(string) { s.find() }
	s.pattern.OnSubmitted = func(string) { s.step(1) }
	button := func(key string, do func()) fyne.CanvasObject { return widget.NewButton(say.t(key), do) }
	find := container.NewBorder(nil, nil, nil, element.Line(6, element.Middle(s.count),
		button("compose.search.previous", func() { s.step(-1) }), button("compose.search.next", func() { s.step(1) }),
		button("compose.search.shut", s.shut)), s.pattern)
	s.replace = container.NewBorder(nil, nil, nil, element.Line(6,
		button("compose.search.replace", s.replaceOne), button("compose.search.all", s.replaceAll)), s.with)
	bar := element.NewSurface(jtheme.ColorPanel, element.Flow(4, find, s.replace))
	bar.Inset = fyne.NewSize(12, 6)
	s.content = element.Flow(0, bar, element.Rule())
	s.content.Hide()
	p.built = s.renew
	return s
}

// open shows the bar; what is selected in one paragraph is looked for.
func (s *search) open(replacing bool) {
	if view := s.page.views[s.page.focus]; view != nil {
		if span := view.Selection().Span(); !span.Empty() && span.From.Paragraph == span.To.Paragraph {
			s.pattern.SetText(view.SelectedText())
		}
	}
	s.replace.Hide()
	if replacing {
		s.replace.Show()
	}
	s.content.Show()
	s.leave()
	s.begin()
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.page.scroll); c != nil {
		c.Focus(s.pattern)
	}
}

// shut takes the bar and all marks away and goes back to the text.
func (s *search) shut() {
	if s.isOpen() {
		s.leave()
		s.content.Hide()
		s.page.goTo(s.page.focus)
	}
}

func (s *search) isOpen() bool { return s.content.Visible() }

// renew goes on with the texts that the page shows now.
func (s *search) renew() {
	if s.isOpen() {
		s.leave()
		s.begin()
	}
}

func (s *search) begin() {
	for _, at := range s.page.order {
		view := s.page.views[at]
		if view == nil {
			continue
		}
		if at == s.page.focus {
			s.at = len(s.places)
		}
		s.places = append(s.places, searched{view, textview.NewFinder(view)})
	}
	s.find()
}

func (s *search) leave() {
	for _, p := range s.places {
		p.finder.Close()
	}
	s.places, s.at = nil, 0
}

func (s *search) find() {
	for _, p := range s.places {
		p.finder.SetPattern(s.pattern.Text)
	}
	s.tell()
}

// tell shows how many matches there are, and which is selected.
func (s *search) tell() {
	current, all := 0, 0
	for i, p := range s.places {
		here, count := p.finder.Count()
		if i == s.at && here > 0 {
			current = all + here
		}
		all += count
	}
	switch {
	case s.pattern.Text == "":
		s.count.SetText("")
	case current > 0:
		s.count.SetText(s.say.t("compose.search.at", "n", current, "count", all))
	default:
		s.count.SetText(s.say.t("compose.search.count", "count", all))
	}
	s.content.Refresh()
}

// step goes to the next match, or with -1 to the one before, through all texts
// and round again.
func (s *search) step(by int) {
	defer s.tell()
	n := len(s.places)
	if n == 0 {
		return
	}
	if !s.leavesText(by) && s.places[s.at].move(by) {
		return
	}
	s.places[s.at].view.SetMarks(textview.CurrentHit, nil)
	for range n {
		s.at = (s.at + by + n) % n
		p := s.places[s.at]
		if _, all := p.finder.Count(); all > 0 {
			p.view.Select(buffer.At(p.edge(by)))
			p.move(by)
			return
		}
	}
}

// leavesText reports whether there is no further match in the text at hand in a
// direction.
func (s *search) leavesText(by int) bool {
	return !s.places[s.at].finder.Has(by)
}

// move selects a match of a text.
func (p searched) move(by int) bool {
	if by < 0 {
		return p.finder.Previous()
	}
	return p.finder.Next()
}

// edge is where a search in a direction begins.
func (p searched) edge(by int) buffer.Position {
	if by < 0 {
		return p.view.Buffer().End()
	}
	return p.view.Buffer().Start()
}

func (s *search) replaceOne() {
	if len(s.places) > 0 && !s.places[s.at].finder.Replace(s.with.Text) {
		s.step(1)
	}
	s.tell()
}

// replaced says how much was replaced, and how much was left where others write.
func (s *search) replaced(count, left int) string {
	said := s.say.t("compose.search.replaced", "count", count)
	if left > 0 {
		return s.say.t("lease.skipped.search", "said", said, "count", left)
	}
	return said
}

// replaceAll replaces all matches as one thought.
func (s *search) replaceAll() {
	s.whole(func() error {
		count, left := 0, 0
		for _, p := range s.places {
			if p.view.ReadOnly {
				_, hits := p.finder.Count()
				left += hits
				continue
			}
			n, err := p.finder.ReplaceAll(s.with.Text)
			if err != nil {
				return err
			}
			count += n
		}
		s.tell()
		s.count.SetText(s.replaced(count, left))
		return nil
	})
}
