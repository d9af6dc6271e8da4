package compose

import (
	"context"
	"errors"
	"strconv"

	"jianbao/app/pulse"
	"jianbao/editor/doc"
	"jianbao/review"
)

// This file takes leases and gives them back. Nothing that is typed waits for it:
// a lease spares people a merge, and what is written without one is kept too.

// claim takes the leases of what was written on since it was last called.
func (s *Screen) claim() {
	for _, id := range s.text.takeWritten() {
		if !s.rights.has(id) {
			s.take(id)
		}
	}
}

// take asks for the lease of an article while the writing goes on.
func (s *Screen) take(id doc.ArticleID) {
	session := s.shell.Session()
	if session == "" || s.page.readOnly { // nobody else can be on this database, or the database is out of reach
		return
	}
	s.rights.asked[id] = true
	s.ask(session, id, (*review.Desk).Take, func(l review.Lease, failure error) {
		switch {
		case failure == nil:
			s.granted(id, l)
		case !s.heldBy(id, failure):
			s.rights.asked[id] = true // until it is tried again
			s.keep.store.after(serverRetry, func() { s.takeAgain(id) })
		}
	})
}

// withLease goes on once an article is this session's and all is saved, or says
// who has it.
func (s *Screen) withLease(id doc.ArticleID, then func()) {
	session := s.shell.Session()
	if _, mine := s.rights.mine[id]; mine || session == "" {
		s.saveThen(then)
		return
	}
	s.ask(session, id, (*review.Desk).Take, func(l review.Lease, failure error) {
		switch {
		case failure == nil:
			s.granted(id, l)
			s.saveThen(then)
		case s.heldBy(id, failure):
			s.refuseHeld(id)
		default:
			s.shell.Fail(failure)
		}
	})
}

// takeAgain asks for a lease after a failure, unless that is no longer wanted.
func (s *Screen) takeAgain(id doc.ArticleID) {
	delete(s.rights.asked, id)
	if !s.left && !s.unchanged(id) && !s.rights.has(id) {
		s.take(id)
	}
}

// ask asks the desk something about a lease on another goroutine.
func (s *Screen) ask(session review.SessionID, id doc.ArticleID, what leasing, done func(review.Lease, error)) {
	desk, who := s.shell.Desk(), s.shell.Actor()
	var lease review.Lease
	var failure error
	s.shell.Do(func() error {
		lease, failure = what(desk, context.Background(), who, session, s.id, id)
		return nil
	}, func() {
		delete(s.rights.asked, id)
		if s.left && failure == nil && lease.Session == session {
			s.yield(id)
			return
		}
		done(lease, failure)
	})
}

// leasing is a use case about the lease of an article.
type leasing func(*review.Desk, context.Context, review.Actor, review.SessionID, review.DraftID, doc.ArticleID) (review.Lease, error)

func (s *Screen) granted(id doc.ArticleID, l review.Lease) {
	s.rights.granted(id, l)
	s.paintLeases()
}

// heldBy reports whether a lease was refused since somebody else has it, and
// makes the article read-only then.
func (s *Screen) heldBy(id doc.ArticleID, failure error) bool {
	r, refused := errors.AsType[*review.Refusal](failure)
	if !refused {
		return false
	}
	if r.Code == review.CodeHeld {
		s.rights.refused(id, r.Args["name"], r.Args["at"])
		s.paintLeases()
	}
	return true // else the draft is in other hands, which the page is told by itself
}

// yield gives a lease back. Where that fails, it ends with the session.
func (s *Screen) yield(id doc.ArticleID) {
	desk, session := s.shell.Desk(), s.shell.Session()
	delete(s.rights.mine, id)
	s.shell.Do(func() error {
		_ = desk.Yield(context.Background(), session, s.id, id)
		return nil
	}, func() {})
}

// yieldAll gives all leases back: the page is left, or no longer written on.
func (s *Screen) yieldAll() {
	for id := range s.rights.mine {
		s.yield(id)
	}
}

// moved hears where the caret is. What was left there and is saved may be written
// by others.
func (s *Screen) moved(at doc.Place) {
	if at.Article != s.rights.at {
		s.rights.at = at.Article
		s.settle()
	}
}

// settle gives back the leases of what is not written on now and says nothing
// that is not saved.
func (s *Screen) settle() {
	for id := range s.rights.mine {
		if id != s.rights.at && s.unchanged(id) {
			s.yield(id)
		}
	}
}

// unchanged reports whether an article says here what the newest revision says.
func (s *Screen) unchanged(id doc.ArticleID) bool {
	same, err := review.SameArticle(s.file.Head.Text, s.text.text, id)
	return err == nil && same
}

// Follow implements screen.Follower.
func (s *Screen) Follow(n pulse.News) {
	if s.file == nil || s.left {
		return
	}
	s.savedElsewhere(savedLast(n, s.id))
	for _, e := range n.Events {
		s.hearRelief(n, e)
	}
	s.hearLeases(n)
	s.paintSafety()
}

// savedLast is the newest revision of a draft that the news tell of; 0 if they
// tell of none.
func savedLast(n pulse.News, id review.DraftID) int {
	last := 0
	for _, e := range n.Events {
		if seq, err := strconv.Atoi(e.Detail["revision"]); e.Draft == id && e.Action == review.ActEdit && err == nil && e.Detail["cause"] != string(review.CauseAside) {
			last = seq
		}
	}
	return last
}

// hearLeases follows who writes where. While the database is out of reach things
// stay as they were.
func (s *Screen) hearLeases(n pulse.News) {
	session := s.shell.Session()
	switch {
	case s.page.readOnly: // the draft is in other hands, and the desk took the leases back
		s.rights = newRights()
		s.paintLeases()
		return
	case !n.Lost.IsZero() || session == "":
		return
	}
	fallen, freed := s.rights.heard(n, s.id, session, s.shell.Actor().Person().ID)
	for _, id := range fallen { // this program was silent: asleep, or cut off
		s.take(id)
	}
	for _, id := range freed {
		if s.rights.wished[id] {
			s.takeWished(id)
		}
	}
	s.paintLeases()
}
