package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// Part is the part of an issue that a passage belongs to.
type Part string

// The parts. Line is a line of a plain text, of which nothing more is known.
const (
	Field  Part = "field" // of masthead or imprint, other than the lists below
	Lists  Part = "lists" // 报, 送, 发
	Title  Part = "title"
	Note   Part = "note"
	Body   Part = "body"
	Source Part = "source"
	Line   Part = "line"
)

// Parts lists the parts in reading order.
func Parts() []Part { return []Part{Field, Lists, Title, Note, Body, Source, Line} }

// Passage is a stretch of text that is checked as one: a field, a paragraph, a
// line.
type Passage struct {
	Place doc.Place
	Part  Part
	Text  string
}

// Text is what is checked: passages in reading order and the day of the issue,
// which may be unknown.
type Text struct {
	Passages []Passage
	Date     doc.Date
}

// TextOf returns the passages of a bulletin: every field that is not empty and
// every paragraph. The lines of a title or a note are one passage.
func TextOf(b *doc.Bulletin) Text {
	t := Text{Date: b.Masthead.Date}
	fields := doc.Fields()
	imprint := slices.Index(fields, doc.FieldEditor)
	t.fields(b, fields[:imprint])
	for i := range b.Articles {
		t.article(&b.Articles[i])
	}
	t.fields(b, fields[imprint:])
	return t
}

func (t *Text) add(p doc.Place, part Part, text string) {
	if text != "" {
		t.Passages = append(t.Passages, Passage{p, part, text})
	}
}

func (t *Text) fields(b *doc.Bulletin, keys []doc.FieldKey) {
	for _, key := range keys {
		part := Field
		if key == doc.FieldReportTo || key == doc.FieldCopyTo || key == doc.FieldSendTo {
			part = Lists
		}
		p := doc.Place{Field: key}
		value, _ := b.Get(p)
		t.add(p, part, value)
	}
}

func (t *Text) article(a *doc.Article) {
	t.add(doc.Place{Field: doc.FieldArticleTitle, Article: a.ID}, Title, a.Title)
	t.add(doc.Place{Field: doc.FieldArticleNote, Article: a.ID}, Note, a.Note)
	for _, p := range a.Body {
		t.add(doc.Place{Article: a.ID, Paragraph: p.ID}, Body, p.Text)
	}
	t.add(doc.Place{Field: doc.FieldArticleSource, Article: a.ID}, Source, a.Source)
}

// LinesOf returns one passage for each line, also for an empty one: the index
// of a passage is the number of its line, counted from 0.
func LinesOf(lines []string, date doc.Date) Text {
	t := Text{Date: date}
	for _, l := range lines {
		t.Passages = append(t.Passages, Passage{Part: Line, Text: l})
	}
	return t
}

// sheet is a text made ready for the surveys.
type sheet struct {
	passages []*passage
	date     doc.Date
}

// next returns the index of the passage after i that is not blank, or -1.
func (s *sheet) next(i int) int {
	for j := i + 1; j < len(s.passages); j++ {
		if strings.TrimSpace(s.passages[j].Text) != "" {
			return j
		}
	}
	return -1
}

// passage is a Passage made ready: its runes, and where each stands in bytes.
type passage struct {
	Passage
	date  doc.Date
	runes []rune
	has   map[rune]bool
	start []int // byte at which each rune begins, and the length at the end
	masks [][2]int
}

func prepare(p Passage, date doc.Date) *passage {
	ready := &passage{Passage: p, date: date, runes: make([]rune, 0, len(p.Text)), has: map[rune]bool{}}
	for at, r := range p.Text {
		ready.runes = append(ready.runes, r)
		ready.start = append(ready.start, at)
		ready.has[r] = true
	}
	ready.start = append(ready.start, len(p.Text))
	ready.masks = masksIn(p.Text)
	return ready
}

// rune returns the index of the rune that begins at a byte.
func (p *passage) rune(at int) int {
	i, _ := slices.BinarySearch(p.start, at)
	return i
}

// at returns the rune with an index, or 0 outside of the text.
func (p *passage) at(i int) rune {
	if i < 0 || i >= len(p.runes) {
		return 0
	}
	return p.runes[i]
}

// between returns the text from one rune to another.
func (p *passage) between(from, to int) string { return p.Text[p.start[from]:p.start[to]] }

// masked reports whether a stretch of bytes touches what is no prose.
func (p *passage) masked(from, to int) bool {
	for _, m := range p.masks {
		if from < m[1] && m[0] < to {
			return true
		}
	}
	return false
}

// isHeading reports whether the passage is a numbered heading standing alone.
func (p *passage) isHeading() bool {
	return doc.LevelOf(trimIndent(p.Text)) != doc.BodyText && len(p.runes) <= headingLength
}

const headingLength = 40

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r == '〇' || r >= 0x3400 && r <= 0x4dbf || r >= 0x20000 && r <= 0x323af
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func trimIndent(s string) string { return strings.TrimLeft(s, " \u3000") }
