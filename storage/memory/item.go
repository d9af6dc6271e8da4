package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type items struct{ *txn }

func (s items) Get(id review.ItemID) (review.Item, error) {
	return get(&s.state.items, record.Item, id)
}

func (s items) List() ([]review.Item, error) {
	return list(&s.state.items, record.Item, everything)
}

func (s items) Put(i review.Item) error { return put(s.txn, &s.state.items, record.Item, i.ID, i) }

func (s items) Delete(id review.ItemID) error { return remove(s.txn, &s.state.items, id) }
