package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type comments struct{ *txn }

func commentKey(c review.Comment) partKey { return partKey{c.Draft, string(c.ID)} }

func (s comments) Add(c review.Comment) error {
	s.names(c.Draft)
	return add(s.txn, &s.state.comments, record.Comment, commentKey(c), c)
}

func (s comments) Update(c review.Comment) error {
	return replace(s.txn, &s.state.comments, record.Comment, commentKey(c), c)
}

func (s comments) List(id review.DraftID) ([]review.Comment, error) {
	return list(&s.state.comments, record.Comment, func(k partKey) bool { return k.draft == id })
}
