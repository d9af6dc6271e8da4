package diff

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// kind is a sentinel error with a stable code by which the message catalogue
// finds its sentence.
type kind string

func (k kind) Error() string { return string(k) }

// Message returns the code of the sentence people read.
func (k kind) Message() (string, map[string]string) { return string(k), nil }

var (
	// ErrNoChange says that the comparison has no change with that id.
	ErrNoChange error = kind("diff.nochange")
	// ErrMovedOn says that the text a change belongs to is no longer the one that
	// was compared: compare again.
	ErrMovedOn error = kind("diff.movedon")
)

// Revert returns b, which holds the new text, with some changes undone and
// everything else as it is. Paragraphs keep their ids, and one that comes back
// comes back under its old id. It returns ErrNoChange, or ErrMovedOn if the
// field, body or article that a change belongs to is not as it was compared.
func (d BulletinDiff) Revert(b doc.Bulletin, ids ...ChangeID) (doc.Bulletin, error) {
	changes := d.Changes()
	result := b.Clone()
	hunks := map[int][]int{} // in bodies, to be undone together: each by itself would move the others on
	for _, id := range ids {
		i := slices.IndexFunc(changes, func(c Change) bool { return c.ID == id })
		if i < 0 {
			return b, fmt.Errorf("%w: %s", ErrNoChange, id)
		}
		c := changes[i]
		if c.isInBody() {
			hunks[c.article] = append(hunks[c.article], c.Hunk)
		} else if err := d.undo(&result, c); err != nil {
			return b, err
		}
	}
	for article, undone := range hunks {
		if err := d.undoInBody(&result, article, undone); err != nil {
			return b, err
		}
	}
	return result, nil
}

func (c Change) isInBody() bool { return c.Class != ClassField && c.Hunk >= 0 }

// undo undoes a change that is not in a body.
func (d BulletinDiff) undo(b *doc.Bulletin, c Change) error {
	switch c.Class {
	case ClassField:
		return undoField(b, c)
	case ClassLevel:
		return d.undoLevel(b, c)
	}
	return d.undoArticle(b, d.Articles[c.article])
}

func undoField(b *doc.Bulletin, c Change) error {
	if now, ok := b.Get(c.At.Place); !ok || now != c.New {
		return fmt.Errorf("%w: %s", ErrMovedOn, c.At.Field)
	}
	return b.Set(c.At.Place, c.Old)
}

func (d BulletinDiff) undoLevel(b *doc.Bulletin, c Change) error {
	p, _ := b.Paragraph(c.At.Paragraph)
	for _, l := range d.Articles[c.article].Levels {
		if l.Paragraph == c.At.Paragraph && p != nil && p.Level == l.New {
			p.Level = l.Old
			return nil
		}
	}
	return fmt.Errorf("%w: paragraph %s", ErrMovedOn, c.At.Paragraph)
}

func (d BulletinDiff) undoInBody(b *doc.Bulletin, article int, hunks []int) error {
	compared := d.Articles[article]
	a := b.Article(compared.New)
	if a == nil || bodyText(*a) != compared.Body.New() {
		return fmt.Errorf("%w: body of article %s", ErrMovedOn, compared.New)
	}
	texts := strings.Split(compared.Body.Reject(hunks...), "\n")
	a.Body = doc.Reconcile(withLost(a.Body, d.old.Article(compared.Old).Body), texts)
	return nil
}

// withLost returns the paragraphs of a body and, after them, the old ones it
// has lost, so that these can be recognised when their text returns.
func withLost(body, old []doc.Paragraph) []doc.Paragraph {
	all := slices.Clone(body)
	for _, p := range old {
		if !slices.ContainsFunc(body, func(q doc.Paragraph) bool { return q.ID == p.ID }) {
			all = append(all, p)
		}
	}
	return all
}

func (d BulletinDiff) undoArticle(b *doc.Bulletin, a ArticleDiff) error {
	if a.State == ArticleRemoved {
		return d.bringBack(b, a.Old)
	}
	i := articleIndex(*b, a.New)
	if i < 0 || a.State == ArticleAdded && !sameArticle(b.Articles[i], *d.new.Article(a.New)) {
		return fmt.Errorf("%w: article %s", ErrMovedOn, a.New)
	}
	article := b.Articles[i]
	b.Articles = slices.Delete(b.Articles, i, i+1)
	if a.State == ArticleMoved {
		b.Articles = slices.Insert(b.Articles, d.oldPlace(*b, a.Old), article)
	}
	return nil
}

func (d BulletinDiff) bringBack(b *doc.Bulletin, id doc.ArticleID) error {
	if articleIndex(*b, id) >= 0 {
		return fmt.Errorf("%w: article %s", ErrMovedOn, id)
	}
	old := d.old.Clone()
	b.Articles = slices.Insert(b.Articles, d.oldPlace(*b, id), *old.Article(id))
	return nil
}

func sameArticle(a, b doc.Article) bool {
	return a.Title == b.Title && a.Note == b.Note && a.Source == b.Source && slices.Equal(a.Body, b.Body)
}

// oldPlace returns the index after the nearest article that stood before the
// given one in the old bulletin and has kept its place.
func (d BulletinDiff) oldPlace(b doc.Bulletin, id doc.ArticleID) int {
	place := 0
	for _, a := range d.old.Articles {
		if a.ID == id {
			break
		}
		k := slices.IndexFunc(d.Articles, func(x ArticleDiff) bool { return x.Old == a.ID })
		if d.Articles[k].State == ArticleKept {
			if i := articleIndex(b, d.Articles[k].New); i >= 0 {
				place = i + 1
			}
		}
	}
	return place
}

func articleIndex(b doc.Bulletin, id doc.ArticleID) int {
	return slices.IndexFunc(b.Articles, func(a doc.Article) bool { return a.ID == id })
}
