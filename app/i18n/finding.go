package i18n

import (
	"jianbao/review/proof"
)

// Finding returns the sentence for what proofreading found: what is wrong, by
// which clause, and what to do. Text of the issue is quoted as it stands.
func (c *Catalogue) Finding(f proof.Finding) string {
	return c.T("proof.say", "what", c.Fault(f), "clause", f.Clause, "advice", c.advice(f))
}

// Fault returns what is wrong alone, without the clause and the advice.
func (c *Catalogue) Fault(f proof.Finding) string {
	pairs := []any{"text", f.Text}
	for name, value := range f.Args {
		pairs = append(pairs, name, value)
	}
	return c.T(f.Code, pairs...)
}

func (c *Catalogue) advice(f proof.Finding) string {
	switch {
	case f.Joins:
		return c.T("proof.advice.join")
	case len(f.Fixes) == 0:
		return c.T("proof.advice.look")
	case f.Fixes[0] == "":
		return c.T("proof.advice.delete")
	}
	return c.T("proof.advice.replace", "fix", f.Fixes[0])
}
