package compare

import (
	"context"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// comment asks for a remark on the selected text, or else on the current
// change, or else on the text as a whole.
func (s *Screen) comment() {
	at := s.pointedAt()
	hint := s.t("compare.comment.whole")
	if at != (doc.Anchor{}) {
		hint = s.t("compare.comment.hint", "place", s.place(at, s.state.view.New), "quote", at.Quote)
	}
	s.shell.Ask(s.t("command.compare.comment"), hint, func(text string) {
		s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
			_, err := d.AddComment(ctx, who, s.id, at, text)
			return err
		}, func() {})
	})
}

// pointedAt is what the reviewer points at in the newest text: selected text,
// the current change, or nothing.
func (s *Screen) pointedAt() doc.Anchor {
	if !s.state.atHead() {
		return doc.Anchor{}
	}
	if a, ok := s.view.Selection(); ok {
		return a
	}
	if s.current < 0 || s.currentChange().Class == diff.ClassArticle {
		return doc.Anchor{}
	}
	return s.currentChange().At
}

// paintThreads shows the open comments with what can be done about them.
func (s *Screen) paintThreads() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, c := range s.state.file.OpenComments() {
		cards = append(cards, element.NewCard(s.paintThread(c), func() { s.goTo(c.Anchor) }))
	}
	return cards
}

func (s *Screen) paintThread(c review.Comment) fyne.CanvasObject {
	f := s.state.file
	head := element.NewSoft(s.t("compare.comment.head", "by", f.Name(c.Author), "at", s.clock(c.At), "place", s.place(c.Anchor, s.state.view.New)))
	head.Cut = true
	lines := []fyne.CanvasObject{head}
	if quote := s.quote(c.Anchor); quote != "" {
		lines = append(lines, element.NewNote(quote, theme.ColorSoft))
	}
	lines = append(lines, element.NewNote(c.Text, theme.ColorInk))
	for _, r := range f.Comments {
		if r.ReplyTo == c.ID {
			lines = append(lines, element.NewNote(s.t("compare.comment.reply", "by", f.Name(r.Author), "text", r.Text), theme.ColorSoft))
		}
	}
	may := s.whyNotComment() == ""
	return element.Stack(3, append(lines, element.Line(6,
		s.small("compare.reply", "compare.reply", func() { s.reply(c) }, may),
		s.small("compare.resolve", "compare.resolve", func() { s.closeThread(c, review.CommentResolved, "") }, may),
		s.small("compare.decline", "compare.decline", func() { s.declineThread(c) }, may)))...)
}

// quote is the text a comment is tied to; where that is gone it says so.
func (s *Screen) quote(a doc.Anchor) string {
	if a.Quote == "" {
		return ""
	}
	if s.state.view.New.Holds(a) {
		return s.t("compare.comment.quote", "quote", a.Quote)
	}
	return s.t("compare.comment.orphan", "quote", a.Quote)
}

func (s *Screen) reply(c review.Comment) {
	s.shell.Ask(s.t("compare.reply"), c.Text, func(text string) {
		s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
			_, err := d.Reply(ctx, who, s.id, c.ID, text)
			return err
		}, func() {})
	})
}

func (s *Screen) declineThread(c review.Comment) {
	s.shell.Ask(s.t("compare.decline"), s.t("compare.decline.hint"), func(reason string) {
		s.closeThread(c, review.CommentDeclined, reason)
	})
}

func (s *Screen) closeThread(c review.Comment, status review.CommentStatus, reason string) {
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		_, err := d.CloseComment(ctx, who, s.id, c.ID, status, reason)
		return err
	}, func() {})
}

func (s *Screen) statusWord(c review.Comment) string {
	if c.Reason != "" {
		return s.t("compare.comment.closed", "status", s.t("term."+string(c.Status)), "reason", c.Reason)
	}
	return s.t("term." + string(c.Status))
}
