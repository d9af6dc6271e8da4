package cli

import (
	"errors"

	"jianbao/review"
)

// personInfo is somebody as a list shows him.
type personInfo struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
	PIN   bool     `json:"pin"` // has one, and so can sign
	Left  bool     `json:"left"`
}

func newPerson(p review.Person) personInfo {
	info := personInfo{ID: string(p.ID), Name: p.Name, Roles: []string{}, PIN: p.PIN != "", Left: p.Left}
	for _, r := range p.Roles {
		info.Roles = append(info.Roles, string(r))
	}
	return info
}

func (i personInfo) print(p *page) { peopleList{i}.print(p) }

// peopleList is the answer to "people list".
type peopleList []personInfo

func listPeople(c *call) (result, error) {
	people, err := c.desk.People(c.ctx)
	list := make(peopleList, len(people))
	for i, p := range people {
		list[i] = newPerson(p)
	}
	return list, err
}

func (l peopleList) print(p *page) {
	if len(l) == 0 {
		p.say("cli.people.none")
		return
	}
	var rows [][]string
	for _, i := range l {
		key := "cli.people.pin"
		switch {
		case i.Left:
			key = "cli.people.left"
		case !i.PIN:
			key = "cli.people.nopin"
		}
		rows = append(rows, []string{i.Name, joined(i.Roles), p.words.T(key)})
	}
	p.columns(rows)
}

func addPerson(c *call) (result, error) {
	pin, err := c.newPIN(c.word(0))
	if err != nil {
		return nil, err
	}
	p, err := c.desk.AddPerson(c.ctx, c.word(0), c.roles(), pin)
	if errors.Is(err, review.ErrExists) {
		err = fail(err, "cli.person.exists", "name", c.word(0))
	}
	if err != nil {
		return nil, err
	}
	return newPerson(p), nil
}

func (c *call) roles() []review.Role {
	var roles []review.Role
	for _, r := range c.in.values["role"] {
		roles = append(roles, review.Role(r))
	}
	return roles
}

// person does something to the person named and answers how he stands then.
func (c *call) person(do func(review.Person) error) (result, error) {
	who, err := c.as(c.word(0))
	if err != nil {
		return nil, err
	}
	if err := do(who.Person()); err != nil {
		return nil, err
	}
	who, err = c.as(c.word(0))
	return newPerson(who.Person()), err
}

func setPIN(c *call) (result, error) {
	if c.in.has("lost") {
		return c.person(c.losePIN)
	}
	return c.person(func(p review.Person) error {
		old := ""
		if p.PIN != "" {
			var err error
			if old, err = c.pin("old-pin-file", "cli.pin.old", p.Name); err != nil {
				return err
			}
		}
		pin, err := c.newPIN(p.Name)
		if err != nil {
			return err
		}
		return c.desk.SetPIN(c.ctx, p.ID, old, pin)
	})
}

// losePIN gives a person a new PIN in place of a forgotten one; whoever --as
// names answers for it with his own.
func (c *call) losePIN(p review.Person) error {
	who, err := c.named()
	if err != nil {
		return err
	}
	if who.name() == "" {
		return usage("cli.pin.witness")
	}
	own, err := c.pin("old-pin-file", "cli.pin.ask", who.name())
	if err != nil {
		return err
	}
	witness, err := c.desk.Unlock(c.ctx, who.name(), own)
	if err != nil {
		return err
	}
	pin, err := c.newPIN(p.Name)
	if err != nil {
		return err
	}
	return c.desk.LosePIN(c.ctx, witness, p.ID, pin)
}

func setRoles(c *call) (result, error) {
	return c.person(func(p review.Person) error { return c.desk.ChangePerson(c.ctx, p.ID, c.roles(), p.Left) })
}

func leave(c *call) (result, error) {
	return c.person(func(p review.Person) error { return c.desk.ChangePerson(c.ctx, p.ID, p.Roles, true) })
}
