package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testDismissal(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	first := review.Dismissal{ID: "x2", Series: "s1", Draft: "d1", Mark: review.Mark{Rule: "L02", Sentence: "h", Words: "布署"},
		Scope: review.ScopeOnce, Reason: "原文如此", By: "p1", At: late}
	later := review.Dismissal{ID: "x1", Series: "s1", Draft: "d1", Scope: review.ScopeAlways, At: late}
	other := review.Dismissal{ID: "x1", Series: "s2", Draft: "d1", At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Dismissals().Put(first), tx.Dismissals().Put(other), tx.Dismissals().Put(later))
	})
	first.UndoneBy, first.UndoneAt = "p2", late
	write(t, s, func(tx review.Tx) error { return tx.Dismissals().Put(first) })
	first.At, first.UndoneAt, later.At = lateKept, lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Dismissals().List("s1")
		same(t, got, []review.Dismissal{first, later})
		none, err2 := tx.Dismissals().List("s3")
		same(t, none, nil)
		return errors.Join(err, err2)
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error {
		return tx.Dismissals().Put(review.Dismissal{ID: "x3", Series: "s1", Draft: "d9"})
	})
}
