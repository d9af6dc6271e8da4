package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testSignature(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	read(t, s, func(tx review.Tx) error {
		last, err := tx.Signatures().Last()
		same(t, last, review.Signature{})
		return err
	})
	public := review.PublicKey{Suite: review.SuiteSM2, DER: []byte{0x30, 0}}
	first := review.Signature{SignOff: "x2", Draft: "d1", Key: "k1", Public: public, Message: []byte("{\"甲\":\"<\"}"), Value: []byte{0, 0xff, 0}}
	second := review.Signature{SignOff: "x1", Draft: "d2", Key: "k1", Public: public, Message: []byte("\xff\x00"), Value: []byte{1}}
	write(t, s, func(tx review.Tx) error { return errors.Join(tx.Signatures().Add(first), tx.Signatures().Add(second)) })
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Signatures().Add(first) })
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error {
		return tx.Signatures().Add(review.Signature{SignOff: "x3", Draft: "d9"})
	})
	read(t, s, func(tx review.Tx) error {
		one, err1 := tx.Signatures().List("d1")
		same(t, one, []review.Signature{first})
		all, err2 := tx.Signatures().List("")
		same(t, all, []review.Signature{first, second})
		last, err3 := tx.Signatures().Last()
		same(t, last, second)
		return errors.Join(err1, err2, err3)
	})
}
