package review

import (
	"context"
	"maps"
	"slices"
)

// WithSealer makes the desk sign sign-offs with the keys that s makes, and say
// in them which version of the program signed. Without it sign-offs are
// recorded, but not signed.
func WithSealer(s Sealer, version string) Option {
	return func(d *Desk) { d.sealer, d.version = s, version }
}

// Keys returns the keys that a person signed with, oldest first.
func (d *Desk) Keys(ctx context.Context, id PersonID) ([]Key, error) {
	var keys []Key
	err := d.store.View(ctx, func(tx Tx) (err error) {
		keys, err = tx.Keys().List(id)
		return err
	})
	return keys, err
}

// makeKey gives a person a key of his own, and records its fingerprints.
func (d *Desk) makeKey(tx Tx, id PersonID, pin string) error {
	if d.sealer == nil {
		return nil
	}
	last, err := tx.Events().Last()
	if err != nil {
		return err
	}
	k := Key{ID: KeyID(newID()), Person: id, From: d.now(), FromSeq: last.Seq + 1}
	if k.Sealed, k.Public, err = d.sealer.Make(pin, d.cost); err != nil {
		return err
	}
	if err := tx.Keys().Add(k); err != nil {
		return err
	}
	return d.recordKey(tx, k, "made", id)
}

// endKey ends the key in use, if there is one: its private halves are destroyed,
// and nothing signed with it from now on is accepted.
func (d *Desk) endKey(tx Tx, id, by PersonID, why KeyEnd) error {
	k, ok, err := openKey(tx, id)
	if err != nil || !ok {
		return err
	}
	last, err := tx.Events().Last()
	if err != nil {
		return err
	}
	k.Sealed, k.To, k.ToSeq, k.Ended = nil, d.now(), last.Seq+1, why
	if err := tx.Keys().Update(k); err != nil {
		return err
	}
	return d.recordKey(tx, k, string(why), by)
}

func (d *Desk) recordKey(tx Tx, k Key, what string, by PersonID) error {
	p, err := tx.People().Get(k.Person)
	if err != nil {
		return err
	}
	detail := map[string]string{"what": what, "key": string(k.ID), "person": string(k.Person), "name": p.Name}
	maps.Copy(detail, k.marks())
	return record(tx, Event{At: d.now(), Actor: by, Action: ActKey, Detail: detail})
}

// reseal puts the person's key under another PIN; who has none gets one.
func (d *Desk) reseal(tx Tx, id PersonID, old, pin string) error {
	k, ok, err := openKey(tx, id)
	if err != nil || d.sealer == nil {
		return err
	}
	if !ok {
		return d.makeKey(tx, id, pin)
	}
	pen, err := d.sealer.Open(k.Sealed, old)
	if err != nil {
		return refuse(ActKey, CodeKey)
	}
	defer pen.Wipe()
	if k.Sealed, err = pen.Seal(pin, d.cost); err != nil {
		return err
	}
	return tx.Keys().Update(k)
}

// LosePIN gives somebody who forgot his PIN a new one and a new key; what he
// signed before stays valid. Another person who gave his own PIN does it, and
// that is recorded. It returns ErrWeakPIN for a short PIN, and refuses somebody
// who did not give his PIN, who does it for himself, or who works here no more.
func (d *Desk) LosePIN(ctx context.Context, who Actor, id PersonID, pin string) error {
	hash, err := hashPIN(pin, d.cost)
	if err != nil {
		return err
	}
	return d.store.Atomically(ctx, func(tx Tx) error {
		p, err := tx.People().Get(id)
		if err != nil {
			return err
		}
		witness, err := tx.People().Get(who.person.ID)
		if err != nil || !who.verified || witness.ID == p.ID || witness.Left {
			return refuse(ActKey, CodeWitness, "name", p.Name)
		}
		if p.Left {
			return refuse(ActKey, CodeInactive, "name", p.Name)
		}
		p.PIN = hash
		if err := d.endKey(tx, id, witness.ID, KeyLost); err != nil {
			return err
		}
		if err := d.putPerson(tx, p, "pinlost"); err != nil {
			return err
		}
		return d.restart(tx, id, pin)
	})
}

// restart begins with a new PIN: no failed tries, and a key.
func (d *Desk) restart(tx Tx, id PersonID, pin string) error {
	if err := tx.Tries().Put(Tries{Person: id}); err != nil {
		return err
	}
	return d.makeKey(tx, id, pin)
}

// Signed is a sign-off with the proof of it, for whoever checks it by himself.
type Signed struct {
	SignOff
	Signature *Signature // nil for one made before sign-offs were signed
	Statement Statement  // what was signed; zero without a Signature
}

// Signatures returns a draft's sign-offs, oldest first, with their signatures.
func (d *Desk) Signatures(ctx context.Context, id DraftID) ([]Signed, error) {
	var all []Signed
	err := d.store.View(ctx, func(tx Tx) error {
		signs, err := tx.SignOffs().List(id)
		if err != nil {
			return err
		}
		proofs, err := tx.Signatures().List(id)
		if err != nil {
			return err
		}
		all = make([]Signed, len(signs))
		for i, s := range signs {
			if all[i], err = s.proved(proofs); err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

func (s SignOff) proved(proofs []Signature) (signed Signed, err error) {
	signed.SignOff = s
	i := slices.IndexFunc(proofs, func(p Signature) bool { return p.SignOff == s.ID })
	if i >= 0 {
		signed.Signature = &proofs[i]
		signed.Statement, err = ParseStatement(proofs[i].Message)
	}
	return signed, err
}

// ChainHead (链首) returns the newest event: its hash covers every event before
// it and, printed off the machine, shows later whether any of them was removed.
func (d *Desk) ChainHead(ctx context.Context) (Event, error) {
	var last Event
	err := d.store.View(ctx, func(tx Tx) (err error) {
		last, err = tx.Events().Last()
		return err
	})
	return last, err
}
