package cli

import (
	"strings"

	"jianbao/review"
	"jianbao/review/proof"
)

// normalised is the answer to "check --normalise" for a draft.
type normalised struct {
	outcome
	Passages int `json:"passages"` // that the batch changed
	Fixes    int `json:"fixes"`
}

func (n normalised) print(p *page) {
	n.outcome.print(p)
	p.say("cli.check.normalised", "passages", n.Passages, "fixes", n.Fixes)
}

// normalise applies every fix that needs no judgement: a draft gets one new
// revision, a file is written to stdout and itself stays as it is.
func (c *call) normalise(s subject) (result, error) {
	checker, err := c.checker(s)
	if err != nil {
		return nil, err
	}
	after, changes, err := checker.Normalise(c.ctx, s.text)
	switch {
	case err != nil:
		return nil, err
	case s.file != nil:
		return c.normaliseDraft(s, changes)
	case s.bulletin != nil:
		b, err := proof.Write(*s.bulletin, changes)
		return raw(printed(b)), err
	}
	return raw(linesOf(after, changes, s.lineEnd)), nil
}

// linesOf writes lines again, without those that were taken into the one before.
func linesOf(t proof.Text, changes []proof.Change, end string) string {
	gone := map[int]bool{}
	for _, c := range changes {
		gone[c.Passage] = c.Gone
	}
	var lines []string
	for i, p := range t.Passages {
		if !gone[i] {
			lines = append(lines, p.Text)
		}
	}
	return strings.Join(lines, end)
}

func (c *call) normaliseDraft(s subject, changes []proof.Change) (result, error) {
	who, err := c.who(s.file, review.ActEdit)
	if err != nil {
		return nil, err
	}
	text, err := proof.Write(*s.bulletin, changes)
	if err != nil {
		return nil, err
	}
	saved, err := c.desk.Save(c.ctx, who.Actor, s.file.Draft.ID, s.revision, text, c.words.T("cli.check.normalise.note"))
	if err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActEdit, who, saved.File)
	if err != nil {
		return nil, err
	}
	o.Unchanged, o.Fell = saved.Unchanged, saved.Fell
	if saved.Aside {
		o.Aside = saved.Revision.Seq
	}
	n := normalised{outcome: o, Passages: len(changes)}
	byRule := map[string]int{}
	for _, change := range changes {
		for _, f := range change.Applied {
			byRule[f.Rule]++
			n.Fixes++
		}
	}
	return n, c.desk.Accepted(c.ctx, s.file.Draft.ID, byRule)
}
