package compose

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
)

// where is a place as people name it: the third paragraph of the second article.
// What is not named is 0.
type where struct{ article, paragraph, line int }

// The ways to name a place: two numbers are an article and a paragraph in it,
// one alone is a paragraph.
var (
	named   = regexp.MustCompile(`([0-9]+)\s*(篇|段|行)|([aApPlL])\s*([0-9]+)`)
	numbers = regexp.MustCompile(`^([0-9]+)(?:\s*[.．,，/:：-]\s*([0-9]+))?$`)
)

// readWhere reads where somebody wants to go, and reports whether it says so.
func readWhere(said string) (where, bool) {
	said = strings.TrimSpace(halfWidth.Replace(said))
	var w where
	if m := numbers.FindStringSubmatch(said); m != nil {
		if m[2] == "" {
			w.paragraph = number(m[1])
		} else {
			w.article, w.paragraph = number(m[1]), number(m[2])
		}
		return w, w != where{}
	}
	for _, m := range named.FindAllStringSubmatch(said, -1) {
		switch m[2] + strings.ToLower(m[3]) {
		case "篇", "a":
			w.article = number(m[1] + m[4])
		case "段", "p":
			w.paragraph = number(m[1] + m[4])
		default:
			w.line = number(m[1] + m[4])
		}
	}
	return w, w != where{}
}

var halfWidth = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// number reads digits; too many of them are more than any text has.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return everything
	}
	return n
}

// goToSaid goes where somebody said and reports whether that is a place.
func (s *Screen) goToSaid(said string) bool {
	w, ok := readWhere(said)
	if !ok {
		say := speech{s.shell.Words()}
		s.notices.add(say, say.t("compose.goto.unread", "said", said), s.dismiss())
		return false
	}
	s.goToWhere(w)
	return true
}

// goToWhere goes to a place, or as near to it as the text reaches. Without an
// article that is the one written on.
func (s *Screen) goToWhere(w where) {
	i := max(0, s.articleIndex(s.page.focus.Article))
	if w.article > 0 {
		i = min(w.article, len(s.text.text.Articles)) - 1
	}
	id := s.text.text.Articles[i].ID
	view := s.page.bodies[id]
	if w.paragraph+w.line == 0 || view == nil {
		s.goTo(doc.Place{Field: doc.FieldArticleTitle, Article: id})
		return
	}
	s.goTo(doc.Place{Field: doc.FieldArticleBody, Article: id})
	view.Select(buffer.At(placeIn(view, w)))
}

// placeIn is where a paragraph of a body begins, or a line of it or of the whole.
func placeIn(view *textview.View, w where) buffer.Position {
	text := view.Buffer()
	at := buffer.Position{Paragraph: min(buffer.Paragraph(max(1, w.paragraph)), text.Paragraphs()) - 1}
	if w.line > 0 {
		return view.LineStart(view.LineOf(at) + w.line - 1)
	}
	return at
}
