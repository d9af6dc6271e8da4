package cli

import (
	"jianbao/app/proofread"
	"jianbao/review"
)

// dismissed is the answer to "dismiss".
type dismissed struct {
	Rule  string   `json:"rule"`
	Text  string   `json:"text"`
	Scope string   `json:"scope"`
	IDs   []string `json:"ids"` // of the dismissals
}

func (d dismissed) print(p *page) {
	p.say("cli.dismissed", "rule", d.Rule, "text", d.Text, "count", len(d.IDs), "scope", p.words.T("term.scope."+d.Scope))
}

// dismiss dismisses what a rule finds in some words of the newest text, in every
// sentence in which they stand.
func dismiss(c *call) (result, error) {
	s, err := c.draftSubject(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(s.file, review.ActDismiss)
	if err != nil {
		return nil, err
	}
	found, err := c.standing(s)
	if err != nil {
		return nil, err
	}
	scope := review.ScopeOnce
	if c.in.has("scope") {
		scope = review.Scope(c.in.first("scope"))
	}
	done := dismissed{Rule: c.word(1), Text: c.word(2), Scope: string(scope)}
	for _, f := range found {
		if f.Rule != done.Rule || f.Text != done.Text {
			continue
		}
		made, err := c.desk.Dismiss(c.ctx, who.Actor, s.file.Draft.ID, proofread.Mark(s.text, f), scope, c.in.first("reason"))
		if err != nil {
			return nil, err
		}
		done.IDs = append(done.IDs, string(made.ID))
	}
	if len(done.IDs) == 0 {
		return nil, fail(nil, "cli.dismiss.none", "rule", done.Rule, "text", done.Text)
	}
	return done, nil
}
