package compose

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"jianbao/app/pulse"
	"jianbao/editor/doc"
	"jianbao/review"
)

// This file is how an article goes from one writer to another: asked for, given
// up, taken over.

// want asks the holder of an article to yield it.
func (s *Screen) want(id doc.ArticleID) {
	s.rights.wished[id] = true
	s.ask(s.shell.Session(), id, (*review.Desk).Want, func(l review.Lease, failure error) {
		switch {
		case failure != nil:
			s.rights.forget(id)
			s.shell.Fail(failure)
		case l.Person == s.shell.Actor().Person().ID:
			s.granted(id, l)
			return
		default:
			s.keep.store.after(review.Patience, func() { s.ripen(id) })
		}
		s.paintLeases()
	})
}

// ripen says that a holder had the time to answer.
func (s *Screen) ripen(id doc.ArticleID) {
	if s.rights.wished[id] {
		s.rights.ripe[id] = true
		s.paintLeases()
	}
}

// takeWished takes what the holder gave up, since it was asked for.
func (s *Screen) takeWished(id doc.ArticleID) {
	session := s.shell.Session()
	s.ask(session, id, (*review.Desk).Take, func(l review.Lease, failure error) {
		switch {
		case failure == nil:
			say := speech{s.shell.Words()}
			s.leases.add(say, say.t("lease.yours", "which", s.which(id)), s.dismissLeases())
			s.granted(id, l)
		case !s.heldBy(id, failure) && !isCut(failure):
			s.shell.Fail(failure)
		}
		s.rights.forget(id)
	})
}

// giveUp gives an article to who asked for it, once what is written is saved.
func (s *Screen) giveUp(id doc.ArticleID) {
	s.saveThen(func() {
		s.yield(id)
		s.paintLeases()
	})
}

// stay puts off who asks for an article.
func (s *Screen) stay(l review.Lease) {
	s.rights.stayed[l.Article] = l.WantedAt
	s.paintLeases()
}

// askRelieve takes an article over once the writer says so.
func (s *Screen) askRelieve(id doc.ArticleID) {
	say := speech{s.shell.Words()}
	name := s.rights.others[id].name
	s.shell.Confirm(say.t("lease.relieve.title", "which", s.which(id)), say.t("lease.relieve.text", "name", name),
		say.t("lease.relieve"), func() { s.relieve(id, name) })
}

func (s *Screen) relieve(id doc.ArticleID, name string) {
	var kept string
	relieve := func(d *review.Desk, ctx context.Context, who review.Actor, session review.SessionID, draft review.DraftID, id doc.ArticleID) (review.Lease, error) {
		l, err := d.Relieve(ctx, who, session, draft, id)
		if err != nil {
			return l, err
		}
		events, err := d.History(ctx, draft)
		kept = keptOf(events, who.Person().ID, id)
		return l, err
	}
	s.ask(s.shell.Session(), id, relieve, func(l review.Lease, failure error) {
		if failure != nil {
			s.shell.Fail(failure)
			return
		}
		s.granted(id, l)
		s.tellRelieved(name, kept)
	})
}

// keptOf returns the revision that keeps what the last holder of an article had
// not saved, or "".
func keptOf(events []review.Event, by review.PersonID, id doc.ArticleID) string {
	for _, e := range slices.Backward(events) {
		if e.Action == review.ActRelieve && e.Actor == by && e.Detail["article"] == string(id) {
			return e.Detail["revision"]
		}
	}
	return ""
}

func (s *Screen) tellRelieved(name, kept string) {
	say := speech{s.shell.Words()}
	if kept == "" {
		s.leases.add(say, say.t("lease.relieved.saved", "name", name), s.dismissLeases())
		return
	}
	seq, _ := strconv.Atoi(kept) // the desk wrote the number
	s.leases.add(say, say.t("lease.relieved.kept", "name", name, "seq", kept),
		choice{say.t("lease.look"), func() { s.showRevision(seq) }}, s.dismissLeases())
}

// hearRelief hears that an article was taken over from this person. What was
// written in it is kept, and the page goes on with the newest text there.
func (s *Screen) hearRelief(n pulse.News, e review.Event) {
	me := s.shell.Actor().Person().ID
	if e.Action != review.ActRelieve || e.Draft != s.id || e.Detail["from"] != string(me) || e.Actor == me {
		return
	}
	id := doc.ArticleID(e.Detail["article"])
	seq, _ := strconv.Atoi(e.Detail["revision"]) // without one nothing was left to keep
	delete(s.rights.mine, id)
	at := e.At.Local().Format("15:04")
	s.rights.others[id] = holder{name: n.Name(e.Actor), since: at}
	s.rights.lost[id] = relief{n.Name(e.Actor), at, seq}
	s.leases.clear() // such as that the article was this person's
	s.setStraysAside(seq, func() {})
}

// strays lists the articles in which this person wrote what is not saved, and
// somebody else writes now.
func (s *Screen) strays() []doc.ArticleID {
	var list []doc.ArticleID
	for _, id := range slices.Sorted(maps.Keys(s.rights.others)) {
		if !s.unchanged(id) {
			list = append(list, id)
		}
	}
	return list
}

// askStrays keeps what is written here in an article of somebody else's, once the
// writer says so.
func (s *Screen) askStrays(id doc.ArticleID) {
	say := speech{s.shell.Words()}
	s.shell.Confirm(say.t("lease.aside.title"), say.t("lease.aside.text", "which", s.which(id)), say.t("lease.aside.verb"),
		func() { s.setStraysAside(0, func() {}) })
}

// setStraysAside keeps what was written here in articles that others write now as
// a revision aside, unless that revision says it already, and shows there what the
// newest revision says. Then it goes on. What is written elsewhere stays as it is.
func (s *Screen) setStraysAside(kept int, then func()) {
	if len(s.strays()) == 0 {
		then()
		return
	}
	s.page.flush()
	shot := s.text.snapshot()
	var saved review.Saved
	s.work(snapshot{}, func(d *review.Desk, who review.Actor) (err error) {
		if kept > 0 {
			rev, err := d.Revision(context.Background(), s.id, kept)
			if err != nil || sameText(rev.Text, shot.text) {
				return err
			}
		}
		saved, err = d.LayAside(context.Background(), who, s.id, shot.base, shot.text)
		return err
	}, func() {
		s.takeNewest()
		if saved.Aside {
			s.tellAside(saved.Revision.Seq)
		}
		s.paintLeases()
		then()
	})
}

// takeNewest makes the articles that others write read as the newest revision.
func (s *Screen) takeNewest() {
	want := s.text.text.Clone()
	for _, id := range s.strays() {
		if id == "" {
			articles := want.Articles
			want = s.file.Head.Text.Clone()
			want.Articles = articles
		} else if newest, mine := s.file.Head.Text.Article(id), want.Article(id); newest != nil && mine != nil {
			*mine = *newest
		}
	}
	s.takeIn(want)
}

func (s *Screen) tellAside(seq int) {
	say := speech{s.shell.Words()}
	s.leases.add(say, say.t("lease.aside.done", "seq", seq), choice{say.t("lease.look"), func() { s.showRevision(seq) }}, s.dismissLeases())
}

// showRevision shows what a revision changed, against the newest.
func (s *Screen) showRevision(seq int) {
	var rev review.Revision
	desk := s.shell.Desk()
	s.shell.Do(func() (err error) {
		rev, err = desk.Revision(context.Background(), s.id, seq)
		return err
	}, func() { s.showChanges(s.file.Head.Text, rev.Text) })
}

func (s *Screen) dismissLeases() choice {
	return choice{speech{s.shell.Words()}.t("compose.notice.dismiss"), s.leases.clear}
}
