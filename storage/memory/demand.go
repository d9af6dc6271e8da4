package memory

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type demands struct{ *txn }

func demandKey(d review.Demand) partKey { return partKey{d.Draft, d.ID} }

func (s demands) Add(d review.Demand) error {
	s.names(d.Draft)
	return add(s.txn, &s.state.demands, record.Demand, demandKey(d), d)
}

func (s demands) Update(d review.Demand) error {
	return replace(s.txn, &s.state.demands, record.Demand, demandKey(d), d)
}

func (s demands) List(id review.DraftID) ([]review.Demand, error) {
	all, err := list(&s.state.demands, record.Demand, func(k partKey) bool { return k.draft == id })
	slices.SortStableFunc(all, func(a, b review.Demand) int { return cmp.Compare(a.N, b.N) })
	return all, err
}
