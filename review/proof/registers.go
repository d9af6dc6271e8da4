package proof

import (
	"jianbao/editor/doc"
)

// Registers are what an office knows of people, bodies and words. Rules that
// compare with them flag nothing where they are empty, and never guess: what is
// not listed is not known to be wrong.
type Registers struct {
	People    []Post         `json:"people,omitempty"`
	Bodies    []Organisation `json:"bodies,omitempty"`
	Phrases   []FixedPhrase  `json:"phrases,omitempty"`
	Forbidden []Listed       `json:"forbidden,omitempty"`
	Preferred []Listed       `json:"preferred,omitempty"`
	Slips     []Listed       `json:"slips,omitempty"` // found in earlier issues
	Known     []string       `json:"known,omitempty"` // words that no rule of spelling flags
}

// Validity is the first and the last day on which something holds; zero for no
// bound.
type Validity struct {
	From doc.Date `json:"from,omitzero"`
	To   doc.Date `json:"to,omitzero"`
}

// Post is a post that a person held. Order is the person's rank, 1 before 2; 0
// if unknown.
type Post struct {
	Name  string `json:"name"`
	Post  string `json:"post"`
	Order int    `json:"order,omitempty"`
	Validity
}

// Organisation is a body by its full name and its short forms.
type Organisation struct {
	Name  string   `json:"name"`
	Short []string `json:"short,omitempty"`
	Validity
}

// FixedPhrase is a fixed phrase.
type FixedPhrase struct {
	Text string `json:"text"`
	Validity
}

// Listed is a word that the office does not want.
type Listed struct {
	Term
	Validity
}

// holds reports whether something was in force on a day; on an unknown day
// everything is.
func (v Validity) holds(on doc.Date) bool {
	day := on.String()
	return on.IsZero() || (v.From.IsZero() || day >= v.From.String()) && (v.To.IsZero() || day <= v.To.String())
}

// comparisons make what works for a rule that compares with the registers, by
// its type; nil where the registers hold nothing to compare with.
var comparisons = map[string]func(Registers) (method, survey){
	"post":        func(r Registers) (method, survey) { return newRoster(r.People).method(wrongPost) },
	"postended":   func(r Registers) (method, survey) { return newRoster(r.People).method(endedPost) },
	"holder":      func(r Registers) (method, survey) { return newRoster(r.People).method(wrongHolder) },
	"rank":        func(r Registers) (method, survey) { return newRoster(r.People).method(outOfRank) },
	"bodyname":    func(r Registers) (method, survey) { return newNear(bodyTargets(r.Bodies)), nil },
	"bodyended":   func(r Registers) (method, survey) { return newEnded(bodyNames(r.Bodies)), nil },
	"unlisted":    func(r Registers) (method, survey) { return newUnlisted(r.Bodies), nil },
	"shortform":   func(r Registers) (method, survey) { return nil, newShortForms(r.Bodies) },
	"phrase":      func(r Registers) (method, survey) { return newNear(phraseTargets(r.Phrases)), nil },
	"phraseended": func(r Registers) (method, survey) { return newEnded(phraseTexts(r.Phrases)), nil },
	"forbidden":   func(r Registers) (method, survey) { return newListed(r.Forbidden), nil },
	"preferred":   func(r Registers) (method, survey) { return newListed(r.Preferred), nil },
	"slip":        func(r Registers) (method, survey) { return newListed(r.Slips), nil },
}
