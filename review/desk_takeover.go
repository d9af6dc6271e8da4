package review

import (
	"cmp"
	"context"
	"errors"
	"strconv"
	"strings"
)

// PlanTakeover says what taking an old ledger in would do; it changes nothing.
func (d *Desk) PlanTakeover(ctx context.Context, id SeriesID, rows []OldRow) (Takeover, error) {
	var plan Takeover
	err := d.store.View(ctx, func(tx Tx) (err error) {
		_, plan, err = planTakeover(tx, id, rows)
		return err
	})
	return plan, err
}

// TakeOver enters an old ledger, all of it or nothing. It is refused while a row
// is wrong, or lies where this program draws numbers, and where numbers are
// missing or used twice without a reason; with one they are entered as gaps and
// doubles.
func (d *Desk) TakeOver(ctx context.Context, who Actor, id SeriesID, rows []OldRow, reason string) (Takeover, error) {
	reason = strings.TrimSpace(reason)
	var plan Takeover
	err := d.store.Atomically(ctx, func(tx Tx) (err error) {
		var have Ledger
		if have, plan, err = planTakeover(tx, id, rows); err != nil {
			return err
		}
		switch {
		case len(plan.Wrong) > 0:
			return &Refusal{Action: ActLedger, Code: CodeTakeover, Problems: plan.Wrong,
				Args: map[string]string{"count": strconv.Itoa(len(plan.Wrong))}}
		case len(plan.Found) > 0 && reason == "":
			return refuse(ActLedger, CodeExplain, "count", strconv.Itoa(len(plan.Found)))
		case len(plan.Rows) == 0:
			return nil
		}
		for _, e := range plan.explained(have, reason) {
			e.Series, e.By, e.At = id, who.person.ID, d.now()
			if err := tx.Ledger().Add(e); err != nil {
				return err
			}
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActLedger, Detail: map[string]string{
			"series": string(id), "takeover": strconv.Itoa(len(plan.Rows)), "faults": strconv.Itoa(len(plan.Found)), "reason": reason}})
	})
	return plan, err
}

func planTakeover(tx Tx, id SeriesID, rows []OldRow) (Ledger, Takeover, error) {
	s, err := tx.Series().Get(id)
	if err != nil {
		return nil, Takeover{}, err
	}
	have, err := tx.Ledger().List(id)
	return have, have.Takeover(s, rows), err
}

// TitledLedger returns the rows of a ledger that count in the order of their
// numbers, those without a title with that of their draft.
func (d *Desk) TitledLedger(ctx context.Context, id SeriesID) (Ledger, error) {
	l, err := d.Ledger(ctx, id)
	if err != nil {
		return nil, err
	}
	drafts, err := d.List(ctx, DraftFilter{Series: id})
	if err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	titles := make(map[DraftID]string, len(drafts))
	for _, one := range drafts {
		titles[one.ID] = one.Heading
	}
	rows := l.ByNumber()
	for i, e := range rows {
		rows[i].Title = cmp.Or(e.Title, titles[e.Draft])
	}
	return rows, nil
}
