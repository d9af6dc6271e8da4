package memory

import (
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type ledger struct{ *txn }

func (s ledger) List(id review.SeriesID) (review.Ledger, error) {
	return list(&s.state.ledger, record.Entry, func(k nth[review.SeriesID]) bool { return k.parent == id })
}

// Deciding returns every row: reading one costs nothing here.
func (s ledger) Deciding(id review.SeriesID, _ int, _ string) (review.Ledger, error) {
	return s.List(id)
}

func (s ledger) Add(e review.Entry) error {
	rows, err := s.List(e.Series)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(used review.Entry) bool { return record.Clash(used, e) }) {
		return review.ErrExists
	}
	return add(s.txn, &s.state.ledger, record.Entry, nth[review.SeriesID]{e.Series, int64(len(rows))}, e)
}

func (s ledger) Void(id review.SeriesID, d review.DraftID, reason string) error {
	rows, err := s.List(id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(rows, func(e review.Entry) bool { return e.Kind == review.EntryIssue && e.Draft == d })
	if i < 0 {
		return review.ErrNotFound
	}
	rows[i].Kind, rows[i].Reason = review.EntryVoid, reason
	return put(s.txn, &s.state.ledger, record.Entry, nth[review.SeriesID]{id, int64(i)}, rows[i])
}
