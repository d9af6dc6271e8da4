//go:build team

package teamtest

import (
	"context"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// turn is one look at the desk and one thing done.
func (d *desk) turn(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	open, err := d.desk.List(ctx, review.DraftFilter{Series: d.series, States: []review.State{review.Drafting, review.Reviewing}})
	if err != nil {
		d.missed(err)
		return
	}
	if len(open) < len(d.people) || d.chance(20) {
		d.create(ctx)
		return
	}
	f, err := d.desk.Open(ctx, d.who, d.pick(open).ID)
	if err != nil {
		d.missed(err)
		return
	}
	d.handle(ctx, f)
}

// missed writes down that somebody could not see what he wanted to.
func (d *desk) missed(err error) {
	o := outcomeOf(err)
	if o == unsure {
		o = lost // a look leaves nothing behind
	}
	now := time.Now()
	d.add(deed{desk: d.n, action: actLook, person: d.who.Person().ID, outcome: o, err: err, asked: now, answered: now})
}

// pick takes every second time one of his own drafts, if there is any.
func (d *desk) pick(open []review.Draft) review.Draft {
	first, own := d.random.IntN(len(open)), d.chance(2)
	for i := range open {
		if draft := open[(first+i)%len(open)]; own && draft.Drafter == d.who.Person().ID {
			return draft
		}
	}
	return open[first]
}

func (d *desk) handle(ctx context.Context, f *review.File) {
	id, mine := f.Draft.ID, f.Draft.Drafter == d.who.Person().ID
	switch other := f.Can(review.ActSign, d.who, review.Ask{}); {
	case f.Draft.State == review.Drafting && (mine || d.chance(12)):
		d.draft(ctx, f)
	case f.Draft.State == review.Reviewing && !sameHand(other):
		d.review(ctx, f)
	case d.chance(3):
		d.do(ctx, deed{action: review.ActComment, draft: id}, func(ctx context.Context, x *deed) (*review.File, error) {
			return d.desk.AddComment(ctx, d.who, id, doc.Anchor{}, x.words)
		})
	}
}

// draft is what a drafter does: answer, write, or hand on.
func (d *desk) draft(ctx context.Context, f *review.File) {
	switch open := f.OpenDemands(); {
	case len(open) > 0 && d.chance(2):
		d.answer(ctx, f.Draft.ID, open[0].N)
	case len(open) == 0 && d.chance(2):
		d.do(ctx, deed{action: review.ActSubmit, draft: f.Draft.ID}, func(ctx context.Context, _ *deed) (*review.File, error) {
			return d.desk.Submit(ctx, d.who, f.Draft.ID)
		})
	default:
		d.write(ctx, f)
	}
}

// review is what a signer does: settle what is open, look at what changed, and
// sign; now and then he mends the text or sends it back.
func (d *desk) review(ctx context.Context, f *review.File) {
	comments, critical, demands := f.OpenComments(), f.CriticalOpen(d.who.Person().ID), f.OpenDemands()
	switch {
	case len(comments) > 0:
		d.settle(ctx, f.Draft.ID, comments[0].ID)
	case len(demands) > 0:
		d.answer(ctx, f.Draft.ID, demands[0].N)
	case d.chance(15):
		d.write(ctx, f)
	case d.chance(12):
		d.sendBack(ctx, f.Draft.ID)
	case len(critical) > 0:
		d.do(ctx, deed{action: review.ActTick, draft: f.Draft.ID}, func(ctx context.Context, _ *deed) (*review.File, error) {
			return d.desk.Tick(ctx, d.who, f.Draft.ID, critical[0].Change)
		})
	default:
		d.sign(ctx, f.Draft.ID, f.Head.Seq)
	}
}

func (d *desk) create(ctx context.Context) {
	d.do(ctx, deed{action: review.ActCreate}, func(ctx context.Context, x *deed) (*review.File, error) {
		f, err := d.desk.Create(ctx, d.who, d.series, page(x.words), review.CauseNew, "")
		if err == nil {
			x.revision = 1
		}
		return f, err
	})
}

// write saves other words, every second time after they were typed.
func (d *desk) write(ctx context.Context, f *review.File) {
	d.do(ctx, deed{action: review.ActEdit, draft: f.Draft.ID}, func(ctx context.Context, x *deed) (*review.File, error) {
		if d.chance(2) {
			err := d.desk.Autosave(ctx, d.who, f.Draft.ID, f.Head.Seq, page(x.words+"（未存）"))
			if o := outcomeOf(err); o != done {
				return nil, review.ErrLost // nothing was saved
			}
		}
		saved, err := d.desk.Save(ctx, d.who, f.Draft.ID, f.Head.Seq, page(x.words), "")
		x.revision = saved.Revision.Seq
		return saved.File, err
	})
}

func (d *desk) settle(ctx context.Context, id review.DraftID, comment review.CommentID) {
	d.do(ctx, deed{action: actSettle, draft: id}, func(ctx context.Context, x *deed) (*review.File, error) {
		return d.desk.CloseComment(ctx, d.who, id, comment, review.CommentResolved, x.words)
	})
}

func (d *desk) answer(ctx context.Context, id review.DraftID, n int) {
	d.do(ctx, deed{action: review.ActAnswer, draft: id}, func(ctx context.Context, x *deed) (*review.File, error) {
		return d.desk.AnswerDemand(ctx, d.who, id, n, review.AnswerDone, x.words)
	})
}

func (d *desk) sendBack(ctx context.Context, id review.DraftID) {
	d.do(ctx, deed{action: review.ActReturn, draft: id}, func(ctx context.Context, x *deed) (*review.File, error) {
		return d.desk.Return(ctx, d.who, id, review.ToDrafting, "口径不一", []review.DemandText{{Text: x.words}})
	})
}

func (d *desk) sign(ctx context.Context, id review.DraftID, revision int) {
	d.do(ctx, deed{action: review.ActSign, draft: id}, func(ctx context.Context, x *deed) (*review.File, error) {
		f, err := d.desk.Sign(ctx, d.who, id, review.Signing{Revision: revision, Comment: x.words})
		if err == nil {
			x.signOff, x.number = f.SignOffs[len(f.SignOffs)-1].ID, f.Draft.Number
		}
		return f, err
	})
}

// actLook is a look at the desk, which leaves nothing behind.
const actLook review.Action = "look"

// actSettle is the closing of a comment, which review.Action does not tell from
// the making of one.
const actSettle review.Action = "settle"

// sameHand reports whether somebody may not sign because he held another hand.
func sameHand(err error) bool {
	r, ok := err.(*review.Refusal)
	return ok && r != nil && r.Code == review.CodeSameHand
}
