package review_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// TestRandomOldLedgers takes in ledgers full of gaps and doubles: whatever is
// taken in is in order once a reason is given, none of it is lost, and the next
// number follows the highest.
func TestRandomOldLedgers(t *testing.T) {
	taken := 0
	for seed := range uint64(400) {
		h := newHistory(t, seed)
		b := h.books[0]
		rows := randomRows(h.dice)
		before, err := h.desk.Ledger(h.ctx, b.series.ID)
		h.ok(err)
		plan, err := h.desk.TakeOver(h.ctx, h.who, b.series.ID, rows, "旧账如此")
		after, errLedger := h.desk.Ledger(h.ctx, b.series.ID)
		h.ok(errLedger)
		if err != nil {
			if len(plan.Wrong) == 0 || !reflect.DeepEqual(after, before) {
				t.Fatalf("seed %d: refused with %v and changed something", seed, err)
			}
			continue
		}
		taken++
		requireTaken(t, seed, after, b.series, rows)
		if again, err := h.desk.PlanTakeover(h.ctx, b.series.ID, rows); err != nil || again.Known != len(rows) {
			t.Fatalf("seed %d: of %d rows %d are known, %v", seed, len(rows), again.Known, err)
		}
	}
	if taken < 100 {
		t.Errorf("only %d ledgers were taken in", taken)
	}
}

// randomRows are those of a ledger that was kept badly.
func randomRows(dice *rand.Rand) []review.OldRow {
	var rows []review.OldRow
	year, issue, total := 2022, dice.IntN(40), 1+dice.IntN(100)
	for line := range 3 + dice.IntN(12) {
		if dice.IntN(5) == 0 {
			year, issue = year+1, 0
		}
		issue, total = issue+dice.IntN(3), total+dice.IntN(3)
		e := review.Entry{Kind: review.EntryPast, Number: doc.Number{Year: year, Issue: max(issue, 1), Total: total}}
		if dice.IntN(6) == 0 {
			e.Kind, e.Reason = review.EntryVoid, "作废"
		}
		rows = append(rows, review.OldRow{Line: line + 2, Entry: e})
	}
	return rows
}

func requireTaken(t *testing.T, seed uint64, l review.Ledger, s review.Series, rows []review.OldRow) {
	t.Helper()
	if found := l.Check(s); len(found) > 0 {
		t.Fatalf("seed %d: found %v\nin %v", seed, found, l)
	}
	have, highest := map[doc.Number]bool{}, 0
	for _, e := range l {
		have[e.Number], highest = true, max(highest, e.Number.Total)
	}
	for _, r := range rows {
		if !have[r.Entry.Number] {
			t.Fatalf("seed %d: %v is lost", seed, r.Entry.Number)
		}
	}
	if n, err := l.Next(2030, "", false); err != nil || n.Total != highest+1 {
		t.Fatalf("seed %d: the next is %v, %v", seed, n, err)
	}
}
