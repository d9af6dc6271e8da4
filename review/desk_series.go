package review

import (
	"context"
	"errors"
	"strconv"
	"strings"

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

// AddSeries adds a series; one without an id gets one. It returns ErrExists if
// there is one with this id, and template.ErrInvalid for an unusable template.
func (d *Desk) AddSeries(ctx context.Context, who Actor, s Series) (Series, error) {
	return d.putSeries(ctx, who, s, func(tx Tx, id SeriesID) error {
		_, err := tx.Series().Get(id)
		switch {
		case err == nil:
			return ErrExists
		case errors.Is(err, ErrNotFound):
			return nil
		}
		return err
	})
}

// PutSeries adds a series, or changes one with the same id. A series without an
// id gets one. It returns template.ErrInvalid for an unusable template, and
// refuses a chain too short for a draft that is being signed.
func (d *Desk) PutSeries(ctx context.Context, who Actor, s Series) (Series, error) {
	return d.putSeries(ctx, who, s, func(tx Tx, id SeriesID) error { return strandsNone(tx, id, len(s.Template.Chain)) })
}

// strandsNone refuses a chain of this length if a draft waits for a hand beyond
// it: nobody could sign it any more, nor send it back.
func strandsNone(tx Tx, id SeriesID, hands int) error {
	drafts, err := tx.Drafts().List(DraftFilter{Series: id, States: []State{Reviewing, Held}})
	if err != nil {
		return err
	}
	count := 0
	for _, d := range drafts {
		if (d.State == Reviewing || d.HeldFrom == Reviewing) && d.Step >= hands {
			count++
		}
	}
	if count > 0 {
		return refuse(ActSeries, CodeStranded, "count", strconv.Itoa(count))
	}
	return nil
}

func (d *Desk) putSeries(ctx context.Context, who Actor, s Series, may func(Tx, SeriesID) error) (Series, error) {
	if err := s.Template.Validate(); err != nil {
		return Series{}, err
	}
	if !s.Suite.known() {
		return Series{}, refuse(ActSeries, CodeSuite, "value", string(s.Suite))
	}
	if s.ID == "" {
		s.ID = SeriesID(newID())
	}
	err := d.store.Atomically(ctx, func(tx Tx) error {
		if err := may(tx, s.ID); err != nil {
			return err
		}
		if err := tx.Series().Put(s); err != nil {
			return err
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActSeries,
			Detail: map[string]string{"series": string(s.ID), "name": s.Name, "chain": strings.Join(s.Template.Chain, " "),
				"samehand": s.SameHandReason, "override": strconv.FormatBool(s.AllowOverride),
				"share": strconv.Itoa(s.substantiveShare()), "suite": string(s.suite())}})
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
// A later statement corrects an earlier one. It is refused for a number that
// cannot be, and once any number was entered; ErrNotFound for an unknown series.
func (d *Desk) OpenLedger(ctx context.Context, who Actor, id SeriesID, last doc.Number) error {
	return d.OpenLabel(ctx, who, id, "", last)
}

// OpenLabel is OpenLedger for the issues of a label (增刊), which count apart.
// They state no 总期号: the highest one is stated with the ordinary sequence,
// whichever issue had it. Numbers of other labels do not stand in the way.
func (d *Desk) OpenLabel(ctx context.Context, who Actor, id SeriesID, label string, last doc.Number) error {
	if last.Year < 1 || last.Issue < 0 || last.Total < 0 || label != "" && last.Total > 0 {
		return refuse(ActLedger, CodeUnknown, "value", strconv.Itoa(last.Year)+label+" "+NumberText(last))
	}
	return d.store.Atomically(ctx, func(tx Tx) error {
		if _, err := tx.Series().Get(id); err != nil {
			return err
		}
		l, err := tx.Ledger().List(id)
		if err != nil {
			return err
		}
		for _, e := range l {
			if e.Kind != EntryOpening && (label == "" || e.Label == label) {
				return refuse(ActLedger, CodeNumbered)
			}
		}
		if err := tx.Ledger().Add(Entry{Series: id, Label: label, Number: last, Kind: EntryOpening, By: who.person.ID, At: d.now()}); err != nil {
			return err
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActLedger, Detail: map[string]string{
			"series": string(id), "label": label, "year": strconv.Itoa(last.Year), "issue": strconv.Itoa(last.Issue), "total": strconv.Itoa(last.Total)}})
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
