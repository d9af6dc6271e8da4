package diff

import "jianbao/editor/doc"

// Side says whose text stands where two people disagree.
type Side string

// The sides; "" where nobody has decided.
const (
	Mine   Side = "mine"
	Theirs Side = "theirs"
)

// decision uses up the decision about the next conflict.
func (m *bulletinMerger) decision() Side {
	if len(m.sides) == 0 {
		return ""
	}
	side := m.sides[0]
	m.sides = m.sides[1:]
	return side
}

// choice is the text of a part, by decision where there is a conflict.
func (m *bulletinMerger) choice(p Part) string {
	if p.Origin == Conflict {
		switch m.decision() {
		case Mine:
			return p.Mine
		case Theirs:
			return p.Theirs
		}
	}
	return p.choice()
}

// decideArticle puts the last article as the side that was decided for has it,
// or takes it out where that side did.
func (m *bulletinMerger) decideArticle(mine, theirs *doc.Article) {
	var chosen *doc.Article
	switch m.decision() {
	case Mine:
		chosen = mine
	case Theirs:
		chosen = theirs
	default:
		return
	}
	articles := m.result.Bulletin.Articles
	last := len(articles) - 1
	if chosen == nil {
		m.result.Bulletin.Articles = articles[:last]
		return
	}
	articles[last] = *chosen
}
