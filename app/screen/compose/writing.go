package compose

import (
	"slices"

	"jianbao/editor/doc"
)

// This file is what the page asks of the screen, and what is done to the text
// as a whole.

// wrote implements writer.
func (s *Screen) wrote(at doc.Place, typed string) {
	s.text.write(at, typed)
	s.touched()
}

// visited implements writer.
func (s *Screen) visited(at doc.Place) {
	s.moved(at)
	s.echo.ask()
}

// touched follows any change of the text.
func (s *Screen) touched() {
	s.keep.touch()
	s.claim()
	s.paintSafety()
	s.echo.ask()
	s.proofreadSoon()
}

// articleCommand implements writer.
func (s *Screen) articleCommand(id doc.ArticleID, what string) {
	switch what {
	case "up":
		s.moveArticle(id, -1)
	case "down":
		s.moveArticle(id, 1)
	case "remove":
		s.askRemove(id)
	}
}

// addArticle puts an empty article after the one written on.
func (s *Screen) addArticle() {
	fresh := doc.NewArticle()
	after := len(s.text.text.Articles)
	if i := s.articleIndex(s.page.focus.Article); i >= 0 {
		after = i + 1
	}
	s.rearrange(titleOf(fresh), func(articles []doc.Article) []doc.Article { return slices.Insert(articles, after, fresh) })
}

func (s *Screen) moveArticle(id doc.ArticleID, by int) {
	from := s.articleIndex(id)
	to := from + by
	if from < 0 || to < 0 || to >= len(s.text.text.Articles) || s.refuseHeld(id) {
		return
	}
	s.text.wroteIn(id)
	s.rearrange(s.page.focus, func(articles []doc.Article) []doc.Article {
		articles[from], articles[to] = articles[to], articles[from]
		return articles
	})
}

// askRemove removes an article once the writer says so. What is written so far
// is made a revision first, so that the article can be had back.
func (s *Screen) askRemove(id doc.ArticleID) {
	i := s.articleIndex(id)
	if i < 0 || s.refuseHeld(id) {
		return
	}
	say := speech{s.shell.Words()}
	title := s.text.text.Articles[i].TitleLine()
	s.shell.Confirm(say.t("compose.remove.title"), say.t("compose.remove.text", "which", say.ordinal(i), "title", title),
		say.t("compose.article.remove"), func() {
			s.withLease(id, func() {
				s.rearrange(doc.Place{Field: doc.FieldArticleTitle, Article: id}, func(articles []doc.Article) []doc.Article {
					return slices.DeleteFunc(articles, func(a doc.Article) bool { return a.ID == id })
				})
			})
		})
}

// rearrange changes the list of articles at a place, sets the page anew and goes
// there.
func (s *Screen) rearrange(at doc.Place, change func([]doc.Article) []doc.Article) {
	t := s.text.rearrange(at, change)
	s.page.focus = s.text.near(t)
	s.page.build()
	s.touched()
}

func titleOf(a doc.Article) doc.Place { return doc.Place{Field: doc.FieldArticleTitle, Article: a.ID} }

func (s *Screen) articleIndex(id doc.ArticleID) int {
	return slices.IndexFunc(s.text.text.Articles, func(a doc.Article) bool { return a.ID == id })
}
