package archive

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review/find"
)

// paintHits shows the hits as cards, the chosen one marked.
func (s *Screen) paintHits() {
	s.hits.RemoveAll()
	s.cards = nil
	for i, h := range s.found.Hits {
		card := element.NewCard(s.paintHit(h), func() { s.choose(i) })
		card.Choose(i == s.chosen)
		s.cards = append(s.cards, card)
		s.hits.Add(card)
	}
	s.paintEnd()
	s.hits.Refresh()
	s.footer.SetText(s.t("archive.count", "total", s.found.Total, "ms", max(1, s.took.Round(time.Millisecond).Milliseconds())))
	s.shell.Changed()
}

// paintEnd offers more hits, or says that these are all, and what is not among
// them.
func (s *Screen) paintEnd() {
	if s.whyNoMore() == "" {
		s.hits.Add(container.NewHBox(widget.NewButton(s.t("command.archive.more"), s.more)))
		return
	}
	if len(s.found.Hits) == 0 {
		s.hits.Add(element.NewProse(s.t("archive.none"), theme.ColorSoft))
	}
	s.hits.Add(element.NewProse(s.t("archive.unsaved"), theme.ColorSoft))
}

func (s *Screen) paintHit(h find.Hit) fyne.CanvasObject {
	title := element.NewStrong(s.headingOf(h.Card))
	title.Cut = true
	parts := []fyne.CanvasObject{title, s.paintSource(h)}
	for _, snippet := range h.Snippets {
		parts = append(parts, s.paintSnippet(snippet))
	}
	return element.Stack(3, parts...)
}

func (s *Screen) headingOf(c find.Card) string {
	if c.Heading == "" {
		return s.t("desk.untitled")
	}
	return c.Heading
}

// paintSource says in which issue the hit is.
func (s *Screen) paintSource(h find.Hit) fyne.CanvasObject {
	facts := []string{s.numberOf(h.Card), h.Date.String(), s.t("term." + string(h.State))}
	if !h.Newest {
		facts = append(facts, s.t("archive.revision", "seq", h.Revision))
	}
	line := element.NewSoft(joined(facts))
	line.Cut = true
	return line
}

func (s *Screen) numberOf(c find.Card) string {
	switch {
	case c.Number.IsZero():
		return s.t("desk.unnumbered")
	case c.Number.Total == 0:
		return strconv.Itoa(c.Number.Year) + " " + c.Label + s.t("desk.number", "issue", c.Number.Issue)
	}
	return strconv.Itoa(c.Number.Year) + " " + c.Label + s.t("desk.numbers", "issue", c.Number.Issue, "total", c.Number.Total)
}

func joined(facts []string) string {
	var kept []string
	for _, f := range facts {
		if f != "" {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, " · ")
}

// paintSnippet sets what was found in bold on a tint.
func (s *Screen) paintSnippet(p find.Snippet) fyne.CanvasObject {
	before, after := "", ""
	if p.Head {
		before = "…"
	}
	if p.Tail {
		after = "…"
	}
	return paintMarked(before, p.Text, after, p.Marks)
}

// paintMarked is one line of text with marks.
func paintMarked(before, text, after string, marks []find.Span) fyne.CanvasObject {
	line, runes, at := element.Line(0), []rune(text), 0
	plain := func(part string) {
		if part != "" {
			line.Add(element.NewSoft(part))
		}
	}
	plain(before)
	for _, m := range marks {
		plain(string(runes[at:m.From]))
		mark := element.NewSoft(string(runes[m.From:m.To]))
		mark.Bold, mark.Color = true, theme.ColorInk
		line.Add(element.NewSurface(theme.ColorNoteTint, mark))
		at = m.To
	}
	plain(string(runes[at:]))
	plain(after)
	return container.NewHScroll(line)
}
