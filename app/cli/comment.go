package cli

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

func addComment(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActComment)
	if err != nil {
		return nil, err
	}
	if c.in.has("reply") {
		f, err = c.reply(who, f)
	} else {
		f, err = c.remark(who, f)
	}
	return c.done(review.ActComment, who, f, err)
}

func (c *call) reply(who acting, f *review.File) (*review.File, error) {
	first, err := thread(f, c.in.first("reply"))
	if err != nil {
		return nil, err
	}
	return c.desk.Reply(c.ctx, who.Actor, f.Draft.ID, first.ID, c.in.first("text"))
}

func (c *call) remark(who acting, f *review.File) (*review.File, error) {
	var at doc.Anchor
	if c.in.has("at") {
		var err error
		if at, err = anchorAt(f.Head.Text, c.in.first("at")); err != nil {
			return nil, err
		}
	}
	return c.desk.AddComment(c.ctx, who.Actor, f.Draft.ID, at, c.in.first("text"))
}

func closeComment(c *call) (result, error) {
	verdict, err := c.verdict()
	if err != nil {
		return nil, err
	}
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	first, err := thread(f, c.word(1))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActComment)
	if err != nil {
		return nil, err
	}
	status := review.CommentResolved
	if verdict == "decline" {
		status = review.CommentDeclined
	}
	f, err = c.desk.CloseComment(c.ctx, who.Actor, f.Draft.ID, first.ID, status, c.in.first("note"))
	return c.done(review.ActComment, who, f, err)
}

// thread returns the first comment of the nth thread, as "show" counts them.
func thread(f *review.File, s string) (review.Comment, error) {
	n, err := number(s)
	if err != nil {
		return review.Comment{}, err
	}
	for _, k := range f.Comments {
		if k.ReplyTo != "" {
			continue
		}
		if n--; n == 0 {
			return k, nil
		}
	}
	return review.Comment{}, fail(nil, "cli.comment.unknown", "n", s)
}
