package review

import (
	"context"
	"errors"
	"slices"
	"time"
)

// SitDown begins a session of a person at a machine. It also clears away what
// dead sessions left behind.
func (d *Desk) SitDown(ctx context.Context, who Actor, machine string) (Session, error) {
	s := Session{ID: SessionID(newID()), Person: who.person.ID, Machine: machine}
	err := d.store.Atomically(ctx, func(tx Tx) error {
		now, err := d.clock(tx)
		if err != nil {
			return err
		}
		s.Started, s.Beat = now, now
		return errors.Join(clearDead(tx, now), tx.Sessions().Put(s))
	})
	return s, err
}

// clearDead deletes the leases of dead sessions, and the sessions that have been
// silent for long.
func clearDead(tx Tx, now time.Time) error {
	sessions, err := tx.Sessions().List()
	if err != nil {
		return err
	}
	err = freeLeases(tx, "", func(l Lease) bool { return !holds(sessions, l, now) })
	for _, s := range sessions {
		if err == nil && now.Sub(s.Beat).Abs() >= forgotten {
			err = tx.Sessions().Delete(s.ID)
		}
	}
	return err
}

// freeLeases deletes those leases of a draft, or with "" of all, that which
// picks.
func freeLeases(tx Tx, id DraftID, which func(Lease) bool) error {
	leases, err := tx.Leases().List(id)
	for _, l := range leases {
		if err == nil && which(l) {
			err = tx.Leases().Delete(l.Draft, l.Article)
		}
	}
	return err
}

// holds reports whether a lease belongs to a live session of its person.
func holds(sessions []Session, l Lease, now time.Time) bool {
	return slices.ContainsFunc(sessions, func(s Session) bool {
		return s.ID == l.Session && s.Person == l.Person && s.Live(now)
	})
}

// Beat (心跳) says that a session is alive and what it has open now. A session
// that others had given up lives again. It returns ErrNotFound for one that
// SitDown did not begin.
func (d *Desk) Beat(ctx context.Context, s Session) error {
	if s.ID == "" {
		return ErrNotFound
	}
	return d.store.Jot(ctx, func(tx Tx) (err error) {
		if s.Beat, err = d.clock(tx); err != nil {
			return err
		}
		return tx.Sessions().Put(s)
	})
}

// StandUp ends a session and frees its leases. It does nothing for a session
// that is not there.
func (d *Desk) StandUp(ctx context.Context, id SessionID) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		err := freeLeases(tx, "", func(l Lease) bool { return l.Session == id })
		return errors.Join(err, tx.Sessions().Delete(id))
	})
}

// Pulse is what a desk asks again and again: whether something was done, and who
// is at work.
type Pulse struct {
	Seq      int64     // of the newest event, 0 before the first
	Sessions []Session // the live ones
	Leases   []Lease   // of live sessions
	Now      time.Time // by the store's clock
}

// Pulse reads the newest event, who is at work and who writes where. It reads
// nothing big, so that fifty desks may ask it every second.
func (d *Desk) Pulse(ctx context.Context) (Pulse, error) {
	var p Pulse
	err := d.store.View(ctx, func(tx Tx) error {
		var last Event
		var sessions []Session
		var leases []Lease
		err1 := tx.Together(func(tx Tx) error {
			var err1, err2, err3 error
			last, err1 = tx.Events().Last()
			sessions, err2 = tx.Sessions().List()
			leases, err3 = tx.Leases().List("")
			return errors.Join(err1, err2, err3)
		})
		now, err2 := d.clock(tx)
		p = Pulse{Seq: last.Seq, Now: now}
		p.Sessions = slices.DeleteFunc(slices.Clone(sessions), func(s Session) bool { return !s.Live(now) })
		p.Leases = slices.DeleteFunc(leases, func(l Lease) bool { return !holds(sessions, l, now) })
		return errors.Join(err1, err2)
	})
	return p, err
}
