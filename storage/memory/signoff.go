package memory

import (
	"jianbao/review"
	"jianbao/storage/record"
)

type signOffs struct{ *txn }

func signOffKey(v review.SignOff) partKey { return partKey{v.Draft, string(v.ID)} }

func (s signOffs) Add(v review.SignOff) error {
	s.names(v.Draft)
	return add(s.txn, &s.state.signOffs, record.SignOff, signOffKey(v), v)
}

func (s signOffs) Fell(v review.SignOff) error {
	stored, err := get(&s.state.signOffs, record.SignOff, signOffKey(v))
	if err != nil || stored.Fell != "" {
		return err
	}
	stored.Fell, stored.FellAt = v.Fell, v.FellAt
	return put(s.txn, &s.state.signOffs, record.SignOff, signOffKey(v), stored)
}

func (s signOffs) List(id review.DraftID) ([]review.SignOff, error) {
	return list(&s.state.signOffs, record.SignOff, func(k partKey) bool { return k.draft == id })
}
