package diff

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// ArticleState says what became of an article as a whole.
type ArticleState string

// The states of an article.
const (
	ArticleKept    ArticleState = "kept"
	ArticleAdded   ArticleState = "added"
	ArticleRemoved ArticleState = "removed"
	ArticleMoved   ArticleState = "moved" // stands at another place among the articles
)

// ArticleDiff is the comparison of one article. Fields and Body are filled in
// for an article that both bulletins have.
type ArticleDiff struct {
	State  ArticleState  `json:"state"`
	Old    doc.ArticleID `json:"old"` // "" if added
	New    doc.ArticleID `json:"new"` // "" if removed
	Fields []FieldDiff   `json:"fields"`
	Body   Script        `json:"body"`   // paragraphs joined by line ends
	Levels []LevelDiff   `json:"levels"` // changes of level that the text does not explain
}

// articleMatch holds the indexes of one article in both bulletins; -1 is none.
type articleMatch struct {
	old, new int
	inOrder  bool
}

// matchArticles pairs articles by id, the others by likeness, and lists the
// new ones in order, then those that are gone.
func matchArticles(old, new []doc.Article) []articleMatch {
	m := articleMatcher{old: old, new: new, from: make([]int, len(new)), used: make([]bool, len(old))}
	m.byID()
	m.byLikeness()
	matches := m.matches()
	markArticleOrder(matches)
	for o, used := range m.used {
		if !used {
			matches = append(matches, articleMatch{old: o, new: -1})
		}
	}
	return matches
}

type articleMatcher struct {
	old, new []doc.Article
	from     []int // index into old for each new article, or -1
	used     []bool
}

func (m *articleMatcher) byID() {
	for n, a := range m.new {
		m.from[n] = slices.IndexFunc(m.old, func(o doc.Article) bool { return o.ID == a.ID })
		if o := m.from[n]; o >= 0 && m.used[o] {
			m.from[n] = -1
		} else if o >= 0 {
			m.used[o] = true
		}
	}
}

// minLikeness is that of title or body from which two articles with different
// ids are taken for one: files carry no ids.
const minLikeness = 0.6

func (m *articleMatcher) byLikeness() {
	for n, a := range m.new {
		if m.from[n] >= 0 {
			continue
		}
		best, most := -1, 0.0
		for o, b := range m.old {
			if likeness := articleLikeness(b, a); !m.used[o] && likeness >= minLikeness && likeness > most {
				best, most = o, likeness
			}
		}
		if best >= 0 {
			m.from[n], m.used[best] = best, true
		}
	}
}

func articleLikeness(a, b doc.Article) float64 {
	_, title := alike(a.TitleLine(), b.TitleLine())
	_, body := alike(bodyText(a), bodyText(b))
	return max(title, body)
}

func bodyText(a doc.Article) string { return strings.Join(a.Texts(), "\n") }

func (m *articleMatcher) matches() []articleMatch {
	matches := make([]articleMatch, len(m.from))
	for n, o := range m.from {
		matches[n] = articleMatch{old: o, new: n}
	}
	return matches
}

// markArticleOrder marks the longest run of articles that kept their order.
func markArticleOrder(matches []articleMatch) {
	var kept []match
	for _, m := range matches {
		if m.old >= 0 {
			kept = append(kept, match{m.old, m.new, 1})
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return cmp.Compare(a.old, b.old) })
	for _, k := range heaviestChain(kept) {
		matches[kept[k].new].inOrder = true
	}
}

func (d *BulletinDiff) compareArticle(m articleMatch) ArticleDiff {
	a := ArticleDiff{State: m.state(), Fields: []FieldDiff{}, Body: Script{Hunks: []Hunk{}}, Levels: []LevelDiff{}}
	if m.old >= 0 {
		a.Old = d.old.Articles[m.old].ID
	}
	if m.new >= 0 {
		a.New = d.new.Articles[m.new].ID
	}
	if m.old < 0 || m.new < 0 {
		return a
	}
	old, new := d.old.Articles[m.old], d.new.Articles[m.new]
	for _, key := range doc.ArticleFields() {
		if key != doc.FieldArticleBody {
			a.Fields = d.appendField(a.Fields, doc.Place{Field: key, Article: old.ID}, doc.Place{Field: key, Article: new.ID})
		}
	}
	a.Body = d.comparer.Texts(bodyText(old), bodyText(new))
	a.Levels = compareLevels(old.Body, new.Body)
	return a
}

func (m articleMatch) state() ArticleState {
	switch {
	case m.old < 0:
		return ArticleAdded
	case m.new < 0:
		return ArticleRemoved
	case m.inOrder:
		return ArticleKept
	}
	return ArticleMoved
}
