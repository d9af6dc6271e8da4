package exchange

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
	"jianbao/storage/exchange/text"
)

// Hand is what one person made of a text in a file that came back: the text with
// his tracked changes and those of whoever began before him.
type Hand struct {
	Author string // as the file names him; "" where nothing was tracked
	Text   doc.Bulletin
}

// Remark is a comment in a file that came back.
type Remark struct {
	Author  string
	Anchor  doc.Anchor // in the text of the last hand; zero where its words are gone
	Text    string
	ReplyTo int // the remark it answers, from 1; 0 for none
	Done    bool
}

// Returned is a file that came back, as changes of the text that was sent out.
type Returned struct {
	Hands     []Hand // who began first comes first; at least one
	Remarks   []Remark
	Untracked bool // the text differs from what was sent also where nothing was tracked
}

// ChangesOf reads the file as changes of base, person by person. Of a file
// without tracked changes the whole text is one hand. The errors are those of
// Exact.
func (f Foreign) ChangesOf(base doc.Bulletin) (Returned, error) {
	if f.Review == nil || !f.Review.Changed() {
		read, err := f.Exact()
		if err != nil {
			return Returned{}, err
		}
		hand := Hand{Text: Adopt(base, read.Bulletin, false)}
		return Returned{Hands: []Hand{hand}, Remarks: f.remarks(hand.Text)}, nil
	}
	before, err := exactLines(f.Review.Rejected())
	if err != nil {
		return Returned{}, err
	}
	r := Returned{Untracked: f.comparable(before) != f.comparable(base)}
	authors := f.Review.Authors()
	for i, author := range authors {
		text, err := exactLines(f.Review.With(authors[:i+1]...))
		if err != nil {
			return Returned{}, err
		}
		base = Adopt(base, text, false)
		r.Hands = append(r.Hands, Hand{author, base})
	}
	r.Remarks = f.remarks(base)
	return r, nil
}

func exactLines(lines []string) (doc.Bulletin, error) {
	r, err := text.Exact([]byte(strings.Join(lines, "\n")))
	return r.Bulletin, err
}

// remarks ties the comments of the file to the words of b.
func (f Foreign) remarks(b doc.Bulletin) []Remark {
	if f.Review == nil {
		return nil
	}
	lines, numbers := f.Review.Accepted(), map[string]int{}
	var list []Remark
	for _, c := range f.Review.Remarks() {
		r := Remark{Author: c.Author, Text: c.Text, Done: c.Done, ReplyTo: numbers[c.Parent]}
		if r.ReplyTo > 0 && list[r.ReplyTo-1].ReplyTo > 0 {
			r.ReplyTo = list[r.ReplyTo-1].ReplyTo // threads have one level
		}
		if c.Line < len(lines) {
			r.Anchor = anchorIn(b, lines[c.Line], c.From, c.To)
		}
		list = append(list, r)
		numbers[c.ID] = len(list)
	}
	return list
}

// anchorIn finds the characters from..to of a printed line in the text.
func anchorIn(b doc.Bulletin, line string, from, to int) doc.Anchor {
	margin := utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t\u3000"))
	line = strings.TrimSpace(line)
	for _, l := range form.Lines(b) {
		value, _ := b.Text(l.Place)
		label := utf8.RuneCountInString(l.Label) + margin
		start := strings.Index(value, l.Text)
		if l.String() != line || l.Text == "" || start < 0 {
			continue
		}
		text := []rune(l.Text)
		from, to := min(len(text), max(0, from-label)), min(len(text), max(0, to-label))
		before := utf8.RuneCountInString(value[:start])
		return doc.Anchor{Place: l.Place, From: doc.RuneOffset(before + from), To: doc.RuneOffset(before + to), Quote: string(text[from:to])}
	}
	return doc.Anchor{}
}

// Adopt gives a text from outside the ids of the text it revises, article by
// article, and its number: a number is drawn, not edited. Levels too are taken
// over where the file does not state them.
func Adopt(old, fresh doc.Bulletin, levels bool) doc.Bulletin {
	fresh = fresh.Clone()
	fresh.Masthead.Number = old.Masthead.Number
	left := slices.Clone(old.Articles)
	for i := range fresh.Articles {
		a := &fresh.Articles[i]
		if old.Article(a.ID) != nil {
			continue // the file knows the ids
		}
		at := slices.IndexFunc(left, func(o doc.Article) bool { return o.Title == a.Title })
		if at < 0 && len(old.Articles) == len(fresh.Articles) {
			at = slices.IndexFunc(left, func(o doc.Article) bool { return o.ID == old.Articles[i].ID })
		}
		if at >= 0 {
			reconcile(a, left[at], levels)
			left = slices.Delete(left, at, at+1)
		}
	}
	return fresh
}

func reconcile(a *doc.Article, old doc.Article, levels bool) {
	a.ID = old.ID
	for i, p := range doc.Reconcile(old.Body, a.Texts()) {
		if levels {
			p.Level = a.Body[i].Level
		}
		a.Body[i] = p
	}
}
