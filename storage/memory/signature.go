package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type signatures struct{ *txn }

func signatureKey(v review.Signature) partKey { return partKey{v.Draft, string(v.SignOff)} }

func (s signatures) Add(v review.Signature) error {
	s.names(v.Draft)
	return add(s.txn, &s.state.signatures, record.Signature, signatureKey(v), v)
}

func (s signatures) Last() (review.Signature, error) {
	order := s.state.signatures.order
	if len(order) == 0 {
		return review.Signature{}, nil
	}
	return get(&s.state.signatures, record.Signature, order[len(order)-1])
}

func (s signatures) List(id review.DraftID) ([]review.Signature, error) {
	return list(&s.state.signatures, record.Signature, func(k partKey) bool { return id == "" || k.draft == id })
}
