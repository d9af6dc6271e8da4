package text

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// articles takes the region apart into articles: a line that names the
// supplying section ends one, and a title follows it.
func (r *reader) articles(g *region) {
	c := &composer{reader: r, region: g}
	c.begin()
	slices.SortStableFunc(r.above, func(a, b stray) int { return cmp.Compare(a.number, b.number) })
	for _, s := range r.above {
		c.stray(s)
	}
	for i := 0; i < len(g.lines); {
		i = c.step(i)
	}
	for _, s := range r.below {
		c.stray(s)
	}
	c.finish()
}

// composer builds the articles of a region line by line.
type composer struct {
	*reader
	*region
	article  doc.Article
	note     []string
	titled   bool // the current article has its title
	closed   bool // the current article has its source
	noting   bool // the lines before the title belong to the note
	pieces   []string
	previous line // of pieces
}

// step places line i and what belongs to it, and returns the next line.
func (c *composer) step(i int) int {
	l := c.lines[i]
	switch {
	case l.furniture:
		c.stray(stray{l, UnplacedPage})
		return i + 1
	case isContents(l):
		return c.contents(i)
	case isNote(l) && (!c.titled || c.closed || len(c.article.Body) == 0 && c.pieces == nil):
		c.beginIf(c.closed)
		c.noteLine(l)
		return i + 1
	case (!c.titled || c.closed || c.isEntry(i)) && c.isTitle(i):
		c.beginIf(c.titled)
		return c.title(i)
	case c.noting && !c.titled:
		c.note = append(c.note, c.clean(l.text, l.number, c.at(doc.FieldArticleNote)))
		return i + 1
	}
	if name, ok := c.source(i); ok && !c.closed {
		c.endParagraph()
		c.article.Source = c.clean(name, l.number, c.at(doc.FieldArticleSource))
		c.closed = true
		return i + 1
	}
	c.bodyLine(l)
	c.titled = true // what has body text before a title has none
	return i + 1
}

func (c *composer) begin() {
	c.article = doc.NewArticle()
	c.article.Body = nil
	c.note, c.titled, c.closed, c.noting = nil, false, false, false
}

func (c *composer) beginIf(another bool) {
	if another {
		c.finish()
		c.begin()
	}
}

// finish puts the current article into the bulletin.
func (c *composer) finish() {
	c.endParagraph()
	c.article.Note = strings.Join(c.note, "\n")
	c.b.Articles = append(c.b.Articles, c.article)
}

func (c *composer) at(key doc.FieldKey) doc.Place {
	return doc.Place{Field: key, Article: c.article.ID}
}

// contents keeps a contents list as body text, flagged: a bulletin makes its
// own.
func (c *composer) contents(i int) int {
	end := c.contentsEnd(i)
	for _, l := range c.lines[i:end] {
		c.stray(stray{l, UnplacedContents})
	}
	return end
}

func (c *composer) noteLine(l line) {
	found := noteLabel.FindStringSubmatch(l.text)
	name, at := squeeze(found[1]+found[2]), c.at(doc.FieldArticleNote)
	text := l.text
	if name == "编者按" || !c.opts.Repair || c.make(RepairLabel, l.number, at, name, "编者按") {
		text = strings.TrimSpace(l.text[len(found[0]):])
	}
	c.noting = true
	if text != "" {
		c.note = append(c.note, c.clean(text, l.number, at))
	}
}

// title puts the lines of a title together, where that may be done.
func (c *composer) title(i int) int {
	c.endParagraph()
	end, at := c.titleEnd(i), c.at(doc.FieldArticleTitle)
	for _, l := range c.lines[i:end] {
		text := c.clean(l.text, l.number, at)
		switch {
		case c.article.Title == "":
			c.article.Title = text
		case joinable(c.article.Title, text) && c.join(RepairTitle, l.number, at, c.article.Title, text):
			c.article.Title += text
		default:
			c.article.Title += "\n" + text
		}
	}
	c.titled, c.noting = true, false
	return end
}

// joinable reports whether nothing need stand between the two pieces of a
// Chinese text that was cut.
func joinable(left, right string) bool {
	l, r := lastRune(left), firstRune(right)
	return (isHan(l) || isDigit(l) || strings.ContainsRune("”》）、，", l)) && (isHan(r) || isDigit(r) || strings.ContainsRune("“《（", r)) &&
		!(isDigit(l) && isDigit(r))
}

// bodyLine adds a line of body text: to the paragraph it was cut from, or as
// one of its own.
func (c *composer) bodyLine(l line) {
	at := doc.Place{Article: c.article.ID}
	if n := len(c.article.Body); n > 0 {
		at.Paragraph = c.article.Body[n-1].ID
	}
	if code := c.cutFrom(l); code != "" && c.join(code, l.number, at, c.previous.text, l.text) {
		c.pieces = append(c.pieces, c.clean(l.text, l.number, at))
		c.previous = l
		return
	}
	c.endParagraph()
	p := doc.NewParagraph("")
	at.Paragraph = p.ID
	c.article.Body = append(c.article.Body, p)
	c.pieces, c.previous = []string{c.clean(l.text, l.number, at)}, l
}

// cutFrom tells how the paragraph being built was cut before line l: by a line
// end, by a page end, or "" if l begins a paragraph of its own.
func (c *composer) cutFrom(l line) string {
	before := c.previous.text
	switch {
	case c.pieces == nil || l.isHeading() || c.isBody(l):
		return ""
	case c.wrapped(l):
		return RepairLineCut
	case !finished(before) && joinable(before, l.text) && isProse(c.previous) && !inColumns(l.text):
		return RepairPageCut
	}
	return ""
}

const (
	widestWrap    = 60 // characters in a line of a file with line ends inside paragraphs
	shortestFull  = 15 // characters in a full line of such a file
	shortestPiece = 22 // characters of a paragraph that stand on the last line of a page
)

// wrapped reports whether l goes on in the same paragraph after a line that
// was full: in a file with indents, whatever is not indented does.
func (c *composer) wrapped(l line) bool {
	full := c.previous.runes() >= shortestFull && c.width <= widestWrap && c.previous.runes()+c.previous.indent/2+2 >= c.width
	if c.opts.Full != nil {
		full = c.opts.Full[c.previous.number]
	}
	return full && !l.apart && c.indented && l.indent == 0 && !l.isHeading() && !bothLatin(c.previous.text, l.text)
}

func bothLatin(left, right string) bool { return lastRune(left) < 0x80 && firstRune(right) < 0x80 }

// isProse reports whether the line is the start of a sentence rather than a
// heading, a name or an item of a list.
func isProse(l line) bool {
	return l.runes() >= shortestPiece && strings.ContainsAny(l.text, "。，,；：") && !strings.HasPrefix(l.text, "附件") && !inColumns(l.text)
}

// inColumns reports whether wide spaces set the parts of a line apart, as in a
// list of names and posts.
func inColumns(s string) bool { return strings.ContainsRune(s, '\u3000') }

func (c *composer) endParagraph() {
	if c.pieces == nil {
		return
	}
	p := &c.article.Body[len(c.article.Body)-1]
	p.Text = strings.Join(c.pieces, "")
	p.Level = doc.LevelOf(p.Text)
	c.pieces = nil
	if strings.ContainsRune(p.Text, '\ufffd') {
		c.flag(UnplacedLost, doc.Place{Article: c.article.ID, Paragraph: p.ID}, c.previous)
	}
}

// stray keeps a line as a paragraph of its own and flags it.
func (c *composer) stray(s stray) {
	c.endParagraph()
	p := doc.NewParagraph("")
	at := doc.Place{Article: c.article.ID, Paragraph: p.ID}
	if p.Text = s.text; !s.furniture {
		p.Text = c.clean(s.text, s.number, at)
	}
	p.Level = doc.LevelOf(p.Text)
	c.article.Body = append(c.article.Body, p)
	c.flag(s.code, at, s.line)
}

func (c *composer) flag(code string, at doc.Place, l line) {
	c.unplaced = append(c.unplaced, Unplaced{code, at, l.text, l.number})
}
