package history

import (
	"context"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// deed is something a client may do to a draft, and how often he does it.
type deed struct {
	often int
	do    func(*client, context.Context, review.Draft)
}

// deeds are what is done in each state. Some are refused there, now and then,
// since others were quicker.
var deeds = map[review.State][]deed{
	review.Drafting:  {{30, write}, {15, pause}, {8, glance}, {25, handOn}, {6, remark}, {6, settle}, {20, reply}, {2, putOff}, {1, recall}},
	review.Reviewing: {{10, write}, {5, pause}, {8, glance}, {45, approve}, {6, sendAway}, {4, remark}, {20, settle}, {10, reply}, {2, putOff}, {1, recall}},
	review.Final:     {{20, dispatch}, {2, annul}, {1, putOff}},
	review.Issued:    {{20, shelve}, {2, annul}},
	review.Held:      {{20, goOn}, {1, recall}},
}

// handle does something to a draft.
func (c *client) handle(ctx context.Context, d review.Draft) {
	sum := 0
	for _, each := range deeds[d.State] {
		sum += each.often
	}
	dice := c.random.IntN(max(sum, 1))
	for _, each := range deeds[d.State] {
		if dice -= each.often; dice < 0 {
			each.do(c, ctx, d)
			return
		}
	}
}

func write(c *client, ctx context.Context, d review.Draft) {
	op := Operation{Kind: review.ActEdit, Draft: d.ID, Revision: d.Head, Label: d.Label}
	c.ask(ctx, op, func(ctx context.Context, text doc.Bulletin) (*review.File, error) {
		saved, err := c.desk.Save(ctx, c.who, d.ID, d.Head, text, "")
		return saved.File, err
	})
}

// pause lets what was typed be kept, not saved.
func pause(c *client, ctx context.Context, d review.Draft) {
	op := Operation{Kind: Autosave, Draft: d.ID, Revision: d.Head, Label: d.Label}
	c.ask(ctx, op, func(ctx context.Context, text doc.Bulletin) (*review.File, error) {
		return nil, c.desk.Autosave(ctx, c.who, d.ID, d.Head, text)
	})
}

func glance(c *client, ctx context.Context, d review.Draft) {
	op := Operation{Kind: Look, Draft: d.ID, Revision: d.Head}
	c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) {
		return nil, c.desk.Looked(ctx, c.who, d.ID, d.Head)
	})
}

// plain is a deed to which only the draft is brought.
func plain(kind review.Action, f func(context.Context, *client, review.DraftID) (*review.File, error)) func(*client, context.Context, review.Draft) {
	return func(c *client, ctx context.Context, d review.Draft) {
		op := Operation{Kind: kind, Draft: d.ID, Revision: d.Head}
		c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) { return f(ctx, c, d.ID) })
	}
}

var (
	handOn = plain(review.ActSubmit, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Submit(ctx, c.who, id)
	})
	putOff = plain(review.ActHold, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Hold(ctx, c.who, id, "待核")
	})
	goOn = plain(review.ActResume, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Resume(ctx, c.who, id)
	})
	recall = plain(review.ActWithdraw, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Withdraw(ctx, c.who, id, "事项取消")
	})
	dispatch = plain(review.ActIssue, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Issue(ctx, c.who, id)
	})
	shelve = plain(review.ActArchive, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Archive(ctx, c.who, id)
	})
	annul = plain(review.ActVoid, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.Void(ctx, c.who, id, "内容有误")
	})
	remark = plain(review.ActComment, func(ctx context.Context, c *client, id review.DraftID) (*review.File, error) {
		return c.desk.AddComment(ctx, c.who, id, doc.Anchor{}, "数字再核一遍")
	})
)

func approve(c *client, ctx context.Context, d review.Draft) {
	op := Operation{Kind: review.ActSign, Draft: d.ID, Revision: d.Head}
	c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) {
		return c.desk.Sign(ctx, c.who, d.ID, review.Signing{Revision: d.Head})
	})
}

// sendAway sends back to any earlier hand.
func sendAway(c *client, ctx context.Context, d review.Draft) {
	op := Operation{Kind: review.ActReturn, Draft: d.ID, Target: review.ToDrafting + c.random.IntN(d.Step+1)}
	c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) {
		return c.desk.Return(ctx, c.who, d.ID, op.Target, "数字前后不一", []review.DemandText{{Text: "统一口径"}})
	})
}

// reply answers the first open demand that was seen.
func reply(c *client, ctx context.Context, d review.Draft) {
	i := slices.IndexFunc(c.seen.demands, func(r review.Demand) bool { return r.Answer == review.AnswerOpen })
	if i < 0 {
		return
	}
	op := Operation{Kind: review.ActAnswer, Draft: d.ID, Target: i + 1}
	c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) {
		return c.desk.AnswerDemand(ctx, c.who, d.ID, i+1, review.AnswerDone, "已改")
	})
}

// settle closes the first open comment that was seen.
func settle(c *client, ctx context.Context, d review.Draft) {
	i := slices.IndexFunc(c.seen.comments, func(r review.Comment) bool { return r.Status == review.CommentOpen })
	if i < 0 {
		return
	}
	thread := c.seen.comments[i]
	op := Operation{Kind: review.ActComment, Draft: d.ID, Target: stampOf(thread.At)}
	c.ask(ctx, op, func(ctx context.Context, _ doc.Bulletin) (*review.File, error) {
		return c.desk.CloseComment(ctx, c.who, d.ID, thread.ID, review.CommentResolved, "")
	})
}
