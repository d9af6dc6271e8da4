package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testRevision(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	first, second := revisionOf(t, "d1", 1, bulletin("甲", "乙")), revisionOf(t, "d1", 2, bulletin("甲", "丙"))
	first.At = late
	again := revisionOf(t, "d2", 1, first.Text) // the same text under another draft
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Revisions().Add(second), tx.Revisions().Add(first), tx.Revisions().Add(again))
	})
	first.At = lateKept
	read(t, s, func(tx review.Tx) error {
		for _, want := range []review.Revision{first, second, again} {
			got, err := tx.Revisions().Get(want.Draft, want.Seq)
			if err != nil {
				return err
			}
			same(t, got.RevisionInfo, want.RevisionInfo)
			sameText(t, got.Text, want.Text)
		}
		list, err := tx.Revisions().List("d1")
		same(t, list, []review.RevisionInfo{first.RevisionInfo, second.RevisionInfo})
		_, unknown := tx.Revisions().Get("d1", 3)
		if !errors.Is(unknown, review.ErrNotFound) {
			t.Errorf("Get of no revision = %v", unknown)
		}
		return err
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Revisions().Add(first) })
}

// testRevisionForged gives a revision another text than its hash says.
func testRevisionForged(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	forged := revisionOf(t, "d1", 1, bulletin("甲"))
	forged.Text = bulletin("乙")
	refused(t, s, review.ErrDamaged, func(tx review.Tx) error { return tx.Revisions().Add(forged) })
}
