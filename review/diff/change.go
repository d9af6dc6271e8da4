package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// ChangeID names a change by its content: what it does and the words around
// it. The same two bulletins always give the same ids, whatever the ids of
// their articles and paragraphs.
type ChangeID string

// Change is one thing a reviewer decides about.
type Change struct {
	ID       ChangeID   `json:"id"`
	At       doc.Anchor `json:"at"`   // in the new bulletin; in the old one for an article taken out
	Kind     Kind       `json:"kind"` // a move is MoveTo, and one change
	Old      string     `json:"old"`
	New      string     `json:"new"`
	Class    Class      `json:"class"`
	Critical bool       `json:"critical"` // must be looked at by itself
	Hunk     int        `json:"hunk"`     // index in the script of the body or field; for a move, of its move-to half

	article int // index in BulletinDiff.Articles, -1 for masthead and imprint
	context string
}

// Changes lists every change in reading order: masthead, articles, imprint.
func (d BulletinDiff) Changes() []Change {
	head, foot := d.fieldChanges()
	list := head
	for i := range d.Articles {
		list = append(list, d.articleChanges(i)...)
	}
	list = append(list, foot...)
	number := map[ChangeID]int{}
	for i := range list {
		id := list[i].contentID()
		if number[id]++; number[id] > 1 {
			list[i].ID = id + ChangeID("-"+strconv.Itoa(number[id]))
		} else {
			list[i].ID = id
		}
	}
	return list
}

// contentID hashes what the change says; changes that say the same at places
// that read the same are told apart by their order.
func (c Change) contentID() ChangeID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %q %q", c.At.Field, c.Kind, c.Class, c.Old, c.New, c.context))
	return ChangeID(hex.EncodeToString(sum[:8]))
}

func (d BulletinDiff) fieldChanges() (head, foot []Change) {
	for _, f := range d.Fields {
		c := f.change(-1)
		if isImprint(f.Place.Field) {
			foot = append(foot, c)
		} else {
			head = append(head, c)
		}
	}
	return head, foot
}

func isImprint(key doc.FieldKey) bool { return strings.HasPrefix(string(key), "imprint.") }

// change makes a field one change as a whole: half a date is no date.
func (f FieldDiff) change(article int) Change {
	c := Change{At: doc.Anchor{Place: f.Place}, Kind: Replace, Old: f.Old, New: f.New, Class: ClassField, Critical: true, article: article}
	if f.Old == "" {
		c.Kind = Insert
	} else if f.New == "" {
		c.Kind = Delete
	}
	return c
}

func (d BulletinDiff) articleChanges(i int) []Change {
	a := d.Articles[i]
	var list []Change
	switch a.State {
	case ArticleAdded:
		return []Change{wholeArticle(i, a.New, Insert, "", d.new.Article(a.New).TitleLine())}
	case ArticleRemoved:
		return []Change{wholeArticle(i, a.Old, Delete, d.old.Article(a.Old).TitleLine(), "")}
	case ArticleMoved:
		list = append(list, wholeArticle(i, a.New, MoveTo, d.old.Article(a.Old).TitleLine(), d.new.Article(a.New).TitleLine()))
	}
	for _, f := range a.Fields {
		list = append(list, f.change(i))
	}
	list = append(list, d.bodyChanges(i)...)
	return append(list, levelChanges(i, a)...)
}

func wholeArticle(i int, id doc.ArticleID, kind Kind, old, new string) Change {
	class := ClassArticle
	if kind == MoveTo {
		class = ClassMove
	}
	at := doc.Anchor{Place: doc.Place{Field: doc.FieldArticleTitle, Article: id}}
	return Change{At: at, Kind: kind, Old: old, New: new, Class: class, Critical: class.IsCritical(), Hunk: -1, article: i}
}

func levelChanges(i int, a ArticleDiff) []Change {
	var list []Change
	for _, l := range a.Levels {
		at := doc.Anchor{Place: doc.Place{Field: doc.FieldArticleBody, Article: a.New, Paragraph: l.Paragraph}}
		list = append(list, Change{At: at, Kind: Replace, Class: ClassLevel, Hunk: -1, article: i,
			Old: strconv.Itoa(int(l.Old)), New: strconv.Itoa(int(l.New))})
	}
	return list
}

func (d BulletinDiff) bodyChanges(i int) []Change {
	a := d.Articles[i]
	body := d.new.Article(a.New).Body
	left := map[int]string{}
	for _, h := range a.Body.Hunks {
		if h.Kind == MoveFrom {
			left[h.Move] = h.Old
		}
	}
	var list []Change
	at := 0
	for k, h := range a.Body.Hunks {
		if h.IsChange() && h.Kind != MoveFrom {
			list = append(list, Change{At: anchorIn(body, a.New, at, h.New), Kind: h.Kind, Old: h.Old + left[h.Move], New: h.New,
				Class: h.Class, Critical: h.Critical, Hunk: k, article: i, context: a.Body.around(k)})
		}
		at += len(h.New)
	}
	return list
}

// contextSize is how many characters on either side tell like changes apart.
const contextSize = 8

// around returns the equal text beside hunk k, as far as it tells changes apart.
func (s Script) around(k int) string {
	before, after := "", ""
	if k > 0 && !s.Hunks[k-1].IsChange() {
		before = lastRunes(s.Hunks[k-1].New, contextSize)
	}
	if k+1 < len(s.Hunks) && !s.Hunks[k+1].IsChange() {
		after = firstRunes(s.Hunks[k+1].New, contextSize)
	}
	return before + "\x00" + after
}

func firstRunes(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// anchorIn ties the text at a byte offset of the joined body to the paragraph
// in which it starts, as far as it stands in that one.
func anchorIn(body []doc.Paragraph, article doc.ArticleID, at int, text string) doc.Anchor {
	a := doc.Anchor{Place: doc.Place{Field: doc.FieldArticleBody, Article: article}}
	trimmed := strings.TrimLeft(text, "\n")
	if trimmed != "" {
		at += len(text) - len(trimmed)
	}
	for _, p := range body {
		if at <= len(p.Text) {
			a.Paragraph = p.ID
			a.Quote, _, _ = strings.Cut(trimmed, "\n")
			a.From = doc.RuneOffset(utf8.RuneCountInString(p.Text[:at]))
			a.To = a.From + doc.RuneOffset(utf8.RuneCountInString(a.Quote))
			return a
		}
		at -= len(p.Text) + 1
	}
	return a
}
