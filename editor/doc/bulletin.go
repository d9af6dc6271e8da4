// Package doc owns the content of one bulletin: its parts, their canonical
// form, their hash and what makes them well formed. It does not know how a
// bulletin is edited, reviewed, stored or shown, and it holds no sentence
// meant for people: what is wrong is said as a Problem with a stable code.
package doc

// Bulletin is the content of one issue (一期简报): what stands above the red
// line, what stands between, and what stands at the foot.
type Bulletin struct {
	Masthead Masthead
	Articles []Article
	Imprint  Imprint
}

// New returns a bulletin with one empty article, the least that can be edited.
func New() Bulletin {
	return Bulletin{Articles: []Article{NewArticle()}}
}

// Clone returns a copy that shares no memory with b.
func (b Bulletin) Clone() Bulletin {
	c := b
	c.Articles = make([]Article, len(b.Articles))
	for i, a := range b.Articles {
		c.Articles[i] = a.clone()
	}
	c.Imprint.Credits = append([]Credit(nil), b.Imprint.Credits...)
	return c
}

// Article returns the article with the given id, or nil. The pointer is into b.
func (b *Bulletin) Article(id ArticleID) *Article {
	for i := range b.Articles {
		if b.Articles[i].ID == id {
			return &b.Articles[i]
		}
	}
	return nil
}

// Paragraph returns the body paragraph with the given id and its article, or
// nil, nil. Both pointers are into b.
func (b *Bulletin) Paragraph(id ParagraphID) (*Paragraph, *Article) {
	for i := range b.Articles {
		a := &b.Articles[i]
		for j := range a.Body {
			if a.Body[j].ID == id {
				return &a.Body[j], a
			}
		}
	}
	return nil, nil
}

// Runes counts the characters of every article: titles, notes and bodies,
// without line ends. It is the figure an office calls 字数.
func (b Bulletin) Runes() int {
	n := 0
	for _, a := range b.Articles {
		n += a.Runes()
	}
	return n
}

// Heading is the title of the first article on one line, by which people tell
// one draft from another; empty if there is none.
func (b Bulletin) Heading() string {
	for _, a := range b.Articles {
		if t := a.TitleLine(); t != "" {
			return t
		}
	}
	return ""
}
