package memory

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type series struct{ *txn }

func (s series) Get(id review.SeriesID) (review.Series, error) {
	return get(&s.state.series, record.Series, id)
}

func (s series) List() ([]review.Series, error) {
	all, err := list(&s.state.series, record.Series, everything)
	slices.SortFunc(all, func(a, b review.Series) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

func (s series) Put(v review.Series) error {
	return put(s.txn, &s.state.series, record.Series, v.ID, v)
}
