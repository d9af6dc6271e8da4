package sqlite_test

import (
	"context"
	"errors"
	"testing"

	"jianbao/review"
)

// TestVerifyTellsHowFarItIs also gives it up half-way.
func TestVerifyTellsHowFarItIs(t *testing.T) {
	s := open(t, path(t))
	const drafts = 9
	write(t, s, func(tx review.Tx) error {
		for n := range drafts {
			if err := issued(tx, n); err != nil {
				return err
			}
		}
		return tx.Series().Put(filedSeries)
	})
	var told []int
	report, err := review.NewDesk(s).VerifyAlong(t.Context(), "", func(done, all int) {
		if told = append(told, done); all != drafts {
			t.Errorf("%d of %d", done, all)
		}
	})
	if err != nil || len(report.Findings) > 0 || len(told) != drafts+1 || told[drafts] != drafts {
		t.Errorf("told %v, found %v, %v", told, report.Findings, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err = review.NewDesk(s).VerifyAlong(ctx, "", func(done, _ int) {
		if done == drafts/2 {
			cancel()
		}
		if done > drafts/2 {
			t.Error("it goes on after it was given up")
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("VerifyAlong = %v", err)
	}
}
