package compose

import (
	"context"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// comments are the threads, the open ones first.
func (p *side) comments() []fyne.CanvasObject {
	list := []fyne.CanvasObject{element.Line(0, p.button("command.compose.comment", false, p.critic.askComment))}
	var closed []fyne.CanvasObject
	for _, c := range p.file.Comments {
		switch {
		case c.ReplyTo != "":
		case c.Status == review.CommentOpen:
			list = append(list, p.thread(c))
		default:
			closed = append(closed, p.thread(c))
		}
	}
	if len(list)+len(closed) == 1 {
		return append(list, p.empty("compose.comments.none")...)
	}
	return append(list, closed...)
}

func (p *side) thread(c review.Comment) fyne.CanvasObject {
	parts := p.remark(c)
	if c.Anchor.Quote != "" {
		parts = append(parts, p.quote("compose.quote.same", c.Anchor.Quote))
	}
	if !p.text.Holds(c.Anchor) {
		parts = append(parts, element.NewNote(p.say.t("compose.comment.orphan"), jtheme.ColorWarn))
	}
	for _, r := range p.file.Comments {
		if r.ReplyTo == c.ID {
			parts = append(parts, element.Rule())
			parts = append(parts, p.remark(r)...)
		}
	}
	if c.Status != review.CommentOpen {
		key := "compose.comment." + string(c.Status)
		parts = append(parts, element.NewNote(p.say.t(key, "name", p.file.Name(c.Closer), "reason", c.Reason), jtheme.ColorOK))
	} else if p.file.Can(review.ActComment, p.who, review.Ask{}) == nil {
		parts = append(parts, element.Line(6, p.button("compose.comment.reply", false, func() { p.critic.reply(c.ID) }),
			p.button("compose.comment.resolve", false, func() { p.critic.closeThread(c.ID, review.CommentResolved) }),
			p.button("compose.comment.decline", false, func() { p.critic.closeThread(c.ID, review.CommentDeclined) })))
	}
	return p.card(c.Anchor.Place, parts...)
}

func (p *side) remark(c review.Comment) []fyne.CanvasObject {
	head := element.Line(6, element.NewStrong(p.file.Name(c.Author)), element.NewSoft(when(c.At)))
	return []fyne.CanvasObject{head, element.NewNote(c.Text, jtheme.ColorInk)}
}

// askComment implements critic and writer: it asks for a remark on the selected text. What
// is written is made a revision first, so that everybody sees what is spoken of.
func (s *Screen) askComment() {
	say := speech{s.shell.Words()}
	if why := s.whyNoComment(); why != "" {
		s.notices.add(say, why, s.dismiss())
		return
	}
	anchor, _ := s.page.selected()
	s.shell.Ask(say.t("command.compose.comment"), say.t("compose.comment.hint", "quote", clip(anchor.Quote)), func(text string) {
		s.saveThen(func() { s.comment(anchor, text) })
	})
}

func (s *Screen) comment(anchor doc.Anchor, text string) {
	s.decide(func(d *review.Desk, who review.Actor) (*review.File, error) {
		return d.AddComment(context.Background(), who, s.id, anchor, text)
	}, func(f *review.File) {
		s.side.tab, s.side.chosen = tabComments, true
		s.refresh(f)
	})
}

// reply implements critic.
func (s *Screen) reply(thread review.CommentID) {
	say := speech{s.shell.Words()}
	s.shell.Ask(say.t("compose.comment.reply"), say.t("compose.comment.replyhint"), func(text string) {
		s.decide(func(d *review.Desk, who review.Actor) (*review.File, error) {
			return d.Reply(context.Background(), who, s.id, thread, text)
		}, s.refresh)
	})
}

// closeThread implements critic; declining asks why.
func (s *Screen) closeThread(thread review.CommentID, status review.CommentStatus) {
	shut := func(reason string) {
		s.decide(func(d *review.Desk, who review.Actor) (*review.File, error) {
			return d.CloseComment(context.Background(), who, s.id, thread, status, reason)
		}, s.refresh)
	}
	if status == review.CommentResolved {
		shut("")
		return
	}
	say := speech{s.shell.Words()}
	s.shell.Ask(say.t("compose.comment.decline"), say.t("compose.comment.declinehint"), shut)
}
