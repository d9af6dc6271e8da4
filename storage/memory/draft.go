package memory

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/review"
	"jianbao/storage/record"
)

type drafts struct{ *txn }

func (s drafts) Get(id review.DraftID) (review.Draft, error) {
	return get(&s.state.drafts, record.Draft, id)
}

func (s drafts) List(f review.DraftFilter) ([]review.Draft, error) {
	if !utf8.ValidString(string(f.Prefix)) || strings.Contains(string(f.Prefix), "\x00") {
		return nil, nil
	}
	found, err := list(&s.state.drafts, record.Draft, func(id review.DraftID) bool {
		return strings.HasPrefix(string(id), string(f.Prefix))
	})
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(d review.Draft) bool { return !selects(f, d) })
	slices.Reverse(found) // of two updated at once, the newer stands first
	slices.SortStableFunc(found, func(a, b review.Draft) int { return b.Updated.Compare(a.Updated) })
	if f.Limit > 0 && len(found) > f.Limit {
		found = found[:f.Limit]
	}
	return found, nil
}

func selects(f review.DraftFilter, d review.Draft) bool {
	return (f.Series == "" || f.Series == d.Series) &&
		(len(f.States) == 0 || slices.Contains(f.States, d.State))
}

func (s drafts) Add(d review.Draft) error {
	return add(s.txn, &s.state.drafts, record.Draft, d.ID, d)
}

func (s drafts) Update(d review.Draft) error {
	stored, err := s.Get(d.ID)
	if err != nil {
		return err
	}
	if stored.Version != d.Version {
		return review.ErrStale
	}
	d.Version++
	return put(s.txn, &s.state.drafts, record.Draft, d.ID, d)
}
