package review

import (
	"maps"

	"jianbao/editor/template"
)

// SeriesID names a series for good.
type SeriesID string

// Series (刊) is a numbered series of bulletins and the customs of its office.
type Series struct {
	ID       SeriesID
	Name     string
	Template template.Template
	// SupplementsCount says whether an issue with a label (增刊) takes a 总期号.
	SupplementsCount bool
	// SameHandReason, if not empty, allows one person several hands on the same
	// text; the reason goes into every such sign-off and onto the 发文稿纸.
	SameHandReason string
	// AllowOverride lets a signer pass open comments with a stated reason.
	AllowOverride bool
	// SubstantiveShare is how many of the characters of a sentence may change, in
	// %, before a change is 实质性修改; 0 for what is usual (30).
	SubstantiveShare int
	// Suite is the way its sign-offs are signed; "" for the usual one (Ed25519).
	Suite Suite
	// Rules changes rules of proofreading, by their ids.
	Rules map[string]RuleSetting
}

// Chain returns the roles that sign, first to last.
func (s Series) Chain() []Role {
	chain := make([]Role, len(s.Template.Chain))
	for i, r := range s.Template.Chain {
		chain[i] = Role(r)
	}
	return chain
}

// StepRole returns the role that signs at a step, or "" beyond the chain.
func (s Series) StepRole(step int) Role {
	if step < 0 || step >= len(s.Template.Chain) {
		return ""
	}
	return Role(s.Template.Chain[step])
}

// withRule returns settings in which one rule is changed; the zero setting
// leaves none behind.
func withRule(all map[string]RuleSetting, rule string, s RuleSetting) map[string]RuleSetting {
	out := maps.Clone(all)
	if s == (RuleSetting{}) {
		delete(out, rule)
		return out
	}
	if out == nil {
		out = map[string]RuleSetting{}
	}
	out[rule] = s
	return out
}
