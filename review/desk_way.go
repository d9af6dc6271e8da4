package review

import (
	"context"
	"strings"

	"jianbao/editor/doc"
)

// Hold (缓发) puts a draft on hold.
func (d *Desk) Hold(ctx context.Context, who Actor, id DraftID, reason string) (*File, error) {
	return d.move(ctx, ActHold, who, id, reason, func(w *work) error {
		w.file.Draft.HeldFrom = w.file.Draft.State
		return nil
	})
}

// Resume lets a draft on hold go on where it was.
func (d *Desk) Resume(ctx context.Context, who Actor, id DraftID) (*File, error) {
	return d.move(ctx, ActResume, who, id, "", func(w *work) error {
		w.file.Draft.State, w.file.Draft.HeldFrom = w.file.Draft.HeldFrom, ""
		return nil
	})
}

// Withdraw (撤稿) ends a draft that has no number yet.
func (d *Desk) Withdraw(ctx context.Context, who Actor, id DraftID, reason string) (*File, error) {
	return d.move(ctx, ActWithdraw, who, id, reason, nil)
}

// Issue (印发) marks a final text as sent out.
func (d *Desk) Issue(ctx context.Context, who Actor, id DraftID) (*File, error) {
	return d.IssueDespite(ctx, who, id, "")
}

// IssueDespite is Issue where something about the pages is not as it should be,
// such as a character that no font shows, or a file that failed its read-back
// check; the reason is kept with the event.
func (d *Desk) IssueDespite(ctx context.Context, who Actor, id DraftID, reason string) (*File, error) {
	return d.move(ctx, ActIssue, who, id, reason, nil)
}

// Archive (归档) closes an issued draft.
func (d *Desk) Archive(ctx context.Context, who Actor, id DraftID) (*File, error) {
	return d.move(ctx, ActArchive, who, id, "", nil)
}

// Void (作废) withdraws a numbered issue. Its number stays used, with the reason
// in the ledger. A reissue shares its number with the issue it corrects, so
// that voiding it leaves the ledger alone.
func (d *Desk) Void(ctx context.Context, who Actor, id DraftID, reason string) (*File, error) {
	return d.move(ctx, ActVoid, who, id, reason, func(w *work) error {
		if w.file.Draft.Reissues != "" {
			return nil
		}
		return w.tx.Ledger().Void(w.file.Draft.Series, id, reason)
	})
}

func (d *Desk) move(ctx context.Context, a Action, who Actor, id DraftID, reason string, also func(*work) error) (*File, error) {
	reason = strings.TrimSpace(reason)
	return d.on(ctx, a, who, id, Ask{Reason: reason}, func(w *work) error {
		t, _ := transitionOf(a, w.file.Draft.State)
		if also != nil {
			if err := also(w); err != nil {
				return err
			}
		}
		if t.to != "" {
			w.file.Draft.State = t.to
		}
		return w.record(a, map[string]string{"reason": reason, "state": string(w.file.Draft.State)})
	})
}

// Reissue (更正重印) begins a draft that corrects an issued one: the same text to
// start from, the same number at the end. The issued one stays as it is.
func (d *Desk) Reissue(ctx context.Context, who Actor, id DraftID, reason string) (*File, error) {
	var fresh *File
	_, err := d.on(ctx, ActReissue, who, id, Ask{Reason: strings.TrimSpace(reason)}, func(w *work) (err error) {
		old := w.file.Draft
		text := w.file.Head.Text.Clone()
		text.Masthead.Number = doc.Number{}
		fresh, err = d.createIn(w.tx, who, Draft{Series: old.Series, Reissues: old.ID}, text, CauseReissue, reason)
		if err != nil {
			return err
		}
		return w.record(ActReissue, map[string]string{"reason": reason, "draft": string(fresh.Draft.ID)})
	})
	return fresh, err
}

// RecordExport notes that a file was made from a revision.
func (d *Desk) RecordExport(ctx context.Context, who Actor, rev RevisionInfo, format, name, sha256 string) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Draft: rev.Draft, Action: ActExport,
			Detail: map[string]string{"format": format, "name": name, "sha256": sha256, "text": string(rev.TextHash)}})
	})
}
