package search

import (
	"context"
	"errors"
	"slices"

	"jianbao/review"
	"jianbao/review/find"
)

// answer finds the newest texts that hold the terms, and on request the drafts
// whose earlier texts do.
func (x *Index) answer(ctx context.Context, tx review.Tx, r *find.Reader, q find.Query) (find.Result, error) {
	cards, err := x.cards(ctx, q)
	if err != nil {
		return find.Result{}, err
	}
	if q.Earlier {
		if cards, err = x.earlier(ctx, tx, r, q, cards); err != nil {
			return find.Result{}, err
		}
	}
	found := find.Result{Total: len(cards)}
	for _, c := range find.Page(q, cards) {
		hit, err := x.quote(tx, r, q, c)
		if err != nil {
			return find.Result{}, err
		}
		found.Hits = append(found.Hits, hit)
	}
	return found, nil
}

// cards returns the newest texts that hold every term, in the order of answers.
func (x *Index) cards(ctx context.Context, q find.Query) ([]find.Card, error) {
	terms := q.Folded()
	var rows rowSet
	if len(terms) > 0 {
		var err error
		if rows, err = x.rows(ctx, q.Field, terms); err != nil {
			return nil, err
		}
	}
	var cards []find.Card
	for _, e := range x.shelf.ordered() {
		if (len(terms) == 0 || rows.has(e.number)) && q.Admits(e.Card) {
			cards = append(cards, e.Card)
		}
	}
	return cards, nil
}

// earlier adds to the newest texts found those drafts an earlier text of which
// holds the terms. The index says which may; their texts decide.
func (x *Index) earlier(ctx context.Context, tx review.Tx, r *find.Reader, q find.Query, cards []find.Card) ([]find.Card, error) {
	possible, err := x.possible(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, c := range cards {
		delete(possible, c.Draft)
	}
	for id := range possible {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := tx.Drafts().Get(id)
		if err != nil {
			return nil, err
		}
		hit, ok, err := r.Look(q, d)
		if err != nil {
			return nil, err
		}
		if ok {
			cards = append(cards, hit.Card)
		}
	}
	slices.SortFunc(cards, func(a, b find.Card) int { return a.Before(b) })
	return cards, nil
}

// possible returns the drafts that hold each term in some text of theirs.
func (x *Index) possible(ctx context.Context, q find.Query) (map[review.DraftID]bool, error) {
	var possible map[review.DraftID]bool
	for _, term := range q.Folded() {
		rows, err := x.rows(ctx, q.Field, []string{term})
		if err != nil {
			return nil, err
		}
		drafts := map[review.DraftID]bool{}
		rows.each(func(number int64) {
			if id := x.shelf.owner[number]; possible == nil || possible[id] {
				drafts[id] = true
			}
		})
		possible = drafts
	}
	return possible, nil
}

// errDisagrees says that a text does not hold what the index says it holds.
var errDisagrees = fault{errors.New("search: the index disagrees with a text")}

// quote reads the text of a card, which proves the hit.
func (x *Index) quote(tx review.Tx, r *find.Reader, q find.Query, c find.Card) (find.Hit, error) {
	text, ok := x.texts.get(c)
	if !ok {
		t, sound, err := r.Text(review.Draft{ID: c.Draft}, c.Revision)
		if err != nil || !sound {
			return find.Hit{Card: c}, err // damaged since: named, not quoted
		}
		text = find.FoldParts(t.Parts)
		x.texts.put(c, text)
	}
	m := q.Matcher()
	if !m.Holds(text) {
		return find.Hit{}, errDisagrees
	}
	return find.Hit{Card: c, Snippets: m.Snippets(text)}, nil
}
