package history

import (
	"context"
	"math/rand/v2"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// client is one person at work, on a store of his own.
type client struct {
	*office
	n      int
	store  review.Store
	desk   *review.Desk
	who    review.Actor
	stamp  int // of what is being done: what the desk's clock shows
	random *rand.Rand
	seen   sight // what he acts by, however old
	breaks int   // one in so many operations is broken off; 0: none
}

func (o *office) sit(ctx context.Context, n int, store review.Store, seed uint64) (*client, error) {
	c := &client{office: o, n: n, store: store, random: rand.New(rand.NewPCG(seed, uint64(n)))}
	c.desk = newDesk(store, &c.stamp)
	people, err := c.desk.People(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		if p.ID == o.people[n] {
			c.who, err = c.desk.Unlock(ctx, p.Name, pin)
		}
	}
	return c, err
}

// crowd is how many drafts stand on the desk before fewer new ones are begun.
const crowd = 16

// work does one thing after another until the context ends.
func (c *client) work(ctx context.Context) {
	for ctx.Err() == nil {
		if c.random.IntN(4) > 0 || len(c.seen.desk) == 0 {
			c.glimpse(ctx)
		}
		if d := c.seen.draft; d.ID != "" && c.random.IntN(crowd) < len(c.seen.desk) {
			c.handle(ctx, d)
		} else if c.random.IntN(crowd) >= len(c.seen.desk) {
			c.begin(ctx, labels[c.random.IntN(len(labels))])
		}
	}
}

// pick returns one of the drafts on the desk, or "".
func (c *client) pick() review.DraftID {
	if len(c.seen.desk) == 0 {
		return ""
	}
	return c.seen.desk[c.random.IntN(len(c.seen.desk))].ID
}

// patience is how long a client waits for a store that does not answer; hurry is
// how long he waits where he breaks off what he asked for.
const (
	patience = 40 * time.Second
	hurry    = 20 * time.Millisecond
)

// wait returns the context of one operation. Now and then it ends in the midst of
// it.
func (c *client) wait(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx = context.WithoutCancel(ctx) // what was begun is brought to an end
	if c.breaks > 0 && c.random.IntN(c.breaks) == 0 {
		return context.WithTimeout(ctx, time.Duration(c.random.Int64N(int64(hurry))))
	}
	return context.WithTimeout(ctx, patience)
}

// read looks at the desk and at one draft, and writes down what it showed.
func (c *client) read(ctx context.Context, id review.DraftID) error {
	asked := c.now()
	seen, err := look(ctx, c.store, c.series, c.who.Person().ID, id)
	if err != nil {
		return err
	}
	span := Span{asked, c.now()}
	r := seen.reading(c.who.Person().ID, c.people)
	r.Client, r.Span = c.n, span
	c.keepReading(r)
	c.seen = seen
	return nil
}

// glimpse is a reading that may fail; one that does shows nothing.
func (c *client) glimpse(ctx context.Context) {
	ctx, cancel := c.wait(ctx)
	defer cancel()
	if c.read(ctx, c.pick()) != nil {
		c.miss()
		c.rest()
	}
}

// rest lets some time pass after a failure: a server that is gone is not back at
// once.
func (c *client) rest() { <-time.After(hurry) }

// ask does one operation and writes down what came of it.
func (c *client) ask(ctx context.Context, op Operation, f func(context.Context, doc.Bulletin) (*review.File, error)) {
	ctx, cancel := c.wait(ctx)
	defer cancel()
	c.stamp = c.next()
	op.Stamp, op.Client, op.Person = c.stamp, c.n, c.who.Person().ID
	text := page(c.stamp, op.Label)
	op.Hash = hashOf(text)
	op.Asked = c.now()
	file, err := f(ctx, text)
	op.Answered = c.now()
	op.Outcome, op.Code = outcomeOf(err)
	if file != nil && err == nil {
		op.Left = say([]draftRow{draftOf(file.Draft)})
	}
	c.keep(op)
	if op.Outcome == Failed {
		c.rest()
	}
}

func hashOf(text doc.Bulletin) doc.Hash {
	hash, err := doc.TextHash(text)
	if err != nil {
		panic("history: a page of our own cannot be hashed: " + err.Error())
	}
	return hash
}

// labels is what new issues are: one in four a 增刊, which counts apart.
var labels = []string{"", "", "", "增刊"}

// begin makes a draft.
func (c *client) begin(ctx context.Context, label string) {
	op := Operation{Kind: review.ActCreate, Label: label}
	c.ask(ctx, op, func(ctx context.Context, text doc.Bulletin) (*review.File, error) {
		return c.desk.Create(ctx, c.who, c.series, text, review.CauseNew, "")
	})
}
