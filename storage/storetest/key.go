package storetest

import (
	"errors"
	"slices"
	"testing"

	"jianbao/review"
)

func testKey(t *testing.T, s review.Store) {
	halves := []review.PublicKey{{Suite: review.SuiteEd25519, DER: []byte{0, 1, 0xff}}, {Suite: review.SuiteSM2, DER: []byte{2}}}
	first := review.Key{ID: "k2", Person: "p1", Public: halves, Sealed: []byte("{\x00}"), From: late, FromSeq: 4}
	second := review.Key{ID: "k1", Person: "p1", Public: halves[:1], Sealed: []byte("x"), From: late, FromSeq: 9}
	other := review.Key{ID: "k3", Person: "p2", From: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Keys().Add(first), tx.Keys().Add(other), tx.Keys().Add(second))
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Keys().Add(first) })
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error { return tx.Keys().Update(review.Key{ID: "k9"}) })

	first.Sealed = []byte("other")
	write(t, s, func(tx review.Tx) error { return tx.Keys().Update(first) })
	first.Sealed, first.To, first.ToSeq, first.Ended = nil, late, 8, review.KeyLost
	write(t, s, func(tx review.Tx) error { return tx.Keys().Update(first) })
	again, swapped, given := first, second, second
	again.Ended, swapped.Public, given.Person = review.KeyLeft, slices.Concat(halves[1:], halves[:1]), "p2"
	for _, k := range []review.Key{again, swapped, given} {
		refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Keys().Update(k) })
	}

	first.From, first.To, second.From, other.From = lateKept, lateKept, lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Keys().List("p1")
		same(t, got, []review.Key{first, second})
		all, err2 := tx.Keys().List("")
		same(t, all, []review.Key{first, other, second})
		return errors.Join(err, err2)
	})
}
