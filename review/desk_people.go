package review

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// People returns everybody, in the order they joined.
func (d *Desk) People(ctx context.Context) ([]Person, error) {
	var people []Person
	err := d.store.View(ctx, func(tx Tx) (err error) {
		people, err = tx.People().List()
		return err
	})
	return people, err
}

// AddPerson adds somebody. It returns a Refusal for an empty name, a name that
// is taken or no role, and ErrWeakPIN for a short PIN; an empty pin is allowed,
// but then the person cannot sign until SetPIN.
func (d *Desk) AddPerson(ctx context.Context, name string, roles []Role, pin string) (Person, error) {
	p := Person{ID: PersonID(newID()), Name: strings.TrimSpace(name), Roles: slices.Compact(slices.Clone(roles)), Joined: d.now()}
	if p.Name == "" || strings.ContainsAny(p.Name, "\n\t") {
		return Person{}, refuse(ActPerson, CodeName)
	}
	if len(p.Roles) == 0 {
		return Person{}, refuse(ActPerson, CodeNoRole, "name", p.Name)
	}
	if pin != "" {
		var err error
		if p.PIN, err = hashPIN(pin, d.cost); err != nil {
			return Person{}, err
		}
	}
	err := d.store.Atomically(ctx, func(tx Tx) error {
		if _, err := personByName(tx, p.Name); err == nil {
			return ErrExists
		}
		if err := d.putPerson(tx, p, "added"); err != nil || pin == "" {
			return err
		}
		return d.makeKey(tx, p.ID, pin)
	})
	return p, err
}

// SetPIN gives a person a new PIN, under which his key is sealed from now on.
// old must be the present one, unless none was ever set; it returns what Unlock
// returns for a wrong one.
func (d *Desk) SetPIN(ctx context.Context, id PersonID, old, pin string) error {
	hash, err := hashPIN(pin, d.cost)
	if err != nil {
		return err
	}
	before, err := d.present(ctx, id, old)
	if err != nil {
		return err
	}
	return d.store.Atomically(ctx, func(tx Tx) error {
		p, err := tx.People().Get(id)
		if err != nil {
			return err
		}
		if p.PIN != before {
			return ErrStale
		}
		p.PIN = hash
		if err := d.putPerson(tx, p, "pin"); err != nil || p.Left {
			return err
		}
		return d.reseal(tx, id, old, pin)
	})
}

// present proves the present PIN of a person, and returns its hash; "" where
// none was ever set.
func (d *Desk) present(ctx context.Context, id PersonID, pin string) (PINHash, error) {
	p, pen, err := d.prove(ctx, id, pin)
	if pen != nil {
		pen.Wipe()
	}
	if errors.Is(err, ErrNoPIN) {
		return "", nil
	}
	return p.PIN, err
}

// ChangePerson replaces a person's roles and whether he still works here. The
// name and the PIN stay; the key of who leaves ends.
func (d *Desk) ChangePerson(ctx context.Context, id PersonID, roles []Role, left bool) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		p, err := tx.People().Get(id)
		if err != nil {
			return err
		}
		if len(roles) == 0 && !left {
			return refuse(ActPerson, CodeNoRole, "name", p.Name)
		}
		if left {
			if err := d.endKey(tx, id, id, KeyLeft); err != nil {
				return err
			}
		}
		p.Roles, p.Left = slices.Clone(roles), left
		return d.putPerson(tx, p, "changed")
	})
}

func (d *Desk) putPerson(tx Tx, p Person, what string) error {
	if err := tx.People().Put(p); err != nil {
		return err
	}
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	return record(tx, Event{At: d.now(), Actor: p.ID, Action: ActPerson,
		Detail: map[string]string{"what": what, "name": p.Name, "roles": strings.Join(roles, " ")}})
}

// As returns the person with this name as an actor whose PIN was not asked for.
// It returns ErrNotFound for an unknown name.
func (d *Desk) As(ctx context.Context, name string) (Actor, error) {
	var a Actor
	err := d.store.View(ctx, func(tx Tx) (err error) {
		a.person, err = personByName(tx, name)
		return err
	})
	return a, err
}

func personByName(tx Tx, name string) (Person, error) {
	people, err := tx.People().List()
	if err != nil {
		return Person{}, err
	}
	i := slices.IndexFunc(people, func(p Person) bool { return p.Name == strings.TrimSpace(name) })
	if i < 0 {
		return Person{}, ErrNotFound
	}
	return people[i], nil
}
