package search

import (
	"context"
	"errors"

	"jianbao/review"
	"jianbao/review/find"
)

// fault is an error of the index itself, not of the store it reads.
type fault struct{ error }

func (f fault) Unwrap() error { return f.error }

func faulty(err error) error {
	if err == nil {
		return nil
	}
	return fault{err}
}

// errOther says that the index was made from another database.
var errOther = fault{errors.New("search: the index is of another database")}

// errGrown says that most of the index is earlier texts.
var errGrown = fault{errors.New("search: the index has grown too much")}

// update reads what was done since the last event the index knows of.
func (x *Index) update(ctx context.Context, tx review.Tx, r *find.Reader) error {
	if err := x.ready(ctx); err != nil {
		return faulty(err)
	}
	last, err := tx.Events().Last()
	if err != nil || last.Seq == x.shelf.known.seq && last.Hash == x.shelf.known.hash {
		return err
	}
	if x.shelf.known.seq == 0 {
		return x.build(ctx, tx, r, last)
	}
	events, err := tx.Events().Since(x.shelf.known.seq)
	if err != nil {
		return err
	}
	if len(events) == 0 || events[0].Prev != x.shelf.known.hash {
		return errOther
	}
	drafts, err := changed(tx, events)
	if err != nil {
		return err
	}
	return x.write(ctx, tx, r, drafts, last)
}

// ready opens the file and knows what is in it.
func (x *Index) ready(ctx context.Context) (err error) {
	if x.db == nil {
		if x.db, err = open(ctx, x.path); err != nil {
			return err
		}
	}
	if x.shelf != nil {
		if v, err := versionOf(ctx, x.db); err != nil || v == x.shelf.version {
			return err
		}
	}
	if x.shelf, err = load(ctx, x.db); err != nil {
		return err
	}
	if len(x.shelf.owner) > mostRows*len(x.shelf.newest)+someRows || x.shelf.known.pieces > mostPieces/2 {
		return errGrown
	}
	return nil
}

// An index with more than mostRows rows a draft, and some, is better made anew:
// only one of them is searched mostly.
const mostRows, someRows = 3, 1000

// changed returns the drafts that events are about. A damaged one stays in the
// index as it was.
func changed(tx review.Tx, events []review.Event) ([]review.Draft, error) {
	var drafts []review.Draft
	done := map[review.DraftID]bool{"": true}
	for _, e := range events {
		if done[e.Draft] {
			continue
		}
		done[e.Draft] = true
		d, err := tx.Drafts().Get(e.Draft)
		switch {
		case errors.Is(err, review.ErrDamaged):
		case err != nil:
			return nil, err
		default:
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

// build reads every draft.
func (x *Index) build(ctx context.Context, tx review.Tx, r *find.Reader, last review.Event) error {
	drafts, err := r.Drafts()
	if err != nil {
		return err
	}
	return x.write(ctx, tx, r, drafts, last)
}

// write brings the rows of drafts up to date, in one transaction of the index.
func (x *Index) write(ctx context.Context, tx review.Tx, r *find.Reader, drafts []review.Draft, last review.Event) error {
	own, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return faulty(err)
	}
	defer own.Rollback() // does nothing once committed
	w := newWriter(own, tx, r, x.shelf)
	for _, d := range drafts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.draft(d); err != nil {
			return err
		}
	}
	if err := w.finish(last); err != nil {
		return faulty(err)
	}
	if err := own.Commit(); err != nil {
		return faulty(err)
	}
	w.shelve(x.shelf)
	return nil
}
