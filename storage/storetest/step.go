package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testStep(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	first := review.Step{Draft: "d1", Sentence: "h1", Nth: 1, Revision: 2, Text: "t", Opinion: review.OpinionDoubts, Note: "存疑", By: "p1", At: late}
	later := first
	later.Opinion, later.Note = review.OpinionFine, ""
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Steps().Add(first), tx.Steps().Add(review.Step{Draft: "d2", At: late}), tx.Steps().Add(later))
	})
	first.At, later.At = lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Steps().List("d1")
		same(t, got, []review.Step{first, later})
		return err
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error { return tx.Steps().Add(review.Step{Draft: "d9"}) })
}
