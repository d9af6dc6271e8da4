package cli

import (
	"context"

	"jianbao/review"
)

func submit(c *call) (result, error)   { return c.plain(review.ActSubmit, c.desk.Submit) }
func hold(c *call) (result, error)     { return c.reasoned(review.ActHold, c.desk.Hold) }
func withdraw(c *call) (result, error) { return c.reasoned(review.ActWithdraw, c.desk.Withdraw) }
func resume(c *call) (result, error)   { return c.plain(review.ActResume, c.desk.Resume) }
func archive(c *call) (result, error)  { return c.plain(review.ActArchive, c.desk.Archive) }

// issue wants a reason where no font shows a character of the text: it was signed
// as it is, but cannot be read on paper.
func issue(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	lost, err := c.missing(f)
	switch {
	case err != nil:
		return nil, err
	case lost != "" && c.in.first("despite") == "":
		return nil, fail(nil, "cli.issue.missing", "characters", lost)
	}
	who, err := c.signer(f, review.ActIssue)
	if err != nil {
		return nil, err
	}
	f, err = c.desk.IssueDespite(c.ctx, who.Actor, f.Draft.ID, c.in.first("despite"))
	return c.done(review.ActIssue, who, f, err)
}

func void(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.signer(f, review.ActVoid)
	if err != nil {
		return nil, err
	}
	f, err = c.desk.Void(c.ctx, who.Actor, f.Draft.ID, c.in.first("reason"))
	return c.done(review.ActVoid, who, f, err)
}

// reissue answers with the new draft that corrects the issued one.
func reissue(c *call) (result, error) { return c.reasoned(review.ActReissue, c.desk.Reissue) }

// plain does an action that takes nothing but a person.
func (c *call) plain(a review.Action, do func(context.Context, review.Actor, review.DraftID) (*review.File, error)) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, a)
	if err != nil {
		return nil, err
	}
	f, err = do(c.ctx, who.Actor, f.Draft.ID)
	return c.done(a, who, f, err)
}

// reasoned does an action that takes a person and a reason.
func (c *call) reasoned(a review.Action, do func(context.Context, review.Actor, review.DraftID, string) (*review.File, error)) (result, error) {
	return c.plain(a, func(ctx context.Context, who review.Actor, id review.DraftID) (*review.File, error) {
		return do(ctx, who, id, c.in.first("reason"))
	})
}
