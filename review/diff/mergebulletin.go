package diff

import (
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// MergedBulletin is the work of two people on one bulletin. Where Open says
// that they disagree, the bulletin holds what the base had, and an article that
// only one of them took out.
type MergedBulletin struct {
	Bulletin doc.Bulletin
	Open     []OpenMerge
}

// OpenMerge is a place that somebody must decide about or look at.
type OpenMerge struct {
	Place doc.Place `json:"place"`
	Part
}

// Conflicts counts the places that somebody must decide.
func (m MergedBulletin) Conflicts() int {
	n := 0
	for _, o := range m.Open {
		if o.Origin == Conflict {
			n++
		}
	}
	return n
}

// MergeBulletins puts together what two people made of one bulletin: fields as
// a whole, articles by their ids, bodies as Merge does.
func (c Comparer) MergeBulletins(base, mine, theirs doc.Bulletin) (MergedBulletin, error) {
	return c.MergeDecided(base, mine, theirs, nil)
}

// MergeDecided is MergeBulletins where somebody has decided conflicts: sides[i]
// says whose text stands at the conflict that is i-th among those in Open.
func (c Comparer) MergeDecided(base, mine, theirs doc.Bulletin, sides []Side) (MergedBulletin, error) {
	m := &bulletinMerger{comparer: c, base: base.Clone(), mine: mine.Clone(), theirs: theirs.Clone(), sides: sides}
	m.result.Bulletin = base.Clone()
	m.result.Bulletin.Articles = nil
	for _, key := range doc.Fields() {
		if err := m.field(doc.Place{Field: key}); err != nil {
			return m.result, err
		}
	}
	for _, id := range m.order() {
		if err := m.article(id); err != nil {
			return m.result, err
		}
	}
	return m.result, nil
}

type bulletinMerger struct {
	comparer           Comparer
	base, mine, theirs doc.Bulletin
	sides              []Side // decisions not yet used
	result             MergedBulletin
}

// field merges a field as a whole: half a date is no date.
func (m *bulletinMerger) field(at doc.Place) error {
	var p Part
	p.Base, _ = m.base.Get(at)
	p.Mine, _ = m.mine.Get(at)
	p.Theirs, _ = m.theirs.Get(at)
	p.Origin = originOf(p)
	if p.Origin == Conflict {
		m.result.Open = append(m.result.Open, OpenMerge{at, p})
	}
	return m.result.Bulletin.Set(at, m.choice(p))
}

// originOf says who changed a text that is merged as a whole.
func originOf(p Part) Origin {
	switch {
	case p.Mine == p.Base && p.Theirs == p.Base:
		return FromBase
	case p.Mine == p.Theirs:
		return FromBoth
	case p.Theirs == p.Base:
		return FromMine
	case p.Mine == p.Base:
		return FromTheirs
	}
	return Conflict
}

// choice is the text of a part, that of the base where nobody has decided.
func (p Part) choice() string {
	switch p.Origin {
	case FromTheirs:
		return p.Theirs
	case Combined:
		return p.Text
	case Conflict, FromBase:
		return p.Base
	}
	return p.Mine
}

// order lists the ids of all articles: in my order, or in theirs where only
// they changed it, those that the other side added behind their predecessors.
func (m *bulletinMerger) order() []doc.ArticleID {
	first, second := articleIDs(m.mine), articleIDs(m.theirs)
	if slices.Equal(kept(first, articleIDs(m.base)), kept(articleIDs(m.base), first)) {
		first, second = second, first
	}
	order := withNew(withNew(first, second), articleIDs(m.base))
	return slices.DeleteFunc(order, func(id doc.ArticleID) bool { return !m.stays(id) })
}

func articleIDs(b doc.Bulletin) []doc.ArticleID {
	ids := make([]doc.ArticleID, len(b.Articles))
	for i, a := range b.Articles {
		ids[i] = a.ID
	}
	return ids
}

// kept returns those ids that are also among others.
func kept(ids, others []doc.ArticleID) []doc.ArticleID {
	var both []doc.ArticleID
	for _, id := range ids {
		if slices.Contains(others, id) {
			both = append(both, id)
		}
	}
	return both
}

// withNew puts the ids that are missing from a list behind those that they
// follow in another.
func withNew(list, other []doc.ArticleID) []doc.ArticleID {
	list = slices.Clone(list)
	for i, id := range other {
		if slices.Contains(list, id) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(list, other[i-1]) + 1
		}
		list = slices.Insert(list, at, id)
	}
	return list
}

// stays reports whether an article is in the merged bulletin: not if one side
// took it out and the other left it as it was.
func (m *bulletinMerger) stays(id doc.ArticleID) bool {
	base, mine, theirs := m.base.Article(id), m.mine.Article(id), m.theirs.Article(id)
	switch {
	case base == nil:
		return true
	case mine == nil && theirs == nil:
		return false
	case mine == nil:
		return !sameArticle(*base, *theirs)
	case theirs == nil:
		return !sameArticle(*base, *mine)
	}
	return true
}

func (m *bulletinMerger) article(id doc.ArticleID) error {
	base, mine, theirs := m.base.Article(id), m.mine.Article(id), m.theirs.Article(id)
	if base == nil || mine == nil || theirs == nil {
		m.oneSided(base, mine, theirs)
		return nil
	}
	m.result.Bulletin.Articles = append(m.result.Bulletin.Articles, *base)
	for _, key := range doc.ArticleFields() {
		if key == doc.FieldArticleBody {
			continue
		}
		if err := m.field(doc.Place{Field: key, Article: id}); err != nil {
			return err
		}
	}
	m.body(*base, *mine, *theirs)
	return nil
}

// oneSided takes over an article that not every side has: added by one, or
// edited by one and taken out by the other.
func (m *bulletinMerger) oneSided(base, mine, theirs *doc.Article) {
	article := mine
	if article == nil {
		article = theirs
	}
	m.result.Bulletin.Articles = append(m.result.Bulletin.Articles, *article)
	if base == nil && (mine == nil || theirs == nil || sameArticle(*mine, *theirs)) {
		return
	}
	p := Part{Origin: Conflict}
	for _, side := range []struct {
		text    *string
		article *doc.Article
	}{{&p.Base, base}, {&p.Mine, mine}, {&p.Theirs, theirs}} {
		if side.article != nil {
			*side.text = bodyText(*side.article)
		}
	}
	m.result.Open = append(m.result.Open, OpenMerge{doc.Place{Field: doc.FieldArticleBody, Article: article.ID}, p})
	m.decideArticle(mine, theirs)
}

// body merges the paragraphs of an article that all sides have; their ids and
// levels are those of the side that has them.
func (m *bulletinMerger) body(base, mine, theirs doc.Article) {
	at := doc.Place{Field: doc.FieldArticleBody, Article: base.ID}
	merged := m.comparer.Merge(bodyText(base), bodyText(mine), bodyText(theirs))
	for _, p := range merged.Parts {
		if p.Origin == Conflict || p.Look {
			m.result.Open = append(m.result.Open, OpenMerge{at, p})
		}
	}
	texts := strings.Split(merged.Text(m.choice), "\n")
	known := mine.Body
	if slices.Equal(mine.Body, base.Body) {
		known = theirs.Body
	}
	last := len(m.result.Bulletin.Articles) - 1
	m.result.Bulletin.Articles[last].Body = doc.Reconcile(withLost(withLost(known, theirs.Body), base.Body), texts)
}
