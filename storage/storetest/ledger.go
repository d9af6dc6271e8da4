package storetest

import (
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

func issue(id review.DraftID, label string, year, number, total int) review.Entry {
	return review.Entry{Series: "s1", Label: label, Number: doc.Number{Year: year, Issue: number, Total: total},
		Kind: review.EntryIssue, Draft: id, By: "p1", At: lateKept}
}

func testLedger(t *testing.T, s review.Store) {
	opening := review.Entry{Series: "s1", Number: doc.Number{Year: 2022, Issue: 3, Total: 2195}, Kind: review.EntryOpening, By: "p1", At: late}
	rows := review.Ledger{issue("d1", "", 2022, 4, 2196), issue("d2", "增刊", 2022, 4, 0), issue("d3", "增刊", 2022, 5, 0),
		issue("d4", "", 2023, 4, 2197)}
	other := issue("d5", "", 2022, 4, 2196)
	other.Series = "s2"
	write(t, s, func(tx review.Tx) error {
		err := errors.Join(tx.Ledger().Add(opening), tx.Ledger().Add(other))
		for _, row := range rows {
			err = errors.Join(err, tx.Ledger().Add(row))
		}
		return err
	})
	opening.At = lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Ledger().List("s1")
		same(t, got, append(review.Ledger{opening}, rows...))
		return err
	})
	belated := opening
	belated.Number = rows[0].Number
	double, gap := issue("", "", 2022, 4, 2190), review.Entry{Series: "s1", Number: doc.Number{Total: 2189}, By: "p1", At: lateKept, Reason: "漏编"}
	double.Kind, gap.Kind = review.EntryDouble, review.EntryGap
	double.Title, double.Date = "旧账一期", doc.Date{Year: 2022, Month: 4, Day: 1}
	explained := func() []review.Entry { return []review.Entry{double, double, gap, gap} }
	for _, row := range explained() {
		write(t, s, func(tx review.Tx) error { return tx.Ledger().Add(row) })
	}
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Ledger().List("s1")
		same(t, got[len(rows)+1:], explained())
		return err
	})
	for name, row := range map[string]review.Entry{
		"same 期号":               issue("d9", "", 2022, 4, 2999),
		"same 期号 under a label": issue("d9", "增刊", 2022, 5, 0),
		"same 总期号":              issue("d9", "专刊", 2023, 9, 2197),
		"late opening":          belated,
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Ledger().Add(row) })
		})
	}
}

func testLedgerVoid(t *testing.T, s review.Store) {
	first, second := issue("d1", "", 2022, 4, 2196), issue("d2", "", 2022, 5, 2197)
	write(t, s, func(tx review.Tx) error { return errors.Join(tx.Ledger().Add(first), tx.Ledger().Add(second)) })
	write(t, s, func(tx review.Tx) error { return tx.Ledger().Void("s1", "d1", "重复") })
	first.Kind, first.Reason = review.EntryVoid, "重复"
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Ledger().List("s1")
		same(t, got, review.Ledger{first, second})
		return err
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error { return tx.Ledger().Void("s1", "d1", "再次") })
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error { return tx.Ledger().Void("s2", "d2", "别的刊") })
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Ledger().Add(issue("d3", "", 2022, 4, 2198)) })
}

// testLedgerDeciding holds the short answer against the long one, over years,
// labels and corrected openings.
func testLedgerDeciding(t *testing.T, s review.Store) {
	rows := review.Ledger{
		{Series: "s1", Number: doc.Number{Year: 2021, Issue: 9, Total: 90}, Kind: review.EntryOpening, By: "p1", At: lateKept},
		{Series: "s1", Number: doc.Number{Year: 2022, Issue: 3, Total: 2195}, Kind: review.EntryOpening, By: "p1", At: lateKept},
		issue("d1", "", 2022, 4, 2196), issue("d2", "增刊", 2022, 1, 0), issue("d3", "", 2022, 5, 2197),
		issue("d4", "增刊", 2023, 1, 2198), issue("d5", "", 2023, 1, 2199), issue("d6", "专刊", 2023, 7, 0),
	}
	for _, row := range rows {
		write(t, s, func(tx review.Tx) error { return tx.Ledger().Add(row) })
		for _, year := range []int{2021, 2022, 2023, 2024} {
			for _, label := range []string{"", "增刊", "专刊"} {
				read(t, s, func(tx review.Tx) error {
					whole, err1 := tx.Ledger().List("s1")
					short, err2 := tx.Ledger().Deciding("s1", year, label)
					want, err3 := whole.Next(year, label, true)
					got, err4 := short.Next(year, label, true)
					if got != want || (err3 == nil) != (err4 == nil) {
						t.Errorf("%d %q after %d rows: %v, %v; want %v, %v", year, label, len(whole), got, err4, want, err3)
					}
					return errors.Join(err1, err2)
				})
			}
		}
	}
}
