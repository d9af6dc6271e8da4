package app

import (
	"context"
	"errors"

	"jianbao/app/screen"
	"jianbao/app/screen/compose"
	"jianbao/review"
	"jianbao/storage/journal"
)

// This file brings the writer back to where he was if the program ended without
// being closed. The text is the store's, kept while it is written; only on which
// draft it was is remembered here.

// Journal is where unsaved copies are kept while the store is a server.
func (w *window) Journal() *journal.Journal { return w.program.Journal }

// bringIn takes what this machine has kept for who sits here to the store, and
// then goes on. What cannot be brought in stays, and why is said.
func (w *window) bringIn(then func()) {
	if w.program.Journal == nil {
		then()
		return
	}
	var brought compose.BroughtIn
	var failure error
	w.Do(func() error {
		brought, failure = compose.BringIn(context.Background(), w.program.Journal, w.Desk(), w.actor, "")
		return nil
	}, func() {
		then()
		if failure != nil {
			w.Fail(failure)
		}
		if n := len(brought.Aside); n > 0 {
			w.Tell(w.words.T("compose.broughtin.title"), w.words.T("compose.broughtin.aside", "count", n))
		}
	})
}

// noteWriting remembers on which draft a screen writes; none for another screen.
func (w *window) noteWriting(s screen.Screen) {
	writing := ""
	if page, ok := s.(*compose.Screen); ok {
		writing = string(page.Draft())
	}
	if w.taste.Writing != writing {
		w.taste.Writing = writing
		w.remember()
	}
}

// recoverWriting opens the draft that was written on when the program ended
// without being closed. A draft that is not in this store is none of ours.
func (w *window) recoverWriting(id review.DraftID) {
	if id == "" || w.actor.Person().ID == "" {
		return
	}
	known := false
	w.Do(func() error {
		_, err := w.Desk().Open(context.Background(), w.actor, id)
		known = err == nil
		if errors.Is(err, review.ErrNotFound) {
			return nil
		}
		return err
	}, func() {
		if known {
			w.show(compose.Recover(w, id))
		}
	})
}
