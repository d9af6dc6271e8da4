package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testLook(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Looks().Put("d1", "p1", 2), tx.Looks().Put("d1", "p2", 5), tx.Looks().Put("d1", "p1", 3))
	})
	read(t, s, func(tx review.Tx) error {
		mine, err1 := tx.Looks().Get("d1", "p1")
		yours, err2 := tx.Looks().Get("d1", "p2")
		never, err3 := tx.Looks().Get("d2", "p1")
		same(t, []int{mine, yours, never}, []int{3, 5, 0})
		return errors.Join(err1, err2, err3)
	})
}
