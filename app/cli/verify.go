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

	Signatures int      `json:"signatures"` // of the sign-offs, those that are signed
	Unsigned   int      `json:"unsigned"`   // and those from before there were signatures
	Head       headInfo `json:"head"`
	Backups    string   `json:"backups,omitempty"` // how they stand, where there are any
}

type findingInfo struct {
	Code    string            `json:"code"`
	Draft   string            `json:"draft,omitempty"`
	Args    map[string]string `json:"args,omitempty"`
	Message string            `json:"message"`
}

// verifyStore ends with an error status where anything is found.
func verifyStore(c *call) (result, error) {
	var only review.DraftID
	if c.word(0) != "" {
		f, _, err := c.file(c.word(0))
		if err != nil {
			return nil, err
		}
		only = f.Draft.ID
	}
	r, err := c.program.Verify(c.ctx, only)
	if err != nil {
		return nil, err
	}
	v := verified{r.Drafts, r.Revisions, r.SignOffs, r.Events, []findingInfo{}, r.Signatures, r.Unsigned, headInfo{}, ""}
	if v.Head, err = c.head(); err != nil {
		return nil, err
	}
	if st := c.program.Status(); st.Copies > 0 {
		v.Backups = c.words.With(st.Code, st.Args)
	}
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
	if v.SignOffs > 0 {
		p.say("cli.verify.signatures", "signatures", v.Signatures, "unsigned", v.Unsigned)
	}
	p.say("cli.verify.head", "seq", v.Head.Seq, "hash", v.Head.Hash)
	if v.Backups != "" {
		p.line(v.Backups)
	}
	if len(v.Findings) == 0 {
		p.say("cli.verify.sound")
		return
	}
	p.say("cli.verify.found", "count", len(v.Findings))
	for _, f := range v.Findings {
		p.item(f.Draft + " " + f.Message)
	}
}
