package review

import (
	"context"
	"errors"
	"strconv"

	"jianbao/editor/doc"
)

// SetAside ends a person's unsaved copy without losing it: text, which was made
// from revision base, becomes a revision aside, and the newest stays the newest.
// Where it says nothing else than what is already there, nothing is written.
func (d *Desk) SetAside(ctx context.Context, who Actor, id DraftID, base int, text doc.Bulletin) (Saved, error) {
	return d.save(ctx, who, id, base, text, CauseAside, "")
}

// LayAside makes a revision aside of a text that comes from elsewhere, as from
// the machine of somebody who was cut off, and leaves his unsaved copy alone.
// Where it says nothing else than what is already there, nothing is written.
func (d *Desk) LayAside(ctx context.Context, who Actor, id DraftID, base int, text doc.Bulletin) (Saved, error) {
	var saved Saved
	after, err := d.on(ctx, ActEdit, who, id, Ask{}, func(w *work) error {
		mine, err := w.tx.Workings().Get(id, w.author())
		had := err == nil
		if err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		if saved, err = w.commit(base, text, CauseAside, ""); err == nil && had {
			err = w.tx.Workings().Put(mine)
		}
		return err
	})
	saved.File = after
	return saved, err
}

// Restore makes the text of an earlier revision the newest one. What the person
// has not saved becomes a revision aside first. It refuses with CodeHeld where
// that changes an article in which another person writes.
func (d *Desk) Restore(ctx context.Context, who Actor, id DraftID, seq int) (Saved, error) {
	rev, err := d.Revision(ctx, id, seq)
	if err != nil {
		return Saved{}, err
	}
	var saved Saved
	after, err := d.on(ctx, ActEdit, who, id, Ask{}, func(w *work) (err error) {
		if err = w.mayReplace(rev.Text); err == nil {
			err = w.setAside()
		}
		if err == nil {
			saved, err = w.commit(w.file.Draft.Head, rev.Text, CauseRestore, strconv.Itoa(seq))
		}
		return err
	})
	saved.File = after
	return saved, err
}

// setAside makes the acting person's unsaved copy, if he has one, a revision
// aside.
func (w *work) setAside() error {
	mine, err := w.tx.Workings().Get(w.file.Draft.ID, w.who.person.ID)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err == nil {
		_, err = w.commit(mine.Base, mine.Text, CauseAside, "")
	}
	return err
}
