package review

import (
	"context"
	"errors"
	"strconv"
	"time"
)

// Unlock returns the person with this name as a verified actor, whose key is
// open until Rest. It returns ErrNotFound, ErrNoPIN or ErrWrongPIN; after some
// wrong PINs it refuses to look at another one for a while, which grows. Who has
// a PIN and no key yet gets one.
func (d *Desk) Unlock(ctx context.Context, name, pin string) (Actor, error) {
	a, err := d.As(ctx, name)
	if err != nil {
		return Actor{}, err
	}
	if a.person, a.pen, err = d.prove(ctx, a.person.ID, pin); err != nil {
		return Actor{}, err
	}
	a.verified = true
	return a, nil
}

// prove checks a PIN and opens the person's key by it. A try is counted before
// the PIN is looked at: whoever tries many at once, or ends the program
// meanwhile, gains nothing.
func (d *Desk) prove(ctx context.Context, id PersonID, pin string) (Person, Pen, error) {
	var p Person
	var k Key
	err := d.store.Atomically(ctx, func(tx Tx) (err error) {
		if p, err = tx.People().Get(id); err != nil {
			return err
		}
		if k, _, err = openKey(tx, id); err != nil {
			return err
		}
		if p.PIN == "" {
			return ErrNoPIN
		}
		return d.countTry(tx, id)
	})
	if err != nil {
		return Person{}, nil, err
	}
	pen, err := d.tryPIN(p, k, pin)
	if errors.Is(err, ErrWrongPIN) {
		return Person{}, nil, errors.Join(err, d.store.Atomically(ctx, func(tx Tx) error { return d.recordWrong(tx, p) }))
	}
	if err != nil {
		return Person{}, nil, err
	}
	err = d.store.Atomically(ctx, func(tx Tx) error { return d.recordRight(tx, p, pin) })
	switch {
	case err != nil && pen != nil: // nobody gets it, so nobody else would close it
		pen.Wipe()
		return p, nil, err
	case err == nil && pen == nil:
		pen, err = d.newPen(ctx, p, pin)
	}
	return p, pen, err
}

func (d *Desk) countTry(tx Tx, id PersonID) error {
	tries, err := tx.Tries().Get(id)
	if err != nil {
		return err
	}
	if wait := tries.wait(d.now()); wait > 0 {
		return refuse(ActPIN, CodeTries, "seconds", strconv.Itoa(int((wait+time.Second-1)/time.Second)),
			"failed", strconv.Itoa(tries.Failed))
	}
	return tx.Tries().Put(Tries{Person: id, Failed: tries.Failed + 1, Last: d.now()})
}

// tryPIN opens the key; a PIN that opens it is the right one. Where there is no
// key, or one that does not open, the PIN's own hash decides, and there is no pen.
func (d *Desk) tryPIN(p Person, k Key, pin string) (Pen, error) {
	if d.sealer != nil && k.Open() && k.ID != "" {
		if pen, err := d.sealer.Open(k.Sealed, pin); err == nil {
			return pen, nil
		}
	}
	return nil, p.PIN.check(pin)
}

// recordWrong leaves a trace of a wrong PIN, but nothing of what was given.
func (d *Desk) recordWrong(tx Tx, p Person) error {
	tries, err := tx.Tries().Get(p.ID)
	if err != nil {
		return err
	}
	return record(tx, Event{At: d.now(), Actor: p.ID, Action: ActPIN,
		Detail: map[string]string{"what": "wrong", "name": p.Name, "failed": strconv.Itoa(tries.Failed)}})
}

// recordRight forgets failed tries, and makes a key for who has none.
func (d *Desk) recordRight(tx Tx, p Person, pin string) error {
	if err := tx.Tries().Put(Tries{Person: p.ID}); err != nil || p.Left {
		return err
	}
	_, ok, err := openKey(tx, p.ID)
	if err != nil || ok {
		return err
	}
	return d.makeKey(tx, p.ID, pin)
}

// newPen opens a key that was made just now; nil where there is none.
func (d *Desk) newPen(ctx context.Context, p Person, pin string) (pen Pen, err error) {
	if d.sealer == nil {
		return nil, nil
	}
	err = d.store.View(ctx, func(tx Tx) error {
		k, ok, err := openKey(tx, p.ID)
		if err != nil || !ok {
			return err
		}
		if pen, err = d.sealer.Open(k.Sealed, pin); err != nil {
			pen = nil // a key that is damaged: signing is refused, all else goes on
		}
		return nil
	})
	return pen, err
}
