package desktest

import (
	"fmt"
	"sync"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// holder is a person who writes in a draft, at a session of his own.
type holder struct {
	*draft
	name    string
	session review.Session
}

func (o *office) hand(d *draft, name string) *holder {
	o.t.Helper()
	return &holder{d, name, o.sit(name, name+"的电脑")}
}

func (h *holder) take(article doc.ArticleID) (review.Lease, error) {
	return h.desk.Take(h.ctx, h.as(h.name), h.session.ID, h.id, article)
}

func (h *holder) want(article doc.ArticleID) (review.Lease, error) {
	return h.desk.Want(h.ctx, h.as(h.name), h.session.ID, h.id, article)
}

func (h *holder) relieve(article doc.ArticleID) (review.Lease, error) {
	return h.desk.Relieve(h.ctx, h.as(h.name), h.session.ID, h.id, article)
}

func (h *holder) yield(article doc.ArticleID) error {
	return h.desk.Yield(h.ctx, h.session.ID, h.id, article)
}

// wait lets time pass while programs go on beating.
func (o *office) wait(d time.Duration, all ...*holder) {
	o.t.Helper()
	o.later(d)
	for _, h := range all {
		o.ok(o.desk.Beat(o.ctx, h.session))
	}
}

// leases are all that are kept, those of dead sessions too.
func (o *office) leases() (all []review.Lease) {
	o.t.Helper()
	o.ok(o.store.View(o.ctx, func(tx review.Tx) (err error) {
		all, err = tx.Leases().List("")
		return err
	}))
	return all
}

// takeAtOnce lets several people take one article.
func takeAtOnce(o *office) {
	const takers = 6
	d := o.begin()
	all := make([]*holder, takers)
	for i := range all {
		p, err := o.desk.AddPerson(o.ctx, fmt.Sprintf("第%d人", i), []review.Role{review.RoleDrafter}, pin)
		o.ok(err)
		all[i] = o.hand(d, p.Name)
	}
	var group sync.WaitGroup
	errs := make([]error, takers)
	for i, h := range all {
		who := o.as(h.name)
		group.Go(func() { _, errs[i] = o.desk.Take(o.ctx, who, h.session.ID, d.id, "a1") })
	}
	group.Wait()
	var got []review.SessionID
	for i, err := range errs {
		if err == nil {
			got = append(got, all[i].session.ID)
		} else {
			o.refused(err, review.CodeHeld)
		}
	}
	equal(o, "got it", len(got), 1)
	equal(o, "holds it", o.pulse().Leases[0].Session, got[0])
}

// theirsStands is a review.Merger for which the two never disagree.
type theirsStands struct{}

// MergeTexts implements review.Merger.
func (theirsStands) MergeTexts(_, _, theirs doc.Bulletin, _ []review.Side) (review.Merging, error) {
	return review.Merging{Text: theirs}, nil
}
