package faulttest

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// newSeries adds a series whose ledger is still empty.
func (d *desk) newSeries() (review.SeriesID, error) {
	s := d.series
	s.ID, s.Name = "", "增报"+d.word()
	s, err := d.AddSeries(d.ctx, d.who, s)
	return s.ID, err
}

// openLedger states the numbers from which the ledger of a new series goes on.
func (d *desk) openLedger() error {
	id, err := d.newSeries()
	if err != nil {
		return err
	}
	return d.OpenLedger(d.ctx, d.who, id, doc.Number{Year: 2026, Issue: 3, Total: 90})
}

func (d *desk) openLabel() error {
	id, err := d.newSeries()
	if err != nil {
		return err
	}
	return d.OpenLabel(d.ctx, d.who, id, "增刊", doc.Number{Year: 2026, Issue: 2})
}

// takeOver enters two rows of an old ledger into a new series.
func (d *desk) takeOver() error {
	id, err := d.newSeries()
	if err != nil {
		return err
	}
	var rows []review.OldRow
	for i := range 2 {
		past := review.Entry{Kind: review.EntryPast, Number: doc.Number{Year: 2025, Issue: 3 + i, Total: 2195 + i}}
		rows = append(rows, review.OldRow{Line: 2 + i, Entry: past})
	}
	return second(d.TakeOver(d.ctx, d.who, id, rows, "旧账如此"))
}
