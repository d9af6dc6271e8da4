package doc

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// ArticleID names an article for as long as it lives, wherever it stands.
type ArticleID string

// Article (稿件) is one item of a bulletin.
type Article struct {
	ID     ArticleID
	Title  string // "\n" where the author breaks the title
	Note   string // 编者按; "\n" between its paragraphs
	Body   []Paragraph
	Source string // the section that supplied it (供稿), without its brackets
}

// NewArticle returns an article with an id and one empty paragraph.
func NewArticle() Article {
	return Article{ID: ArticleID(newID()), Body: []Paragraph{NewParagraph("")}}
}

func (a Article) clone() Article {
	a.Body = append([]Paragraph(nil), a.Body...)
	return a
}

// TitleLine is the title on one line, as a list of issues shows it.
func (a Article) TitleLine() string { return strings.ReplaceAll(a.Title, "\n", "") }

// Runes counts the characters of title, note and body without line ends.
func (a Article) Runes() int {
	n := utf8.RuneCountInString(strings.ReplaceAll(a.Title+a.Note, "\n", ""))
	for _, p := range a.Body {
		n += utf8.RuneCountInString(p.Text)
	}
	return n
}

// Texts returns the text of each body paragraph in order.
func (a Article) Texts() []string {
	texts := make([]string, len(a.Body))
	for i, p := range a.Body {
		texts[i] = p.Text
	}
	return texts
}

// ParagraphID names a paragraph for as long as it lives: editing its text,
// moving it or saving it does not change it.
type ParagraphID string

// Paragraph is one paragraph of an article's body. Its text holds no line end.
type Paragraph struct {
	ID    ParagraphID
	Level Level
	Text  string
}

// NewParagraph returns a paragraph with a new id and the level its text shows.
func NewParagraph(text string) Paragraph {
	return Paragraph{ID: ParagraphID(newID()), Level: LevelOf(text), Text: text}
}

// Level is the rank of a numbered heading (GB/T 9704—2012, 7.3.3).
type Level int

// The levels and the numbering that stands before each.
const (
	BodyText Level = iota // no numbering
	Level1                // 一、
	Level2                // （一）
	Level3                // 1.
	Level4                // （1）
)

var levelMarks = [...]struct {
	level Level
	mark  *regexp.Regexp
}{
	{Level1, regexp.MustCompile(`^[一二三四五六七八九十百]+、`)},
	{Level2, regexp.MustCompile(`^[（(][一二三四五六七八九十百]+[）)]`)},
	{Level3, regexp.MustCompile(`^[0-9]{1,3}[.．](?:[^0-9]|$)`)},
	{Level4, regexp.MustCompile(`^[（(][0-9]{1,3}[）)]`)},
}

// LevelOf tells the level that the numbering at the start of text shows.
func LevelOf(text string) Level {
	for _, m := range levelMarks {
		if m.mark.MatchString(text) {
			return m.level
		}
	}
	return BodyText
}
