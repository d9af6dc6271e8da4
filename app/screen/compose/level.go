package compose

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/app/command"
	"jianbao/editor/doc"
)

// levelCommands make headings of the paragraphs the writer is in, and body text
// of them again.
func (s *Screen) levelCommands() command.List {
	list := command.List{{ID: "compose.level0", Key: "Ctrl+5", Do: func() { s.setLevel(doc.BodyText) }, Why: s.whyNoBody}}
	for level := doc.Level1; level <= doc.Level4; level++ {
		n := strconv.Itoa(int(level))
		list = append(list, command.Command{ID: command.ID("compose.level" + n), Key: command.Key("Ctrl+" + n),
			Do: func() { s.setLevel(level) }, Why: s.whyNoBody})
	}
	return list
}

// setLevel gives the paragraphs the writer is in a level. The writing itself
// stays as it is.
func (s *Screen) setLevel(level doc.Level) {
	view := s.page.bodies[s.page.focus.Article]
	span, text := view.Selection().Span(), view.Buffer()
	chosen := map[doc.ParagraphID]bool{}
	for i := span.From.Paragraph; i <= span.To.Paragraph; i++ {
		chosen[doc.ParagraphID(text.ID(i))] = true
	}
	s.text.rearrange(s.page.focus, func(articles []doc.Article) []doc.Article {
		i := slices.IndexFunc(articles, func(a doc.Article) bool { return a.ID == s.page.focus.Article })
		articles[i].Body = slices.Clone(articles[i].Body)
		for j, p := range articles[i].Body {
			if chosen[p.ID] {
				articles[i].Body[j].Level = level
			}
		}
		return articles
	})
	s.text.wroteIn(s.page.focus.Article)
	view.Restyle()
	s.touched()
}

func (s *Screen) whyNoBody() string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	if why := s.whyHeld(s.page.focus.Article); why != "" {
		return why
	}
	if s.page.focus.Field != doc.FieldArticleBody || s.page.bodies[s.page.focus.Article] == nil {
		return s.shell.Words().T("compose.why.nobody")
	}
	return ""
}

// clause is a text up to its first full stop: of a paragraph that goes on after
// its heading, the heading.
func clause(text string) string {
	heading, _, _ := strings.Cut(text, "。")
	return heading
}

// isHeadingAlone reports whether a paragraph ends with its heading, and can be
// set as one.
func isHeadingAlone(text string) bool {
	_, rest, _ := strings.Cut(text, "。")
	return rest == ""
}
