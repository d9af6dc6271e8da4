package screentest

import (
	"context"

	"jianbao/review"
)

// store is a store some of whose drafts are damaged, at the end of a line that may
// be cut.
type store struct {
	review.Store
	records, texts map[review.DraftID]bool
	line           line
}

func newStore(sound review.Store) *store {
	return &store{Store: sound, records: map[review.DraftID]bool{}, texts: map[review.DraftID]bool{}}
}

// DamageRecord makes a draft unreadable, so that no list holds it.
func (o *Office) DamageRecord(id review.DraftID) { o.store.records[id] = true }

// DamageText makes the texts of a draft unreadable, but not what lists say of it.
func (o *Office) DamageText(id review.DraftID) { o.store.texts[id] = true }

// View implements review.Store.
func (s *store) View(ctx context.Context, f func(review.Tx) error) error {
	if s.line.cut != nil {
		return s.line.cut
	}
	return s.Store.View(ctx, func(tx review.Tx) error { return f(damagedTx{tx, s}) })
}

type damagedTx struct {
	review.Tx
	store *store
}

// Together implements review.Tx.
func (tx damagedTx) Together(f func(review.Tx) error) error { return f(tx) }

func (tx damagedTx) Drafts() review.DraftStore { return drafts{tx.Tx.Drafts(), tx.store} }

func (tx damagedTx) Revisions() review.RevisionStore { return revisions{tx.Tx.Revisions(), tx.store} }

type drafts struct {
	review.DraftStore
	store *store
}

// List implements review.DraftStore: the sound ones, and that there are others.
func (d drafts) List(f review.DraftFilter) ([]review.Draft, error) {
	all, err := d.DraftStore.List(f)
	sound := all[:0]
	for _, one := range all {
		if d.store.records[one.ID] {
			err = review.ErrDamaged
			continue
		}
		sound = append(sound, one)
	}
	return sound, err
}

type revisions struct {
	review.RevisionStore
	store *store
}

// Get implements review.RevisionStore.
func (r revisions) Get(id review.DraftID, seq int) (review.Revision, error) {
	if r.store.texts[id] {
		return review.Revision{}, review.ErrDamaged
	}
	return r.RevisionStore.Get(id, seq)
}
