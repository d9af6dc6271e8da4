package compose

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

// thousands writes a count with commas: 2,041.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// paintFigures shows how much is written, and how to go on, in the status line.
func (s *Screen) paintFigures() {
	say := speech{s.shell.Words()}
	paragraphs := 0
	for _, a := range s.text.text.Articles {
		paragraphs += len(a.Body)
	}
	figures := []string{
		say.t("compose.figures.runes", "n", thousands(s.text.text.Runes())),
		say.t("compose.figures.paragraphs", "n", paragraphs),
		say.t("compose.figures.articles", "n", len(s.text.text.Articles)),
		s.pagesText(),
		say.t("compose.figures.zoom", "n", int(s.page.zoom*100+0.5)),
		s.caretText(),
		s.leaseWord(s.page.focus.Article),
		say.t("compose.figures.keys"),
	}
	figures = slices.DeleteFunc(figures, func(figure string) bool { return figure == "" })
	s.footer.SetText(strings.Join(figures, "     "))
}

// pagesText says how many pages the text takes, once they are laid.
func (s *Screen) pagesText() string {
	n := s.sheets.count()
	if n == 0 {
		return ""
	}
	return speech{s.shell.Words()}.t("compose.figures.pages", "n", n)
}

// caretText says where the caret is.
func (s *Screen) caretText() string {
	say := speech{s.shell.Words()}
	e := s.page.entries[s.page.focus]
	if e == nil {
		return ""
	}
	name := s.shell.Words().Field(e.place.Field)
	if view, ok := e.field.(*textview.View); ok && e.place.Field == doc.FieldArticleBody {
		return say.t("compose.figures.paragraph", "field", name, "n", int(view.Selection().Caret.Paragraph)+1) + s.levelText(e.place, view)
	}
	return say.t("compose.figures.field", "field", name)
}

// levelText names the level of the heading the caret is in.
func (s *Screen) levelText(at doc.Place, view *textview.View) string {
	text := view.Buffer()
	level := s.text.levelOf(at.Article, text, text.ID(view.Selection().Caret.Paragraph))
	if level == doc.BodyText {
		return ""
	}
	return " · " + speech{s.shell.Words()}.t("compose.figures.level"+strconv.Itoa(int(level)))
}

// paintHeader shows which issue this is and how far it has come.
func (s *Screen) paintHeader() {
	say := speech{s.shell.Words()}
	number := say.t("compose.header.nonumber")
	if n := expectedOf(s.file); !n.IsZero() {
		form := "compose.header.issue"
		if n.Total > 0 {
			form = "compose.header.both"
		}
		number = say.t(n.key(form), "issue", n.Issue, "total", n.Total)
	}
	names, present := stages(say, s.file)
	line := element.Line(12, element.Middle(element.NewStrong(s.file.Series.Name)), element.Middle(element.NewSoft(number)),
		element.Gap(8, 1), element.Middle(element.StageBar(names, present)), element.Gap(8, 1), element.Middle(s.light))
	s.header.Objects = []fyne.CanvasObject{line}
	s.header.Refresh()
}

// stages names the way of a draft and how far it has come.
func stages(say speech, f *review.File) (names []string, present int) {
	names = []string{string(review.RoleDrafter)}
	for _, role := range f.Series.Chain() {
		names = append(names, string(role))
	}
	final := len(names)
	names = append(names, say.t("term."+string(review.Final)), say.t("compose.stage.issued"))
	state := f.Draft.State
	if state == review.Held {
		state = f.Draft.HeldFrom
	}
	switch state {
	case review.Reviewing:
		return names, 1 + f.Draft.Step
	case review.Final:
		return names, final
	case review.Issued:
		return names, final + 1
	case review.Archived:
		return names, len(names)
	}
	return names, 0
}

// paintSafety shows whether what is written is safe.
func (s *Screen) paintSafety() {
	if s.file == nil {
		return
	}
	colour := jtheme.ColorOK
	switch state := s.safety(); {
	case state.err != nil:
		colour = jtheme.ColorRed
	case state.cut:
		colour = jtheme.ColorWarn
	case state.busy || state.behind:
		colour = jtheme.ColorSoft
	}
	text := s.Safe()
	if text != "" {
		text = "● " + text
	}
	if s.light.Text != text || s.light.Color != colour {
		s.light.SetColoured(text, colour)
	}
}
