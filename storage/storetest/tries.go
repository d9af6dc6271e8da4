package storetest

import (
	"testing"

	"jianbao/review"
)

func testTries(t *testing.T, s review.Store) {
	wrong := review.Tries{Person: "p1", Failed: 3, Last: late}
	write(t, s, func(tx review.Tx) error { return tx.Tries().Put(wrong) })
	wrong.Failed++
	write(t, s, func(tx review.Tx) error { return tx.Tries().Put(wrong) })
	wrong.Last = lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Tries().Get("p1")
		same(t, got, wrong)
		never, err2 := tx.Tries().Get("p2")
		same(t, never, review.Tries{Person: "p2"})
		if err == nil {
			err = err2
		}
		return err
	})
}
