package desktest

import "jianbao/review"

var pinRules = []rule{
	{"only the right PIN makes a person verified", func(o *office) {
		for _, wrong := range []string{"", "2467", "24680", "２４６８"} {
			_, err := o.desk.Unlock(o.ctx, editor, wrong)
			o.is(err, review.ErrWrongPIN)
		}
		equal(o, "verified", o.as(editor).Verified(), true)
		_, err := o.desk.Unlock(o.ctx, "无此人", pin)
		o.is(err, review.ErrNotFound)
	}},
	{"signing, issuing and voiding want the PIN, writing does not", func(o *office) {
		d := o.begin().submit()
		a, err := o.desk.As(o.ctx, allHands)
		o.ok(err)
		equal(o, "verified", a.Verified(), false)
		_, err = d.desk.Save(o.ctx, a, d.id, 1, newText(body("没有PIN也能改。")), "")
		o.ok(err)
		_, err = d.desk.Sign(o.ctx, a, d.id, review.Signing{Revision: 2})
		o.refused(err, review.CodePIN)
		d.sign(editor)
		d.sign(checker)
		_, err = d.desk.Issue(o.ctx, a, d.id)
		o.refused(err, review.CodePIN)
		_, err = d.desk.Void(o.ctx, a, d.id, "理由")
		o.refused(err, review.CodePIN)
	}},
	{"a person without a PIN cannot sign until one is set", func(o *office) {
		p, err := o.desk.AddPerson(o.ctx, "方正", []review.Role{roleEditor}, "")
		o.ok(err)
		_, err = o.desk.Unlock(o.ctx, "方正", "")
		o.is(err, review.ErrNoPIN)
		o.ok(o.desk.SetPIN(o.ctx, p.ID, "", pin))
		o.as("方正")
	}},
	{"a PIN is changed only by who knows it", func(o *office) {
		id := o.as(editor).Person().ID
		o.is(o.desk.SetPIN(o.ctx, id, "0000", "9753"), review.ErrWrongPIN)
		o.as(editor)
		o.ok(o.desk.SetPIN(o.ctx, id, pin, "9753"))
		_, err := o.desk.Unlock(o.ctx, editor, pin)
		o.is(err, review.ErrWrongPIN)
		_, err = o.desk.Unlock(o.ctx, editor, "9753")
		o.ok(err)
	}},
	{"a short PIN is refused, and characters count, not bytes", func(o *office) {
		id := o.as(editor).Person().ID
		for _, short := range []string{"", "123", "一二三"} {
			o.is(o.desk.SetPIN(o.ctx, id, pin, short), review.ErrWeakPIN)
		}
		_, err := o.desk.AddPerson(o.ctx, "方正", everyRole, "123")
		o.is(err, review.ErrWeakPIN)
		o.ok(o.desk.SetPIN(o.ctx, id, pin, "一二三四"))
	}},
	{"the PIN itself is stored nowhere, and equal PINs look different", func(o *office) {
		people, err := o.desk.People(o.ctx)
		o.ok(err)
		seen := map[review.PINHash]bool{}
		for _, p := range people {
			if p.PIN == "" || p.PIN == pin || seen[p.PIN] {
				o.t.Errorf("%s: PIN stored as %q", p.Name, p.PIN)
			}
			seen[p.PIN] = true
		}
	}},
}
