package compose

import (
	"slices"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// takeIn makes the text read as wanted, as one thought; selection is what is
// selected in a text, which undo brings back. Nothing typed that fits no field is
// touched.
func (m *manuscript) takeIn(c diff.Comparer, want doc.Bulletin, selection func(doc.Place) buffer.Selection) error {
	var failed error
	m.together(func() {
		m.takeArticles(want)
		for _, at := range m.places() {
			if err := m.takeText(c, at, want, selection); failed == nil {
				failed = err
			}
		}
		m.takeLevels(want)
	})
	return failed
}

// places lists every field of the text.
func (m *manuscript) places() []doc.Place {
	var all []doc.Place
	for _, key := range doc.Fields() {
		all = append(all, doc.Place{Field: key})
	}
	for _, a := range m.text.Articles {
		for _, key := range doc.ArticleFields() {
			all = append(all, doc.Place{Field: key, Article: a.ID})
		}
	}
	return all
}

// takeArticles puts the articles in the order wanted: with those that are new,
// without those that are gone.
func (m *manuscript) takeArticles(want doc.Bulletin) {
	sameID := func(a, b doc.Article) bool { return a.ID == b.ID }
	if slices.EqualFunc(m.text.Articles, want.Articles, sameID) || len(want.Articles) == 0 {
		return
	}
	m.rearrange(titleOf(want.Articles[0]), func([]doc.Article) []doc.Article {
		articles := want.Clone().Articles
		for i, a := range articles {
			if mine := m.text.Article(a.ID); mine != nil {
				articles[i] = *mine
			}
		}
		return articles
	})
}

func (m *manuscript) takeText(c diff.Comparer, at doc.Place, want doc.Bulletin, selection func(doc.Place) buffer.Selection) error {
	_, unfit := m.unfit[at]
	value := shown(want, at)
	if unfit || shown(m.text, at) == value {
		return nil
	}
	text, err := m.textAt(at)
	if err != nil { // such as no buffer holds
		m.write(at, value)
		return nil
	}
	edits := lineEdits
	if at.Field == doc.FieldArticleBody {
		edits = func(text *buffer.Buffer, _ string) []buffer.Edit {
			return bodyEdits(c, text, want.Article(at.Article).Body)
		}
	}
	_, err = text.Apply(buffer.Action{Kind: buffer.Command, Before: selection(at)}, edits(text, value)...)
	return err
}

// takeLevels gives paragraphs the levels wanted where the texts do not say them.
func (m *manuscript) takeLevels(want doc.Bulletin) {
	differs := false
	articles := m.text.Clone().Articles
	for i, a := range articles {
		w := want.Article(a.ID)
		if w == nil || len(w.Body) != len(a.Body) {
			continue
		}
		for n := range a.Body {
			differs = differs || a.Body[n].Level != w.Body[n].Level
			articles[i].Body[n].Level = w.Body[n].Level
		}
	}
	if differs {
		m.rearrange(titleOf(articles[0]), func([]doc.Article) []doc.Article { return articles })
	}
}
