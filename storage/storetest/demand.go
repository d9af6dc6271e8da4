package storetest

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func testDemand(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	anchor := doc.Anchor{Place: doc.Place{Article: "a", Paragraph: "p"}, From: 3, To: 5, Quote: "原文"}
	second := review.Demand{ID: "x1", Draft: "d1", N: 2, Round: 1, Reason: "事实", Anchor: anchor, Text: "请核实", By: "p2", At: late, Revision: 3}
	first := review.Demand{ID: "x2", Draft: "d1", N: 1, Text: "全文", At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Demands().Add(second), tx.Demands().Add(first), tx.Demands().Add(review.Demand{ID: "x3", Draft: "d2"}))
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Demands().Add(first) })
	second.Answer, second.Note, second.Answerer, second.Answered = review.AnswerDeclined, "依据", "p1", late
	write(t, s, func(tx review.Tx) error { return tx.Demands().Update(second) })
	first.At, second.At, second.Answered = lateKept, lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Demands().List("d1")
		same(t, got, []review.Demand{first, second})
		return err
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error {
		return tx.Demands().Update(review.Demand{ID: "x9", Draft: "d1"})
	})
}
