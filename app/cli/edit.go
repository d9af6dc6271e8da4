package cli

import (
	"path/filepath"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// edit makes a revision from a file. ID@REV says which revision the file was
// made from; where the draft has moved on since, the new one stands aside.
func edit(c *call) (result, error) {
	path := c.in.first("from")
	read, err := readIssue(path, false)
	if err != nil {
		return nil, err
	}
	f, base, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActEdit)
	if err != nil {
		return nil, err
	}
	note := c.in.first("note")
	if note == "" {
		note = filepath.Base(path)
	}
	saved, err := c.desk.Save(c.ctx, who.Actor, f.Draft.ID, base, revise(f.Head.Text, read), note)
	if err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActEdit, who, saved.File)
	o.Unchanged, o.Fell = saved.Unchanged, saved.Fell
	if saved.Aside {
		o.Aside = saved.Revision.Seq
	}
	return o, err
}

// revise gives a text from outside the ids of the text it revises, article by
// article, and its number: a number is drawn, not edited.
func revise(old doc.Bulletin, from source) doc.Bulletin {
	fresh := from.Bulletin.Clone()
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
			reconcile(a, left[at], from.exact)
			left = slices.Delete(left, at, at+1)
		}
	}
	return fresh
}

// reconcile takes over ids, and levels too unless the file states them.
func reconcile(a *doc.Article, old doc.Article, exact bool) {
	a.ID = old.ID
	for i, p := range doc.Reconcile(old.Body, a.Texts()) {
		if exact {
			p.Level = a.Body[i].Level
		}
		a.Body[i] = p
	}
}
