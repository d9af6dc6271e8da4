package storetest

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func testComment(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	first := review.Comment{ID: "c2", Draft: "d1", Anchor: doc.Anchor{Place: doc.Place{Field: "title"}, Quote: "题"},
		Revision: 2, Author: "p1", At: late, Text: "此处存疑", Status: review.CommentOpen}
	reply := review.Comment{ID: "c1", Draft: "d1", ReplyTo: "c2", Author: "p2", At: late, Text: "已核"}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Comments().Add(first), tx.Comments().Add(reply), tx.Comments().Add(review.Comment{ID: "c3", Draft: "d2"}))
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Comments().Add(first) })
	first.Status, first.Closer, first.ClosedAt, first.Reason = review.CommentDeclined, "p2", late, "属实"
	write(t, s, func(tx review.Tx) error { return tx.Comments().Update(first) })
	first.At, first.ClosedAt, reply.At = lateKept, lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Comments().List("d1")
		same(t, got, []review.Comment{first, reply})
		return err
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error {
		return tx.Comments().Update(review.Comment{ID: "c9", Draft: "d1"})
	})
}
