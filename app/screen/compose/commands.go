package compose

import (
	"context"
	"slices"
	"strings"

	"jianbao/app/command"
	"jianbao/review"
)

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	list := command.List{
		{ID: "compose.submit", Key: "Ctrl+Enter", Do: s.askSubmit, Why: s.whyNotSubmit, Subject: s.nextRole(), Primary: s.in(review.Drafting)},
		{ID: "compose.save", Key: "Ctrl+S", Do: s.save, Why: s.whyNotEdit},
		{ID: "compose.compare", Key: "Ctrl+D", Do: func() { s.shell.OpenCompare(s.id) }, Primary: s.in(review.Reviewing)},
		{ID: "compose.next", Key: "F8", Do: s.outline.toNext, Why: s.whyNothingMissing},
		{ID: "compose.add", Key: "Ctrl+Shift+N", Do: s.addArticle, Why: s.whyNotEdit},
		{ID: "compose.up", Key: "Ctrl+Shift+Up", Do: func() { s.moveArticle(s.page.focus.Article, -1) }, Why: s.whyNoArticle},
		{ID: "compose.down", Key: "Ctrl+Shift+Down", Do: func() { s.moveArticle(s.page.focus.Article, 1) }, Why: s.whyNoArticle},
		{ID: "compose.remove", Do: func() { s.askRemove(s.page.focus.Article) }, Why: s.whyNoArticle},
		{ID: "compose.comment", Key: "Ctrl+M", Do: s.askComment, Why: s.whyNoComment},
		{ID: "compose.demands", Key: "Alt+1", Do: func() { s.side.turn(tabDemands) }},
		{ID: "compose.comments", Key: "Alt+2", Do: func() { s.side.turn(tabComments) }},
		{ID: "compose.history", Key: "Alt+3", Do: func() { s.side.turn(tabHistory) }},
		{ID: "compose.sheets", Key: "F9", Do: s.toggleSheets, Why: s.whyLoading},
		{ID: "compose.find", Key: "Ctrl+F", Do: func() { s.search.open(false) }, Why: s.whyLoading},
		{ID: "compose.replace", Key: "Ctrl+H", Do: func() { s.search.open(true) }, Why: s.whyNotEdit},
		{ID: "compose.findnext", Key: "F3", Do: func() { s.search.step(1) }, Why: s.whyNoSearch},
		{ID: "compose.findprevious", Key: "Shift+F3", Do: func() { s.search.step(-1) }, Why: s.whyNoSearch},
		{ID: "compose.goto", Key: "Ctrl+G", Do: s.where.open, Why: s.whyLoading},
		{ID: "compose.since", Key: "Ctrl+Shift+D", Do: s.toggleSince, Why: s.whyNoSince},
		{ID: "compose.undo", Do: s.undo, Why: s.whyNotUndo},
		{ID: "compose.redo", Do: s.redo, Why: s.whyNotRedo},
		{ID: "compose.zoomin", Key: "Ctrl+=", Do: func() { s.zoom(1) }},
		{ID: "compose.zoomout", Key: "Ctrl+-", Do: func() { s.zoom(-1) }},
		{ID: "compose.zoomreset", Key: "Ctrl+0", Do: func() { s.zoom(0) }},
	}
	return slices.Concat(list, s.proofCommands(), s.levelCommands(), s.wayCommands())
}

// wayCommands take the draft along its way.
func (s *Screen) wayCommands() command.List {
	list := command.List{
		{ID: "compose.discard", Do: s.askDiscard, Why: s.whyNotDiscard},
		{ID: "compose.hold", Do: func() { s.askMove("compose.hold", (*review.Desk).Hold) }, Why: s.whyNot(review.ActHold)},
		{ID: "compose.withdraw", Do: func() { s.askMove("compose.withdraw", (*review.Desk).Withdraw) }, Why: s.whyNot(review.ActWithdraw)},
	}
	if s.in(review.Held) {
		list = append(list, command.Command{ID: "compose.resume", Do: s.resume, Why: s.whyNot(review.ActResume)})
	}
	return list
}

func (s *Screen) in(state review.State) bool { return s.file != nil && s.file.Draft.State == state }

// nextRole is the role that gets the text after this hand.
func (s *Screen) nextRole() string {
	if s.file == nil {
		return s.shell.Words().T("compose.nexthand")
	}
	return string(s.file.Series.StepRole(0))
}

// can asks the workflow about the text as it is on the page now.
func (s *Screen) can(a review.Action, ask review.Ask) error {
	now := *s.file
	now.Head.Text = s.text.text
	return now.Can(a, s.shell.Actor(), ask)
}

func (s *Screen) why(a review.Action, ask review.Ask) string {
	if s.file == nil {
		return s.shell.Words().T("compose.why.loading")
	}
	if err := s.can(a, ask); err != nil {
		return s.shell.Words().Error(err)
	}
	return ""
}

// whyNot is the reason against an action that wants a reason of the user's: it
// is asked for once he begins.
func (s *Screen) whyNot(a review.Action) func() string {
	return func() string { return s.why(a, review.Ask{Reason: "…"}) }
}

func (s *Screen) whyNotEdit() string { return s.why(review.ActEdit, review.Ask{}) }

func (s *Screen) whyLoading() string {
	if s.file == nil {
		return s.shell.Words().T("compose.why.loading")
	}
	return ""
}

func (s *Screen) whyNoSearch() string {
	if !s.search.isOpen() {
		return s.shell.Words().T("compose.why.nosearch")
	}
	return ""
}

func (s *Screen) whyNotSubmit() string {
	if why := s.why(review.ActSubmit, review.Ask{}); why != "" {
		return why
	}
	if err := s.text.unkeepable(); err != nil {
		return s.shell.Words().Error(err)
	}
	return ""
}

func (s *Screen) whyNothingMissing() string {
	if len(s.outline.missing) == 0 {
		return s.shell.Words().T("compose.why.complete")
	}
	return ""
}

func (s *Screen) whyNoArticle() string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	if s.articleIndex(s.page.focus.Article) < 0 {
		return s.shell.Words().T("compose.why.noarticle")
	}
	return s.whyHeld(s.page.focus.Article)
}

func (s *Screen) whyNoComment() string {
	if why := s.why(review.ActComment, review.Ask{}); why != "" {
		return why
	}
	if _, any := s.page.selected(); !any {
		return s.shell.Words().T("compose.why.noselection")
	}
	return ""
}

func (s *Screen) whyNotDiscard() string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	if sameText(s.text.text, s.file.Head.Text) {
		return s.shell.Words().T("compose.why.nothing")
	}
	return ""
}

func (s *Screen) zoom(steps int) {
	if s.file == nil {
		return
	}
	s.page.zoomBy(steps)
	s.paintText()
}

func (s *Screen) askDiscard() {
	say := speech{s.shell.Words()}
	s.shell.Confirm(say.t("compose.discard.title"), say.t("compose.discard.text", "seq", s.file.Head.Seq), say.t("compose.discard.verb"), s.discard)
}

// askMove asks the reason for a step and takes it.
func (s *Screen) askMove(key string, step func(*review.Desk, context.Context, review.Actor, review.DraftID, string) (*review.File, error)) {
	say := speech{s.shell.Words()}
	s.shell.Ask(say.t("command."+key), say.t(key+".hint"), func(reason string) {
		s.move(func(d *review.Desk, who review.Actor) (*review.File, error) {
			return step(d, context.Background(), who, s.id, strings.TrimSpace(reason))
		})
	})
}

func (s *Screen) resume() {
	s.move(func(d *review.Desk, who review.Actor) (*review.File, error) {
		return d.Resume(context.Background(), who, s.id)
	})
}
