package review

import (
	"cmp"
	"errors"
)

// row holds a numbered draft against its row in the ledger. A reissue stands in
// the row of the issue that it corrects.
func (v *verifier) row(tx Tx, draft Draft) error {
	rows, err := v.rowsOf(tx, draft.Series)
	if err != nil {
		return v.damaged(err, draft.ID, "ledger")
	}
	e, ok := rows[cmp.Or(draft.Reissues, draft.ID)]
	again := draft.Reissues != ""
	switch {
	case !ok && !again:
		v.found(FoundNoRow, draft.ID, "number", NumberText(draft.Number))
	case ok && (e.Number != draft.Number || !again && (e.Kind == EntryVoid) != (draft.State == Voided)):
		v.found(FoundRow, draft.ID, "number", NumberText(draft.Number), "row", NumberText(e.Number))
	}
	return nil
}

// rowsOf reads a ledger once, however many drafts stand in it.
func (v *verifier) rowsOf(tx Tx, id SeriesID) (map[DraftID]Entry, error) {
	if rows, ok := v.rows[id]; ok {
		return rows, nil
	}
	ledger, err := tx.Ledger().List(id)
	if err != nil {
		return nil, err
	}
	rows := make(map[DraftID]Entry, len(ledger))
	for _, e := range ledger {
		rows[e.Draft] = e
	}
	v.rows[id] = rows
	return rows, nil
}

// ledgers checks every ledger: that it counts without gap, and that every row
// has its draft or is one of an old ledger.
func (v *verifier) ledgers(tx Tx) error {
	all, err := tx.Series().List()
	if err != nil {
		return v.damaged(err, "", "series")
	}
	for _, s := range all {
		l, err := tx.Ledger().List(s.ID)
		if err != nil {
			if err := v.damaged(err, "", "ledger"); err != nil {
				return err
			}
			continue
		}
		v.Findings = append(v.Findings, l.Check(s)...)
		for _, e := range l {
			if err := v.drafted(tx, s, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// drafted checks that the draft of a row is there, in this series and numbered.
func (v *verifier) drafted(tx Tx, s Series, e Entry) error {
	if e.Draft == "" && (e.Old() || e.Kind == EntryOpening) {
		return nil
	}
	draft, err := tx.Drafts().Get(e.Draft)
	switch {
	case errors.Is(err, ErrNotFound), err == nil && (draft.Number.IsZero() || draft.Series != e.Series):
		v.found(FoundNoDraft, e.Draft, "series", s.Name, "number", NumberText(e.Number))
		return nil
	case errors.Is(err, ErrDamaged):
		return nil // reported with the drafts
	}
	return err
}
