package find

import (
	"context"
	"errors"
	"slices"

	"jianbao/review"
)

// Scan is the Finder that reads every text for every query. It keeps nothing.
type Scan struct{ Store review.Store }

// Find implements Finder.
func (s Scan) Find(ctx context.Context, q Query) (Result, error) {
	var found Result
	err := s.Store.View(ctx, func(tx review.Tx) error {
		r, err := NewReader(tx)
		if err != nil {
			return err
		}
		drafts, err := r.Drafts()
		if err != nil {
			return err
		}
		all, err := scan(ctx, r, q, drafts)
		found = Result{Hits: Page(q, all), Total: len(all)}
		return err
	})
	return found, err
}

func scan(ctx context.Context, r *Reader, q Query, drafts []review.Draft) ([]Hit, error) {
	var all []Hit
	for _, d := range drafts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		hit, ok, err := r.Look(q, d)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, hit)
		}
	}
	slices.SortFunc(all, func(a, b Hit) int { return a.Before(b.Card) })
	return all, nil
}

// Check implements Finder: nothing is kept.
func (Scan) Check(ctx context.Context) ([]review.Finding, error) { return nil, ctx.Err() }

// Rebuild implements Finder: nothing is kept.
func (Scan) Rebuild(ctx context.Context) error { return ctx.Err() }

// Close implements Finder.
func (Scan) Close() error { return nil }

// Reader reads texts for a finder, inside one transaction.
type Reader struct {
	tx    review.Tx
	names map[review.PersonID]string
}

// NewReader returns a reader; it knows the people as they now are.
func NewReader(tx review.Tx) (*Reader, error) {
	people, err := tx.People().List()
	if err != nil {
		return nil, err
	}
	r := &Reader{tx, map[review.PersonID]string{}}
	for _, p := range people {
		r.names[p.ID] = p.Name
	}
	return r, nil
}

// Drafts returns every draft whose record is sound.
func (r *Reader) Drafts() ([]review.Draft, error) {
	all, err := r.tx.Drafts().List(review.DraftFilter{})
	return all, unlessDamaged(err)
}

// unlessDamaged lets damage pass: what cannot be read cannot be found, and
// saying so is Verify's.
func unlessDamaged(err error) error {
	if errors.Is(err, review.ErrDamaged) {
		return nil
	}
	return err
}

// Text is a text taken apart, and its card.
type Text struct {
	Card
	Parts []Part
}

// Text reads one text of a draft; it is not ok where the text is damaged.
func (r *Reader) Text(d review.Draft, seq int) (t Text, ok bool, err error) {
	rev, err := r.tx.Revisions().Get(d.ID, seq)
	if err != nil {
		return Text{}, false, unlessDamaged(err)
	}
	by := r.names[rev.Author]
	return Text{CardOf(d, rev, by), Parts(rev.Text, by)}, true, nil
}

// Look returns the hit that a draft makes, if it makes one: at its newest text,
// or, where the query asks for that too, at the newest earlier one.
func (r *Reader) Look(q Query, d review.Draft) (hit Hit, ok bool, err error) {
	if hit, ok, err = r.at(q, d, d.Head); ok || err != nil || !q.Earlier || len(q.Folded()) == 0 {
		return hit, ok, err
	}
	infos, err := r.tx.Revisions().List(d.ID)
	for _, info := range slices.Backward(infos) {
		if info.Seq == d.Head {
			continue
		}
		if hit, ok, err = r.at(q, d, info.Seq); ok || err != nil {
			return hit, ok, err
		}
	}
	return Hit{}, false, unlessDamaged(err)
}

func (r *Reader) at(q Query, d review.Draft, seq int) (Hit, bool, error) {
	t, ok, err := r.Text(d, seq)
	if err != nil || !ok || !q.Admits(t.Card) {
		return Hit{}, false, err
	}
	m, text := q.Matcher(), FoldParts(t.Parts)
	if !m.Holds(text) {
		return Hit{}, false, nil
	}
	return Hit{t.Card, m.Snippets(text)}, true, nil
}
