package review

import (
	"context"
	"strconv"

	"jianbao/editor/doc"
)

// AllSeries returns every series by name.
func (d *Desk) AllSeries(ctx context.Context) ([]Series, error) {
	var all []Series
	err := d.store.View(ctx, func(tx Tx) (err error) {
		all, err = tx.Series().List()
		return err
	})
	return all, err
}

// PutSeries adds a series, or changes one with the same id. A series without an
// id gets one. It returns template.ErrInvalid for an unusable template.
func (d *Desk) PutSeries(ctx context.Context, who Actor, s Series) (Series, error) {
	if err := s.Template.Validate(); err != nil {
		return Series{}, err
	}
	if s.ID == "" {
		s.ID = SeriesID(newID())
	}
	err := d.store.Atomically(ctx, func(tx Tx) error {
		if err := tx.Series().Put(s); err != nil {
			return err
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActSeries,
			Detail: map[string]string{"series": string(s.ID), "name": s.Name}})
	})
	return s, err
}

// Ledger returns the rows of a series' ledger in the order they were written.
func (d *Desk) Ledger(ctx context.Context, id SeriesID) (Ledger, error) {
	var l Ledger
	err := d.store.View(ctx, func(tx Tx) (err error) {
		l, err = tx.Ledger().List(id)
		return err
	})
	return l, err
}

// OpenLedger states the last number used before this program kept the ledger.
// It is refused once any number was drawn: an opening cannot be changed then.
func (d *Desk) OpenLedger(ctx context.Context, who Actor, id SeriesID, last doc.Number) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		l, err := tx.Ledger().List(id)
		if err != nil {
			return err
		}
		for _, e := range l {
			if e.Kind != EntryOpening {
				return refuse(ActLedger, CodeNumbered)
			}
		}
		if err := tx.Ledger().Add(Entry{Series: id, Number: last, Kind: EntryOpening, By: who.person.ID, At: d.now()}); err != nil {
			return err
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActLedger, Detail: map[string]string{
			"series": string(id), "year": strconv.Itoa(last.Year), "issue": strconv.Itoa(last.Issue), "total": strconv.Itoa(last.Total)}})
	})
}

// Expected returns the number an issue of this series would draw now.
func (d *Desk) Expected(ctx context.Context, s Series, year int, label string) (doc.Number, error) {
	l, err := d.Ledger(ctx, s.ID)
	if err != nil {
		return doc.Number{}, err
	}
	return l.Next(year, label, s.SupplementsCount)
}
