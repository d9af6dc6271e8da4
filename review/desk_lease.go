package review

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"jianbao/editor/doc"
)

// Take gives a session the lease of an article. One that is free, that a dead
// session holds or that the same person holds elsewhere is given; one that
// somebody else holds is refused with CodeHeld. Whoever may not edit the draft
// now gets none. It returns ErrNotFound for an unknown draft.
func (d *Desk) Take(ctx context.Context, who Actor, session SessionID, draft DraftID, article doc.ArticleID) (Lease, error) {
	return d.claim(ctx, who, session, draft, article, func(c *claim) (Lease, error) {
		if c.blocked() {
			return Lease{}, c.refusal()
		}
		return c.take()
	})
}

// Want asks the holder of an article's lease to yield it, and returns the lease
// as it then is. Asking twice is asking once; while another's asking is not two
// minutes old it stands. A lease that could be taken is taken.
func (d *Desk) Want(ctx context.Context, who Actor, session SessionID, draft DraftID, article doc.ArticleID) (Lease, error) {
	return d.claim(ctx, who, session, draft, article, func(c *claim) (Lease, error) {
		if !c.blocked() {
			return c.take()
		}
		l := c.lease
		if l.Wanted == who.person.ID || l.Wanted != "" && c.now.Sub(l.WantedAt).Abs() < wish {
			return l, nil
		}
		l.Wanted, l.WantedAt = who.person.ID, c.now
		return l, c.tx.Leases().Put(l)
	})
}

// Yield (让出) gives a lease up. It does nothing where the session does not hold
// it: somebody may have taken it over.
func (d *Desk) Yield(ctx context.Context, session SessionID, draft DraftID, article doc.ArticleID) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		return freeLeases(tx, draft, func(l Lease) bool { return l.Article == article && l.Session == session })
	})
}

// Relieve (接手) takes a lease over from a holder who is silent, or who was asked
// by this person at least Patience ago. What the holder has not saved becomes a
// revision aside of his, in place of his unsaved copy; the event names both. It
// refuses with CodeHeld where nobody asked, and with CodePatience where he was
// asked just now. A lease that is free is taken.
func (d *Desk) Relieve(ctx context.Context, who Actor, session SessionID, draft DraftID, article doc.ArticleID) (Lease, error) {
	var lease Lease
	_, err := d.on(ctx, ActEdit, who, draft, Ask{}, func(w *work) error {
		c, err := d.claimIn(w.tx, who, session, draft, article)
		if err == nil {
			err = c.mayRelieve()
		}
		if err == nil && c.lease.Person != "" && c.lease.Person != who.person.ID {
			err = w.relieve(c.lease)
		}
		if err == nil {
			lease, err = c.take()
		}
		return err
	})
	return lease, err
}

// relieve keeps what the holder of a lease has not saved, and records it.
func (w *work) relieve(l Lease) error {
	detail := map[string]string{"article": string(l.Article), "from": string(l.Person), "name": w.file.Name(l.Person)}
	theirs, err := w.tx.Workings().Get(l.Draft, l.Person)
	switch {
	case err == nil:
		w.hand = l.Person
		defer func() { w.hand = "" }()
		base := min(max(theirs.Base, 1), len(w.file.Revisions))
		saved, err := w.commit(base, theirs.Text, CauseAside, "")
		if err != nil {
			return err
		}
		if saved.Aside {
			detail["revision"] = strconv.Itoa(saved.Revision.Seq)
		}
	case !errors.Is(err, ErrNotFound):
		return err
	}
	return w.record(ActRelieve, detail)
}

// claim is somebody's wish to write in an article, inside a transaction.
type claim struct {
	tx      Tx
	who     Actor
	session SessionID
	lease   Lease // as it is; the zero one, but for draft and article, if nobody has it
	held    bool  // its session is alive
	now     time.Time
}

// claim runs f for somebody who may edit the draft.
func (d *Desk) claim(ctx context.Context, who Actor, session SessionID, draft DraftID, article doc.ArticleID, f func(*claim) (Lease, error)) (Lease, error) {
	var lease Lease
	err := d.store.Atomically(ctx, func(tx Tx) error {
		if err := mayEdit(tx, who, draft); err != nil {
			return err
		}
		c, err := d.claimIn(tx, who, session, draft, article)
		if err == nil {
			lease, err = f(c)
		}
		return err
	})
	return lease, err
}

// mayEdit asks the workflow without reading any text.
func mayEdit(tx Tx, who Actor, id DraftID) error {
	draft, err := tx.Drafts().Get(id)
	if err != nil {
		return err
	}
	series, err := tx.Series().Get(draft.Series)
	if err != nil {
		return err
	}
	f := &File{Draft: draft, Series: series, People: map[PersonID]Person{}}
	if err := f.loadPeople(tx); err != nil {
		return err
	}
	return f.may(ActEdit, who)
}

func (d *Desk) claimIn(tx Tx, who Actor, session SessionID, draft DraftID, article doc.ArticleID) (*claim, error) {
	leases, err1 := tx.Leases().List(draft)
	sessions, err2 := tx.Sessions().List()
	now, err3 := d.clock(tx)
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	c := &claim{tx: tx, who: who, session: session, lease: Lease{Draft: draft, Article: article}, now: now}
	if i := slices.IndexFunc(leases, func(l Lease) bool { return l.Article == article }); i >= 0 {
		c.lease, c.held = leases[i], holds(sessions, leases[i], now)
	}
	return c, c.wake(sessions)
}

// wake makes sure that the session is alive: whoever claims something is. It
// returns ErrNotFound for a session of somebody else.
func (c *claim) wake(sessions []Session) error {
	s := Session{ID: c.session, Person: c.who.person.ID, Started: c.now}
	if i := slices.IndexFunc(sessions, func(s Session) bool { return s.ID == c.session }); i >= 0 {
		s = sessions[i]
	}
	if s.ID == "" || s.Person != c.who.person.ID {
		return ErrNotFound
	}
	if s.Live(c.now) {
		return nil
	}
	s.Beat = c.now
	return c.tx.Sessions().Put(s)
}

// blocked reports whether another person holds the lease.
func (c *claim) blocked() bool { return c.held && c.lease.Person != c.who.person.ID }

// take makes the lease this session's. What others asked of the same person
// still stands.
func (c *claim) take() (Lease, error) {
	l := c.lease
	if c.held && l.Session == c.session {
		return l, nil
	}
	if l.Person != c.who.person.ID {
		l.Wanted, l.WantedAt = "", time.Time{}
	}
	l.Person, l.Session, l.Since = c.who.person.ID, c.session, c.now
	return l, c.tx.Leases().Put(l)
}

// mayRelieve refuses while the holder need not have answered yet.
func (c *claim) mayRelieve() error {
	if !c.blocked() {
		return nil
	}
	r := c.refusal()
	if c.lease.Wanted != c.who.person.ID {
		return r
	}
	left := Patience - c.now.Sub(c.lease.WantedAt).Abs()
	if left <= 0 {
		return nil
	}
	r.Code, r.Args["seconds"] = CodePatience, strconv.Itoa(int((left+time.Second-1)/time.Second))
	return r
}

// refusal names who holds the lease.
func (c *claim) refusal() *Refusal {
	name := string(c.lease.Person)
	if p, err := c.tx.People().Get(c.lease.Person); err == nil {
		name = p.Name
	}
	return refuseHeld(c.lease, name)
}

// refuseHeld says who holds a lease, and since what time of day here.
func refuseHeld(l Lease, name string) *Refusal {
	return refuse(ActEdit, CodeHeld, "name", name, "at", l.Since.Local().Format("15:04"))
}
