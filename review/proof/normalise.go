package proof

import (
	"context"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// Change is one passage as a batch of mechanical fixes leaves it. Applied are
// the findings behind it, in the order in which they were applied; their
// offsets are those of the text at that moment.
type Change struct {
	Passage     int
	Place       doc.Place
	Before, New string
	Gone        bool // taken into the passage before: nothing is left of it
	Applied     []Finding
}

// rounds bounds how often the text is looked at again: one fix may lay bare
// what another rule then finds.
const rounds = 8

// Normalise applies every fix that needs no judgement and returns the text
// after them and what changed, one Change for each passage. Nothing outside of
// the spans of findings is touched. A second call on the result changes
// nothing. What spared reports, where it is given, stays as it stands. It returns
// the error of ctx where that ends first.
func (c *Checker) Normalise(ctx context.Context, t Text, spared ...func(Finding) bool) (Text, []Change, error) {
	b := &batch{text: Text{Passages: slices.Clone(t.Passages), Date: t.Date}, changes: map[int]*Change{}}
	session := c.Session()
	keep, err := spare(ctx, session, t, spared)
	if err != nil {
		return t, nil, err
	}
	for range rounds {
		found, err := session.Check(ctx, b.text)
		if err != nil {
			return t, nil, err
		}
		if !b.round(slices.DeleteFunc(found, keep.has)) {
			break
		}
	}
	return b.text, b.list(t), nil
}

// pardons are what spared findings are known by once the text around them
// changed.
type pardons map[pardon]bool

type pardon struct {
	passage    int
	rule, text string
}

func (l pardons) has(f Finding) bool { return l[pardon{f.Passage, f.Rule, f.Text}] }

func spare(ctx context.Context, s *Session, t Text, spared []func(Finding) bool) (pardons, error) {
	if len(spared) == 0 {
		return nil, nil
	}
	keep := pardons{}
	found, err := s.Check(ctx, t)
	for _, f := range found {
		if slices.ContainsFunc(spared, func(is func(Finding) bool) bool { return is(f) }) {
			keep[pardon{f.Passage, f.Rule, f.Text}] = true
		}
	}
	return keep, err
}

// batch is a text under repair.
type batch struct {
	text    Text
	changes map[int]*Change
}

// round applies what was found, last first so that offsets stay true, and
// reports whether there was anything. Of findings that overlap the first is
// applied; the others come back in the next round if they still stand.
func (b *batch) round(found []Finding) bool {
	chosen := mechanical(found)
	for _, f := range slices.Backward(chosen) {
		b.apply(f)
	}
	return len(chosen) > 0
}

// mechanical returns the findings to apply, none of which overlaps another.
func mechanical(found []Finding) []Finding {
	var chosen []Finding
	passage, end := -1, doc.RuneOffset(0)
	for _, f := range found {
		if !f.Mechanical || f.Passage == passage && f.From < end || !f.Joins && f.Fixes[0] == f.Text {
			continue
		}
		passage, end = f.Passage, max(f.To, f.From+1)
		chosen = append(chosen, f)
	}
	return chosen
}

func (b *batch) apply(f Finding) {
	c := b.change(f.Passage)
	c.Applied = append(c.Applied, f)
	p := &b.text.Passages[f.Passage]
	if !f.Joins {
		p.Text = Apply(p.Text, f, f.Fixes[0])
		return
	}
	next := f.Passage + 1
	for strings.TrimSpace(b.text.Passages[next].Text) == "" {
		next++
	}
	p.Text = Apply(p.Text, f, "") + b.text.Passages[next].Text
	b.text.Passages[next].Text = ""
	b.change(next).Gone = true
}

func (b *batch) change(passage int) *Change {
	if b.changes[passage] == nil {
		b.changes[passage] = &Change{Passage: passage, Place: b.text.Passages[passage].Place}
	}
	return b.changes[passage]
}

// list returns the changes in the order of the text.
func (b *batch) list(old Text) []Change {
	var list []Change
	for i, c := range b.changes {
		c.Before, c.New = old.Passages[i].Text, b.text.Passages[i].Text
		list = append(list, *c)
	}
	slices.SortFunc(list, func(a, b Change) int { return a.Passage - b.Passage })
	return list
}
