package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testTally(t *testing.T, s review.Store) {
	first := review.Tally{Series: "s1", Rule: "P01", Shown: 3, Accepted: 2, Dismissed: 1}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Tallies().Put(first), tx.Tallies().Put(review.Tally{Series: "s1", Rule: "L02", Shown: 1}),
			tx.Tallies().Put(review.Tally{Series: "s2", Rule: "P01"}))
	})
	first.Shown = 5
	write(t, s, func(tx review.Tx) error { return tx.Tallies().Put(first) })
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Tallies().List("s1")
		same(t, got, []review.Tally{{Series: "s1", Rule: "L02", Shown: 1}, first})
		none, err2 := tx.Tallies().List("s3")
		same(t, none, nil)
		return errors.Join(err, err2)
	})
}
