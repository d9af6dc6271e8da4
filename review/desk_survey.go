package review

import (
	"context"
	"errors"
	"slices"
)

// Survey tells of a series, the first one where chosen is unknown, as a person
// sees it. It reads only what can have changed since the survey before, which
// may be nil: with one that is up to date it asks the store two things, and one
// for each text that changed and that the person has yet to look at. Drafts that
// cannot be read are told of as damaged.
func (d *Desk) Survey(ctx context.Context, who Actor, chosen SeriesID, before *Survey) (*Survey, error) {
	var s *Survey
	err := d.store.View(ctx, func(tx Tx) error {
		since, seq, err := eventsSince(tx, before)
		if err != nil {
			return err
		}
		before := before.next(who, chosen, since)
		s = &Survey{Seq: seq, who: who.person}
		if err := s.readOffice(tx, chosen, before, slices.ContainsFunc(since, touchesLedger)); err != nil || s.Current.ID == "" {
			return err
		}
		return s.readDrafts(tx, d.compare, who, before)
	})
	if err != nil {
		return nil, err
	}
	for _, g := range s.Drafts {
		if g.file != nil { // compared here: the store has no part in it
			g.tell(who)
		}
	}
	return s, nil
}

// eventsSince returns what was done since a survey, and the number of the newest
// event.
func eventsSince(tx Tx, before *Survey) ([]Event, int64, error) {
	if before == nil {
		last, err := tx.Events().Last()
		return nil, last.Seq, err
	}
	since, err := tx.Events().Since(before.Seq)
	if err != nil || len(since) == 0 {
		return nil, before.Seq, err
	}
	return since, since[len(since)-1].Seq, nil
}

// readOffice reads what stands around the drafts, or takes it over.
func (s *Survey) readOffice(tx Tx, chosen SeriesID, before *Survey, ledger bool) (err error) {
	if before != nil {
		s.Series, s.Current, s.People, s.Ledger = before.Series, before.Current, before.People, before.Ledger
	} else if err := s.readSeries(tx, chosen); err != nil {
		return err
	}
	if before == nil || ledger {
		s.Ledger, err = tx.Ledger().List(s.Current.ID)
	}
	return err
}

func (s *Survey) readSeries(tx Tx, chosen SeriesID) (err error) {
	if s.Series, err = tx.Series().List(); err != nil {
		return err
	}
	s.Current, s.People = choose(s.Series, chosen), map[PersonID]Person{}
	all, err := tx.People().List()
	for _, p := range all {
		s.People[p.ID] = p
	}
	return err
}

// readDrafts lists the drafts and glances at those that changed.
func (s *Survey) readDrafts(tx Tx, comparer Comparer, who Actor, before *Survey) error {
	drafts, err := tx.Drafts().List(DraftFilter{Series: s.Current.ID, States: underway})
	if s.Damaged = errors.Is(err, ErrDamaged); err != nil && !s.Damaged {
		return err
	}
	known := before.glances()
	for i, draft := range drafts {
		g := &Glance{Draft: draft, Role: draft.Waiting(s.Current), At: draft.Updated}
		g.Mine = g.Role != "" && who.person.Has(g.Role)
		if i < SurveyRoom {
			if g, err = s.glance(tx, comparer, who, g, known[draft.ID]); err != nil {
				return err
			}
		}
		s.Drafts = append(s.Drafts, g)
	}
	return nil
}

// glance returns what is known of a draft if that is still so, else reads it.
func (s *Survey) glance(tx Tx, comparer Comparer, who Actor, g, known *Glance) (*Glance, error) {
	if known != nil && known.Draft.Version == g.Draft.Version && known.Author != "" {
		fresh, err := known.unseen(tx, who)
		if err != nil || fresh {
			return known, err
		}
	}
	err := g.read(tx, comparer, who, s)
	if g.Damaged = errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotFound); g.Damaged {
		g.file, g.From, g.Head, g.Since, err = nil, nil, nil, 0, nil
	}
	return g, err
}

// unseen reports whether the person has not looked at the draft since the glance.
func (g *Glance) unseen(tx Tx, who Actor) (bool, error) {
	if !g.pending() {
		return true, nil
	}
	seen, err := tx.Looks().Get(g.Draft.ID, who.person.ID)
	return seen <= g.Since, err
}

// read reads the part of a draft's file that a glance tells of.
func (g *Glance) read(tx Tx, comparer Comparer, who Actor, s *Survey) (err error) {
	id := g.Draft.ID
	f := &File{Draft: g.Draft, Series: s.Current, People: s.People}
	if f.Head, err = tx.Revisions().Get(id, g.Draft.Head); err != nil {
		return err
	}
	g.file = f
	if g.unseenBySigners() {
		return nil
	}
	err = tx.Together(func(tx Tx) (err error) {
		if f.SignOffs, err = tx.SignOffs().List(id); err != nil {
			return err
		}
		f.Demands, err = tx.Demands().List(id)
		return err
	})
	if err != nil {
		return err
	}
	if !g.Mine || g.Draft.State != Reviewing {
		return nil
	}
	return g.readChanges(tx, comparer, who)
}

// readChanges reads what the person whose turn it is has yet to look at.
func (g *Glance) readChanges(tx Tx, comparer Comparer, who Actor) (err error) {
	f, id, me := g.file, g.Draft.ID, who.person.ID
	err = tx.Together(func(tx Tx) (err error) {
		if f.Revisions, err = tx.Revisions().List(id); err != nil {
			return err
		}
		if f.Decisions, err = tx.Decisions().List(id); err != nil {
			return err
		}
		f.Looked, err = tx.Looks().Get(id, me)
		return err
	})
	if err != nil {
		return err
	}
	if err := f.loadDeltas(tx, comparer); err != nil {
		return err
	}
	if g.Since = f.Since(me); g.Since >= f.Head.Seq {
		return nil
	}
	from, err := tx.Revisions().Get(id, g.Since)
	if errors.Is(err, ErrDamaged) {
		return nil // the newest text is sound: the card just does not say what changed
	}
	g.From, g.Head = &from, &f.Head
	return err
}

// Since returns what was done after the event numbered seq, in order.
func (d *Desk) Since(ctx context.Context, seq int64) ([]Event, error) {
	var events []Event
	err := d.store.View(ctx, func(tx Tx) (err error) {
		events, err = tx.Events().Since(seq)
		return err
	})
	return events, err
}
