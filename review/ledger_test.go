package review_test

import (
	"errors"
	"slices"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// row is a ledger row of the year 2025 unless the year is given.
func row(kind review.EntryKind, label string, issue, total int, year ...int) review.Entry {
	return review.Entry{Kind: kind, Label: label, Number: doc.Number{Year: append(year, 2025)[0], Issue: issue, Total: total}}
}

func TestLedgerCheck(t *testing.T) {
	const opening, issue, void = review.EntryOpening, review.EntryIssue, review.EntryVoid
	const past, gap, double = review.EntryPast, review.EntryGap, review.EntryDouble
	tests := []struct {
		name   string
		ledger review.Ledger
		want   []string // code, sequence, number
	}{
		{"empty", nil, nil},
		{"from an opening", review.Ledger{row(opening, "", 3, 95), row(issue, "", 4, 96), row(void, "", 5, 97), row(issue, "", 6, 98)}, nil},
		{"from 1", review.Ledger{row(issue, "", 1, 1), row(issue, "", 2, 2)}, nil},
		{"over the new year", review.Ledger{row(issue, "", 1, 1), row(issue, "", 1, 2, 2026)}, nil},
		{"增刊 apart", review.Ledger{row(issue, "", 1, 1), row(issue, "增刊", 1, 0), row(issue, "", 2, 2), row(issue, "增刊", 2, 0)}, nil},
		{"corrected opening", review.Ledger{row(opening, "", 30, 300), row(opening, "", 3, 95), row(issue, "", 4, 96)}, nil},
		{"gap", review.Ledger{row(opening, "", 3, 95), row(issue, "", 6, 96)},
			[]string{"verify.ledger.gap 2025 4", "verify.ledger.gap 2025 5"}},
		{"does not start at 1", review.Ledger{row(issue, "增刊", 2, 0)}, []string{"verify.ledger.gap 2025增刊 1"}},
		{"issue twice", review.Ledger{row(issue, "", 1, 1), row(void, "", 1, 2)}, []string{"verify.ledger.duplicate 2025 1"}},
		{"total twice", review.Ledger{row(issue, "", 1, 1), row(issue, "", 2, 1)}, []string{"verify.ledger.duplicate total 1"}},
		{"an old ledger begins where it begins", review.Ledger{row(past, "", 40, 900, 2024), row(past, "", 1, 901), row(issue, "", 2, 902)}, nil},
		{"but its later years at 1", review.Ledger{row(past, "", 40, 900, 2024), row(past, "", 2, 901)}, []string{"verify.ledger.gap 2025 1"}},
		{"an opening says again what an old row says", review.Ledger{row(opening, "", 3, 95), row(past, "", 2, 94), row(past, "", 3, 95), row(issue, "", 4, 96)}, nil},
		{"explained", review.Ledger{row(past, "", 1, 1), row(double, "", 1, 2), row(gap, "", 2, 0), row(gap, "", 0, 3, 0), row(issue, "", 3, 4)}, nil},
		{"openings of labels apart", review.Ledger{row(opening, "", 3, 95), row(opening, "增刊", 2, 0), row(issue, "增刊", 3, 0), row(issue, "", 4, 96)}, nil},
		{"gap of totals", review.Ledger{row(issue, "", 1, 1), row(issue, "", 2, 3)}, []string{"verify.ledger.gap total 2"}},
	}
	for _, tt := range tests {
		var got []string
		for _, f := range tt.ledger.Check(review.Series{Name: "刊"}) {
			got = append(got, f.Code+" "+f.Args["sequence"]+" "+f.Args["number"])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: found %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLedgerNextKeepsToTheYearOfTheOpening(t *testing.T) {
	l := review.Ledger{row(review.EntryOpening, "", 3, 95)}
	if _, err := l.Next(2024, "", false); !errors.Is(err, review.ErrRefused) {
		t.Errorf("a number in a year before the opening: %v", err)
	}
	if n, err := l.Next(2026, "", false); err != nil || n != (doc.Number{Year: 2026, Issue: 1, Total: 96}) {
		t.Errorf("the first of the next year is %v, %v", n, err)
	}
}

func TestLedgerGoesByNumberNotByWhenItWasWritten(t *testing.T) {
	l := review.Ledger{row(review.EntryIssue, "", 4, 96), row(review.EntryPast, "", 2, 94), row(review.EntryPast, "", 3, 95), row(review.EntryGap, "", 0, 93, 0)}
	if e, ok := l.Last(); !ok || e.Number.Issue != 4 {
		t.Errorf("Last() = %+v, %v", e, ok)
	}
	var totals []int
	for _, e := range l.ByNumber() {
		totals = append(totals, e.Number.Total)
	}
	if !slices.Equal(totals, []int{93, 94, 95, 96}) || l.Year() != 2025 {
		t.Errorf("in order %v, up to %d", totals, l.Year())
	}
}

func TestLedgerLast(t *testing.T) {
	l := review.Ledger{row(review.EntryOpening, "", 3, 95), row(review.EntryIssue, "", 4, 96), row(review.EntryIssue, "增刊", 1, 0)}
	if e, ok := l.Last(); !ok || e.Number.Issue != 4 {
		t.Errorf("Last() = %+v, %v, want the ordinary sequence", e, ok)
	}
	if _, ok := (review.Ledger{}).Last(); ok {
		t.Error("an empty ledger has a last row")
	}
}

func TestNumberText(t *testing.T) {
	for n, want := range map[doc.Number]string{{Year: 2025, Issue: 4, Total: 96}: "4/96", {Issue: 1}: "1"} {
		if got := review.NumberText(n); got != want {
			t.Errorf("NumberText(%v) = %q, want %q", n, got, want)
		}
	}
}
