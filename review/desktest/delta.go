package desktest

import "jianbao/review"

const rewritten = "窗口全天开放，随到随办。"

// resign brings a draft to the point where the 责编 signed, the 核稿 changed the
// text, and the 责编 is to sign anew.
func (o *office) resign(change edit) *draft {
	o.t.Helper()
	d := o.compares().begin().submit()
	d.sign(editor)
	d.write(checker, change)
	d.at(review.Reviewing, roleEditor)
	return d
}

func (d *draft) nature(name string) review.Nature {
	d.t.Helper()
	return d.file().Nature(d.as(name).Person().ID)
}

var deltaRules = []rule{
	{"who signs anew is told whether it was a correction of words or more", func(o *office) {
		for name, c := range map[string]struct {
			change edit
			want   review.Nature
		}{
			"a word":     {closing(otherWord), review.Textual},
			"a figure":   {closing(moreHappy), review.Substantive},
			"a sentence": {closing("98，" + rewritten), review.Substantive},
		} {
			equal(o, name, o.resign(c.change).nature(editor), c.want)
		}
	}},
	{"the signature given anew records what it was compared with and of which nature that was", func(o *office) {
		d := o.resign(closing(otherWord))
		first := d.file().Revisions[0].TextHash
		f := d.sign(editor)
		equal(o, "nature", f.SignOffs[1].Nature, review.Textual)
		equal(o, "compared", f.SignOffs[1].Compared, first)
		events, err := o.desk.History(o.ctx, d.id)
		o.ok(err)
		last := events[len(events)-1]
		equal(o, "recorded nature", last.Detail["nature"], string(review.Textual))
		equal(o, "recorded text", last.Detail["compared"], string(first))
	}},
	{"a substantive change is ticked before it is signed anew", func(o *office) {
		d := o.resign(closing(moreHappy))
		_, err := d.trySign(editor, "")
		o.refused(err, review.CodeCritical)
		d.tick(editor, tickedChange)
		equal(o, "nature", d.sign(editor).SignOffs[1].Nature, review.Substantive)
	}},
	{"a first signature has no nature, nor has one on the same text", func(o *office) {
		d := o.resign(closing(moreHappy))
		equal(o, "of the checker", d.nature(checker), "")
		d.tick(editor, tickedChange)
		d.sign(editor)
		d.tick(checker, tickedChange)
		equal(o, "first signature", d.sign(checker).SignOffs[2].Nature, "")
		d = o.begin().submit()
		d.sign(editor)
		equal(o, "same text", d.nature(editor), "")
	}},
	{"what counts as substantive is the series' own custom", func(o *office) {
		d := o.resign(closing(otherWord))
		o.adopt(func(s *review.Series) { s.SubstantiveShare = 5 })
		equal(o, "at 5 %", d.nature(editor), review.Substantive)
		o.adopt(func(s *review.Series) { s.SubstantiveShare = 10 })
		equal(o, "at 10 %", d.nature(editor), review.Textual)
	}},
}
