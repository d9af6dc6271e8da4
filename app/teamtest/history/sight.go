package history

import (
	"context"
	"errors"
	"slices"

	"jianbao/review"
)

// sight is what a client saw in one View, to act by.
type sight struct {
	seq      int64
	desk     []review.Draft
	ledger   review.Ledger
	draft    review.Draft // the one looked at closely; none if its id is ""
	known    []review.RevisionInfo
	signOffs []review.SignOff
	comments []review.Comment
	demands  []review.Demand
	workings []review.Working
	looked   int
}

// atWork is the states in which a draft stands on the desk.
var atWork = slices.DeleteFunc(review.States(), ended)

// look reads the desk, the ledger and one draft in one View.
func look(ctx context.Context, store review.Store, series review.SeriesID, who review.PersonID, id review.DraftID) (sight, error) {
	var s sight
	err := store.View(ctx, func(tx review.Tx) error {
		s = sight{}
		last, err := tx.Events().Last()
		s.seq = last.Seq
		if err != nil {
			return err
		}
		if s.desk, err = tx.Drafts().List(review.DraftFilter{Series: series, States: atWork}); err != nil {
			return err
		}
		if s.ledger, err = tx.Ledger().List(series); err != nil || id == "" {
			return err
		}
		return s.closely(tx, who, id)
	})
	return s, err
}

// closely reads one draft. One that is not there yet, or no more, is left out.
func (s *sight) closely(tx review.Tx, who review.PersonID, id review.DraftID) (err error) {
	if s.draft, err = tx.Drafts().Get(id); errors.Is(err, review.ErrNotFound) {
		return nil
	}
	steps := []func() error{
		func() error { return err },
		func() (err error) { s.known, err = tx.Revisions().List(id); return },
		func() (err error) { _, err = tx.Revisions().Get(id, s.draft.Head); return },
		func() (err error) { s.signOffs, err = tx.SignOffs().List(id); return },
		func() (err error) { s.comments, err = tx.Comments().List(id); return },
		func() (err error) { s.demands, err = tx.Demands().List(id); return },
		func() (err error) { s.workings, err = tx.Workings().List(id); return },
		func() (err error) { s.looked, err = tx.Looks().Get(id, who); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// reading renders what was seen.
func (s sight) reading(who review.PersonID, people []review.PersonID) Reading {
	r := Reading{Person: who, Seq: s.seq, Copies: map[copyKey]unsaved{}, Looks: map[review.DraftID]int{}}
	r.Says = map[string]string{onDesk: sayDrafts(each(s.desk, draftOf)), ledgerOn: sayLedger(each(s.ledger, ledgerOf))}
	if s.draft.ID == "" {
		return r
	}
	id := string(s.draft.ID)
	r.Says[draftOn+id] = say([]draftRow{draftOf(s.draft)})
	r.Says[texts+id] = say(each(s.known, revisionOf))
	r.Says[signed+id] = say(each(s.signOffs, signOffOf))
	r.Says[remarks+id] = say(each(s.comments, commentOf))
	r.Says[demanded+id] = say(each(s.demands, demandOf))
	for _, p := range people {
		r.Copies[copyKey{s.draft.ID, p}] = unsaved{}
	}
	for _, w := range s.workings {
		r.Copies[copyKey{w.Draft, w.Person}] = unsavedOf(w)
	}
	r.Looks[s.draft.ID] = s.looked
	return r
}
