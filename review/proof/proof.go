// Package proof owns proofreading: the kinds of rule there are, the packs of
// rules read from data, the findings, and what one batch of mechanical fixes
// makes of a text. It does not know where packs are kept, what an office has
// dismissed, or in what words a finding is told: a finding carries the code of
// its sentence and the arguments for it.
package proof

import (
	"cmp"
	"slices"

	"jianbao/editor/doc"
)

// Level says how sure a rule is that what it finds is wrong.
type Level string

// The levels, most severe first.
const (
	Error      Level = "error"
	Warning    Level = "warning"
	Suggestion Level = "suggestion"
)

// Levels lists the levels, most severe first.
func Levels() []Level { return []Level{Error, Warning, Suggestion} }

// Kind is what a rule is about.
type Kind string

// The kinds of rule.
const (
	Punctuation Kind = "punctuation"
	Number      Kind = "number"
	Spelling    Kind = "spelling"
	Word        Kind = "word"
	Grammar     Kind = "grammar"
	Phrase      Kind = "phrase"
	Masthead    Kind = "masthead"
	Structure   Kind = "structure"
	Date        Kind = "date"
	Figure      Kind = "figure"
	Consistency Kind = "consistency"
	Placeholder Kind = "placeholder"
	Debris      Kind = "debris"
)

// Kinds lists the kinds of rule in the order of the catalogue.
func Kinds() []Kind {
	return []Kind{Punctuation, Number, Spelling, Word, Grammar, Phrase, Masthead, Structure, Date, Figure, Consistency, Placeholder, Debris}
}

// Finding is one place at which a rule found something. From and To count
// runes within the text of the passage; Text stands between them.
type Finding struct {
	Rule       string
	Kind       Kind
	Level      Level
	Passage    int // index of the passage in the text that was checked
	Place      doc.Place
	From, To   doc.RuneOffset
	Text       string
	Fixes      []string          // each may stand instead of Text; "" takes it out
	Joins      bool              // the fix joins this passage with the next one that is not empty
	Mechanical bool              // the fix needs no judgement: Normalise applies it
	Code       string            // of the sentence people read
	Args       map[string]string // what fills the sentence
	Clause     string            // the clause or source the rule stands on
}

// CodePrefix begins the code of every finding but those of Codes; the id of its
// rule follows.
const CodePrefix = "proof.rule."

// spellerBroken is the code of what is found where the speller cannot be used.
const spellerBroken = "proof.speller.broken"

// Codes returns the codes of findings that are not of one rule's own sentence.
func Codes() []string { return []string{spellerBroken} }

// hit is what a method finds in one passage, before its rule's own particulars
// are added.
type hit struct {
	from, to int // in runes
	fixes    []string
	args     map[string]string
	joins    bool
	unsure   bool   // a suggestion, whatever the level of the rule
	code     string // of the sentence; "" for that of the rule
}

// placed is a hit in one of several passages.
type placed struct {
	passage int
	hit
}

// method is one way of finding faults within a passage. It is safe for use by
// several goroutines and looks at nothing but the passage.
type method interface {
	find(p *passage) []hit
}

// survey is one way of finding faults that takes several passages to see.
type survey interface {
	survey(s *sheet) []placed
}

// order sorts findings by place, then by rule: the same text always gives the
// same list.
func order(found []Finding) {
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Passage, b.Passage), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Rule, b.Rule))
	})
}
