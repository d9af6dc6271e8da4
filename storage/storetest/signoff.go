package storetest

import (
	"errors"
	"testing"
	"time"

	"jianbao/review"
)

func testSignOff(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	first := review.SignOff{ID: "x2", Draft: "d1", Round: 1, Step: 1, Role: "责编", Person: "p1", Name: "张三", Revision: 4,
		TextHash: "aa", Compared: "bb", Nature: review.Textual, Comment: "同意", Override: "急件", SameHand: "人手不足", At: late}
	second := review.SignOff{ID: "x1", Draft: "d1", Step: 2, Role: "核稿", Person: "p2", Name: "李四", TextHash: "aa", At: late}
	elsewhere := review.SignOff{ID: "x3", Draft: "d2", At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.SignOffs().Add(first), tx.SignOffs().Add(second), tx.SignOffs().Add(elsewhere))
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.SignOffs().Add(first) })
	first.At, second.At = lateKept, lateKept
	signed(t, s, first, second)

	fallen := first
	fallen.Fell, fallen.FellAt, fallen.Name = review.FellByChange, late.Add(time.Hour), "别人" // only the fall may get in
	write(t, s, func(tx review.Tx) error { return tx.SignOffs().Fell(fallen) })
	first.Fell, first.FellAt = review.FellByChange, lateKept.Add(time.Hour)
	signed(t, s, first, second)

	fallen.Fell = review.FellByReturn
	write(t, s, func(tx review.Tx) error { return tx.SignOffs().Fell(fallen) })
	signed(t, s, first, second)
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error {
		return tx.SignOffs().Fell(review.SignOff{ID: "x9", Draft: "d1", Fell: review.FellByChange})
	})
}

func signed(t *testing.T, s review.Store, want ...review.SignOff) {
	t.Helper()
	read(t, s, func(tx review.Tx) error {
		got, err := tx.SignOffs().List("d1")
		same(t, got, want)
		return err
	})
}
