package page

import "jianbao/editor/typeset/face"

// Setter lays the pages of one text again and again, as it is written. Lines of
// blocks that did not change are not set again. It belongs to one goroutine.
type Setter struct {
	profile Profile
	faces   *face.Set
	words   WordEnds
	narrow  *compositor // for wide margins
	normal  *compositor
}

// NewSetter returns a setter that has set nothing. Titles turn at the ends of
// words; without words (nil) they turn where a line may.
func NewSetter(p Profile, faces *face.Set, words WordEnds) *Setter {
	return &Setter{profile: p, faces: faces, words: words,
		normal: newCompositor(p.Sheet, faces), narrow: newCompositor(p.Sheet.withMargin(), faces)}
}

// Lay makes pages of blocks, which stand in reading order: masthead, articles,
// imprint. The document shares memory with those made before and after and must
// not be changed.
func (s *Setter) Lay(blocks []Block, o Options) *Document {
	c := s.normal
	if o.WideMargin {
		c = s.narrow
	}
	parts := divide(blocks)
	d := s.pass(c, parts, o, nil)
	if s.profile.Article.Contents != "" {
		d = s.pass(c, parts, o, d.Outline)
	}
	c.forget()
	return d
}

// Lay makes pages of blocks once. See Setter.Lay.
func Lay(blocks []Block, p Profile, faces *face.Set, words WordEnds, o Options) *Document {
	return NewSetter(p, faces, words).Lay(blocks, o)
}

func (s *Setter) pass(c *compositor, p parts, o Options, contents []Heading) *Document {
	f := newFlow(s, c, o)
	f.masthead(p.masthead)
	f.contents(p.articles, contents)
	for i, b := range p.articles {
		f.article(b, p.articles[i+1:])
	}
	f.imprint(p.imprint)
	f.folios()
	f.stamp()
	f.report()
	return f.document
}

// parts are the blocks of a bulletin by where they stand, each with its number.
type parts struct{ masthead, articles, imprint []numbered }

type numbered struct {
	Block
	index int
}

func divide(blocks []Block) parts {
	var p parts
	for i, b := range blocks {
		n := numbered{b, i}
		switch {
		case b.Kind < Note:
			p.masthead = append(p.masthead, n)
		case b.Kind < Credit:
			p.articles = append(p.articles, n)
		default:
			p.imprint = append(p.imprint, n)
		}
	}
	return p
}
