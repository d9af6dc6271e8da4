package cli

import (
	"jianbao/review"
)

// verified is the answer to "verify".
type verified struct {
	Drafts    int           `json:"drafts"`
	Revisions int           `json:"revisions"`
	SignOffs  int           `json:"signoffs"`
	Events    int           `json:"events"`
	Findings  []findingInfo `json:"findings"`
}

type findingInfo struct {
	Code    string            `json:"code"`
	Draft   string            `json:"draft,omitempty"`
	Args    map[string]string `json:"args,omitempty"`
	Message string            `json:"message"`
}

// verify ends with an error status where anything is found.
func verify(c *call) (result, error) {
	var only review.DraftID
	if c.word(0) != "" {
		f, _, err := c.file(c.word(0))
		if err != nil {
			return nil, err
		}
		only = f.Draft.ID
	}
	r, err := c.desk.Verify(c.ctx, only)
	if err != nil {
		return nil, err
	}
	v := verified{r.Drafts, r.Revisions, r.SignOffs, r.Events, []findingInfo{}}
	for _, f := range r.Findings {
		v.Findings = append(v.Findings, findingInfo{f.Code, string(f.Draft), f.Args, c.words.With(f.Code, f.Args)})
	}
	if len(v.Findings) > 0 {
		return v, errSaid
	}
	return v, nil
}

func (v verified) print(p *page) {
	p.say("cli.verify.read", "drafts", v.Drafts, "revisions", v.Revisions, "signoffs", v.SignOffs, "events", v.Events)
	if len(v.Findings) == 0 {
		p.say("cli.verify.sound")
		return
	}
	p.say("cli.verify.found", "count", len(v.Findings))
	for _, f := range v.Findings {
		p.item(f.Draft + " " + f.Message)
	}
}
