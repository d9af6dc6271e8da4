package desktest

import (
	"slices"

	"jianbao/review"
)

var peopleRules = []rule{
	{"people are listed in the order they joined", func(o *office) {
		people, err := o.desk.People(o.ctx)
		o.ok(err)
		var names []string
		for _, p := range people {
			names = append(names, p.Name)
		}
		if want := []string{drafter, editor, checker, allHands, outsider, leaver}; !slices.Equal(names, want) {
			o.t.Errorf("people %v, want %v", names, want)
		}
	}},
	{"a name is not empty, not two lines and not taken", func(o *office) {
		for _, name := range []string{"", " 　", "林\n初"} {
			_, err := o.desk.AddPerson(o.ctx, name, everyRole, pin)
			o.refused(err, review.CodeName)
		}
		_, err := o.desk.AddPerson(o.ctx, " "+drafter, everyRole, pin)
		o.is(err, review.ErrExists)
	}},
	{"a person has a role, unless he leaves", func(o *office) {
		_, err := o.desk.AddPerson(o.ctx, "方正", nil, pin)
		o.refused(err, review.CodeNoRole)
		id := o.as(editor).Person().ID
		o.refused(o.desk.ChangePerson(o.ctx, id, nil, false), review.CodeNoRole)
		o.ok(o.desk.ChangePerson(o.ctx, id, nil, true))
		o.is(o.desk.ChangePerson(o.ctx, "nosuchperson", everyRole, false), review.ErrNotFound)
	}},
	{"changing roles leaves name and PIN alone", func(o *office) {
		before := o.as(editor).Person()
		o.ok(o.desk.ChangePerson(o.ctx, before.ID, everyRole, false))
		after := o.as(editor).Person()
		equal(o, "PIN", after.PIN, before.PIN)
		equal(o, "new role", after.Has(roleChecker), true)
	}},
}
