package cli

import (
	"jianbao/review"
)

// outcome is the answer of every command that does something to a draft: what
// was done, by whom, and how the draft stands now.
type outcome struct {
	Did    string `json:"did"` // the action
	By     string `json:"by"`
	Chosen bool   `json:"chosen,omitempty"` // the person was not named: the only one who may
	row
	Hash      string `json:"hash"`                // of the newest text, short form
	Unchanged bool   `json:"unchanged,omitempty"` // the text was the same: nothing was written
	Aside     int    `json:"aside,omitempty"`     // the revision that stands beside the newest one
	Fell      int    `json:"fell,omitempty"`      // sign-offs that no longer stand
}

func (c *call) outcome(a review.Action, who acting, f *review.File) (outcome, error) {
	rows, err := c.rows()
	if err != nil {
		return outcome{}, err
	}
	return outcome{Did: string(a), By: who.name(), Chosen: who.chosen, row: rows.of(f.Draft), Hash: f.Head.TextHash.Short()}, nil
}

// done is what most commands end with.
func (c *call) done(a review.Action, who acting, f *review.File, err error) (result, error) {
	if err != nil {
		return nil, err
	}
	return c.outcome(a, who, f)
}

func (o outcome) print(p *page) {
	if o.Chosen {
		p.say("cli.as.chosen", "name", o.By)
	}
	p.say("cli.did", "action", p.words.T("term."+o.Did), "name", o.By, "id", o.ID, "title", o.Title,
		"rev", o.Revision, "hash", o.Hash)
	switch {
	case o.Unchanged:
		p.say("cli.did.unchanged")
	case o.Aside > 0:
		p.say("cli.did.aside", "id", o.ID, "rev", o.Aside)
	case o.Fell > 0:
		p.say("cli.did.fell", "count", o.Fell)
	}
	o.stands(p)
}

// stands says where the draft is now and whose turn it is.
func (o outcome) stands(p *page) {
	switch {
	case o.Number != nil:
		p.say("cli.stands.numbered", "stage", o.Stage, "number", o.Number.in(p.words))
	case o.WaitingFor != "" && len(o.People) > 0:
		p.say("cli.stands.waiting", "role", o.WaitingFor, "names", joined(o.People))
	case o.WaitingFor != "":
		p.say("cli.stands.nobody", "role", o.WaitingFor)
	default:
		p.say("cli.stands", "stage", o.Stage)
	}
}
