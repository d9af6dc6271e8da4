package compose

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/paper"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

// locked reports whether a place can only be read.
func (p *page) locked(at doc.Place) bool { return p.readOnly || p.held[at.Article] }

// lock makes the articles held by others read-only, and no others.
func (p *page) lock(held map[doc.ArticleID]bool) {
	p.flush() // what was typed before
	p.held = held
	for at, e := range p.entries {
		switch field := e.field.(type) {
		case *textview.View:
			if field.ReadOnly != p.locked(at) {
				field.ReadOnly = p.locked(at)
				field.Refresh()
			}
		case *paper.Field:
			field.ReadOnly = p.locked(at)
		}
	}
}

// placeBar leaves room above an article for a bar about who writes it.
func (p *page) placeBar(body *fyne.Container, id doc.ArticleID) {
	bar := element.Flow(0)
	if b, ok := p.told[id]; ok {
		bar.Add(noticeBar(b.sentence, b.choices))
	}
	p.bars[id] = bar
	body.Add(bar)
}

// told is what the bar above an article says.
type told struct {
	sentence string
	choices  []choice
}

// tell shows bars above articles, and no others. What one reads stays where it is.
func (p *page) tell(said map[doc.ArticleID]told) {
	hold, before := p.hold(), p.told
	p.told = said
	for id, bar := range p.bars {
		now, was := said[id], before[id]
		if now.same(was) {
			continue
		}
		bar.Objects = nil
		if now.sentence != "" {
			bar.Objects = []fyne.CanvasObject{noticeBar(now.sentence, now.choices)}
		}
		bar.Refresh()
	}
	p.fit()
	hold.release()
}

func (t told) same(o told) bool {
	return t.sentence == o.sentence && slices.EqualFunc(t.choices, o.choices, func(a, b choice) bool { return a.title == b.title })
}

// paintLeases shows who writes where: others above their articles, who asks for
// what is written here above the page.
func (s *Screen) paintLeases() {
	held := s.rights.held()
	if len(held)+len(s.page.held) > 0 {
		s.page.lock(held)
		said := map[doc.ArticleID]told{}
		for id := range held {
			said[id] = s.heldBar(id)
		}
		s.page.tell(said)
		s.shell.Changed()
	}
	s.paintWishes()
	s.echo.ask()
}

// heldBar says who writes an article, and what can be done about it.
func (s *Screen) heldBar(id doc.ArticleID) told {
	say, h := speech{s.shell.Words()}, s.rights.others[id]
	bar := told{sentence: s.heldSentence(say, id, h)}
	add := func(key string, do func()) { bar.choices = append(bar.choices, choice{say.t(key), do}) }
	if lost, ok := s.rights.lost[id]; ok && lost.revision > 0 {
		add("lease.look", func() { s.showRevision(lost.revision) })
	}
	switch {
	case s.rights.ripe[id]:
		add("lease.relieve", func() { s.askRelieve(id) })
	case !s.rights.wished[id] && h.wanted == "":
		add("lease.want", func() { s.want(id) })
	}
	if !s.unchanged(id) {
		add("lease.aside", func() { s.askStrays(id) })
	}
	return bar
}

func (s *Screen) heldSentence(say speech, id doc.ArticleID, h holder) string {
	which := s.which(id)
	lost, relieved := s.rights.lost[id]
	switch {
	case s.rights.ripe[id]:
		return say.t("lease.ripe", "name", h.name, "at", h.since, "which", which)
	case s.rights.wished[id]:
		return say.t("lease.asked", "name", h.name, "at", h.since, "which", which)
	case relieved && lost.revision > 0:
		return say.t("lease.lost.kept", "name", lost.name, "at", lost.at, "which", which, "seq", lost.revision)
	case relieved:
		return say.t("lease.lost", "name", lost.name, "at", lost.at, "which", which)
	case h.wanted != "":
		return say.t("lease.wanted", "name", h.name, "at", h.since, "which", which, "other", h.wantedName)
	}
	return say.t("lease.held", "name", h.name, "at", h.since, "which", which)
}

// which names an article in a sentence about it.
func (s *Screen) which(id doc.ArticleID) string {
	say := speech{s.shell.Words()}
	i := s.articleIndex(id)
	switch {
	case id == "":
		return say.t("lease.rest")
	case i < 0 || len(s.text.text.Articles) == 1:
		return say.t("lease.this")
	}
	return say.ordinal(i)
}

// paintWishes says who asks for what is written here.
func (s *Screen) paintWishes() {
	list := s.rights.wishes()
	slices.SortFunc(list, func(a, b review.Lease) int { return cmp.Compare(a.Article, b.Article) })
	say := speech{s.shell.Words()}
	if len(list)+len(s.leases.open) == 0 {
		return
	}
	s.leases.settle()
	for _, l := range list {
		s.leases.stand(say.t("lease.wish", "name", s.shell.News().Name(l.Wanted), "which", s.which(l.Article)),
			choice{say.t("lease.yield"), func() { s.giveUp(l.Article) }}, choice{say.t("lease.stay"), func() { s.stay(l) }})
	}
}

// leaseWord says in the status line who writes where the caret is, where somebody
// else is there at all.
func (s *Screen) leaseWord(id doc.ArticleID) string {
	say := speech{s.shell.Words()}
	if h, held := s.rights.others[id]; held {
		return say.t("lease.word.other", "name", h.name)
	}
	if _, mine := s.rights.mine[id]; mine && len(s.shell.News().In(s.id)) > 0 {
		return say.t("lease.word.mine")
	}
	return ""
}

// writerOf returns who else writes an article, if somebody does. Masthead and
// imprint are several parts of the outline and named in none.
func (s *Screen) writerOf(id doc.ArticleID) string {
	if id == "" {
		return ""
	}
	return s.rights.others[id].name
}

// whyHeld says why an article cannot be written on, if somebody else writes it.
func (s *Screen) whyHeld(id doc.ArticleID) string {
	h, held := s.rights.others[id]
	if !held {
		return ""
	}
	return speech{s.shell.Words()}.t("lease.held", "name", h.name, "at", h.since, "which", s.which(id))
}

// refuseHeld says so above the page, and reports whether it did.
func (s *Screen) refuseHeld(id doc.ArticleID) bool {
	why := s.whyHeld(id)
	if why != "" {
		s.leases.add(speech{s.shell.Words()}, why, s.dismissLeases())
	}
	return why != ""
}
