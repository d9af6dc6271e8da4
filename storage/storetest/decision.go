package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testDecision(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	first := review.Decision{Draft: "d1", From: 1, To: 2, Change: "h1", Verdict: review.Rejected, Reason: "不实", By: "p2", At: late}
	later := first
	later.Verdict, later.Reason = review.Accepted, ""
	other := review.Decision{Draft: "d2", Change: "h1", At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Decisions().Add(first), tx.Decisions().Add(other), tx.Decisions().Add(later))
	})
	first.At, later.At = lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Decisions().List("d1")
		same(t, got, []review.Decision{first, later})
		none, err2 := tx.Decisions().List("d3")
		same(t, none, nil)
		return errors.Join(err, err2)
	})
}
