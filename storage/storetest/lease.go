package storetest

import (
	"errors"
	"testing"
	"time"

	"jianbao/review"
)

func testLease(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	head := review.Lease{Draft: "d1", Person: "p1", Session: "s1", Since: late}
	first := review.Lease{Draft: "d1", Article: "a1", Person: "p2", Session: "s2", Since: late.Add(time.Second)}
	other := review.Lease{Draft: "d2", Article: "a1", Person: "p1", Session: "s1", Since: late.Add(time.Minute)}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Leases().Put(other), tx.Leases().Put(first), tx.Leases().Put(head))
	})
	first.Wanted, first.WantedAt = "p1", late
	write(t, s, func(tx review.Tx) error { return tx.Leases().Put(first) })
	head.Since, first.Since, first.WantedAt = lateKept, lateKept.Add(time.Second), lateKept
	other.Since = lateKept.Add(time.Minute)
	read(t, s, func(tx review.Tx) error {
		mine, err := tx.Leases().List("d1")
		same(t, mine, []review.Lease{head, first})
		all, err2 := tx.Leases().List("")
		same(t, all, []review.Lease{head, first, other})
		none, err3 := tx.Leases().List("d3")
		same(t, none, nil)
		return errors.Join(err, err2, err3)
	})
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Leases().Delete("d1", "a1"), tx.Leases().Delete("d1", "a1"), tx.Leases().Delete("d3", ""))
	})
	read(t, s, func(tx review.Tx) error {
		all, err := tx.Leases().List("")
		same(t, all, []review.Lease{head, other})
		return err
	})
}
