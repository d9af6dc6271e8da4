package app

import (
	"context"
	"errors"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
)

// FoundSeries implements intake's shell: a series after one issue of it.
func (w *window) FoundSeries(ctx context.Context, issue doc.Bulletin) (review.Series, error) {
	patterns, err := setup.BuiltinSeries()
	if err != nil {
		return review.Series{}, err
	}
	if len(patterns) == 0 {
		return review.Series{}, errors.New("no built-in series to model a new one on")
	}
	series, err := w.Desk().AddSeries(ctx, w.actor, setup.FitSeries(patterns[0], issue))
	if err != nil {
		return review.Series{}, err
	}
	return series, w.program.OpenLedgerFor(ctx, w.actor, series, issue)
}
