package history

import (
	"context"
	"errors"
	"slices"
	"sync"

	"jianbao/review"
)

// Shift is some clients at work on one database, each with a store of his own.
type Shift struct {
	office  *office
	clients []*client
}

// breaks is in how many operations one is broken off in the midst.
const breaks = 60

// Begin makes an office in an empty database and seats as many clients in it as
// there are stores. Seed decides what they try.
func Begin(ctx context.Context, stores []review.Store, seed uint64) (*Shift, error) {
	o, err := furnish(ctx, stores[0], len(stores))
	if err != nil {
		return nil, err
	}
	s := &Shift{office: o}
	for i, store := range stores {
		c, err := o.sit(ctx, i, store, seed)
		if err != nil {
			return nil, err
		}
		c.breaks = breaks
		s.clients = append(s.clients, c)
	}
	o.history.Begun, err = newest(ctx, stores[0])
	return s, err
}

// Work lets everybody work until the context ends, and then end what he began.
func (s *Shift) Work(ctx context.Context) {
	var all sync.WaitGroup
	for _, c := range s.clients {
		all.Go(func() { c.work(ctx) })
	}
	all.Wait()
}

// End looks at everything once more, with the store of the first client, and
// returns what was done and seen.
func (s *Shift) End(ctx context.Context) (History, error) { return s.office.close(ctx, s.clients[0]) }

func newest(ctx context.Context, store review.Store) (int64, error) {
	var last review.Event
	err := store.View(ctx, func(tx review.Tx) (err error) {
		last, err = tx.Events().Last()
		return err
	})
	return last.Seq, err
}

// close reads the chain, and every draft once more.
func (o *office) close(ctx context.Context, c *client) (History, error) {
	var last []review.Draft
	err := c.store.View(ctx, func(tx review.Tx) (err error) {
		if o.history.Chain, err = tx.Events().List(""); err == nil {
			last, err = tx.Drafts().List(review.DraftFilter{})
		}
		return err
	})
	for _, d := range last {
		err = errors.Join(err, c.read(ctx, d.ID))
	}
	slices.SortFunc(o.history.Operations, func(a, b Operation) int { return a.Stamp - b.Stamp })
	return o.history, err
}
