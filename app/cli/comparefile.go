package cli

import (
	"path/filepath"

	"jianbao/app/setup"
	"jianbao/review/diff"
	"jianbao/storage/exchange"
)

// fileComparison is the answer to "compare-file".
type fileComparison struct {
	ID       string   `json:"id"`
	Revision int      `json:"revision"`
	Signed   bool     `json:"signed"` // the text is final: it was signed through
	File     string   `json:"file"`
	Kind     string   `json:"kind"`
	Same     bool     `json:"same"`
	Notices  []string `json:"notices,omitempty"`
	diff.Script
}

// compareFile holds a file against the text of a draft, character by character.
// It ends with an error status where they differ.
func compareFile(c *call) (result, error) {
	f, seq, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	rev, err := c.desk.Revision(c.ctx, f.Draft.ID, seq)
	if err != nil {
		return nil, err
	}
	data, err := readFile(c.word(1))
	if err != nil {
		return nil, err
	}
	opened, err := exchange.Open(c.ctx, data)
	if err != nil {
		return nil, err
	}
	ours, theirs, err := opened.Against(rev.Text)
	if err != nil {
		return nil, err
	}
	script := setup.Comparer().Texts(ours, theirs)
	answer := fileComparison{ID: string(f.Draft.ID), Revision: seq, Signed: !f.Draft.Number.IsZero() && seq == f.Head.Seq,
		File: filepath.Base(c.word(1)), Kind: string(opened.Kind), Same: !script.Changed(),
		Notices: notices(c.words, opened.Notices), Script: script}
	if !answer.Same {
		err = errSaid
	}
	return answer, err
}

func (f fileComparison) print(p *page) {
	key := "cli.comparefile.draft"
	if f.Signed {
		key = "cli.comparefile.signed"
	}
	p.say(key, "file", f.File, "kind", f.Kind, "id", f.ID, "rev", f.Revision)
	for _, n := range f.Notices {
		p.item(n)
	}
	comparison{f.Script}.print(p)
}
