package review

import (
	"errors"
	"slices"

	"jianbao/editor/doc"
)

// writing returns the lease of another person on an article that text changes
// against the newest revision; one of nobody if there is none.
func (w *work) writing(text doc.Bulletin) (Lease, error) {
	leases, err := w.tx.Leases().List(w.file.Draft.ID)
	if err != nil || len(leases) == 0 {
		return Lease{}, err
	}
	sessions, err1 := w.tx.Sessions().List()
	now, err2 := w.clock(w.tx)
	if err := errors.Join(err1, err2); err != nil {
		return Lease{}, err
	}
	for _, l := range leases {
		if l.Person == w.who.person.ID || !holds(sessions, l, now) {
			continue
		}
		if same, err := SameArticle(w.file.Head.Text, text, l.Article); err != nil || !same {
			return l, err
		}
	}
	return Lease{}, nil
}

// mayReplace refuses with CodeHeld to put text in the place of the newest where
// another person is writing: all that it is made of is kept already.
func (w *work) mayReplace(text doc.Bulletin) error {
	l, err := w.writing(text)
	if err == nil && l.Person != "" {
		return refuseHeld(l, w.file.Name(l.Person))
	}
	return err
}

// SameArticle reports whether an article, or for "" all that is in none, says
// the same in two texts.
func SameArticle(a, b doc.Bulletin, id doc.ArticleID) (bool, error) {
	first, err1 := doc.TextHash(only(a, id))
	second, err2 := doc.TextHash(only(b, id))
	return first == second, errors.Join(err1, err2)
}

func only(b doc.Bulletin, id doc.ArticleID) doc.Bulletin {
	if id == "" {
		b.Articles = nil
		return b
	}
	return doc.Bulletin{Articles: slices.DeleteFunc(slices.Clone(b.Articles), func(a doc.Article) bool { return a.ID != id })}
}

// turned frees the leases of those who may not edit the draft any more, when it
// has come into other hands: they would only be in the way of whose turn it is.
func (w *work) turned(before Draft) error {
	f, now := w.file, w.file.Draft
	if now.State == before.State && now.Step == before.Step {
		return nil
	}
	return freeLeases(w.tx, now.ID, func(l Lease) bool {
		return f.may(ActEdit, Actor{person: f.People[l.Person]}) != nil
	})
}
