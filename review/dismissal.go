package review

import (
	"time"

	"jianbao/editor/doc"
)

// DismissalID names a dismissal.
type DismissalID string

// Mark is what a finding is remembered by: not where it stands, but which rule
// found which words in which sentence. It is another one once the sentence
// changes.
type Mark struct {
	Rule     string   `json:"rule"`
	Sentence doc.Hash `json:"sentence"`
	Words    string   `json:"words"`
}

// MarkIn returns the mark of what a rule found in a passage, from one character
// on.
func MarkIn(passage string, at doc.RuneOffset, rule, words string) Mark {
	return Mark{Rule: rule, Sentence: SentenceAt(passage, at).Hash, Words: words}
}

// Scope says how far a dismissal reaches.
type Scope string

// The scopes. Words too short to say anything by themselves are dismissed in
// their sentence whatever the scope.
const (
	ScopeOnce   Scope = "once"   // in this sentence of this issue
	ScopeIssue  Scope = "issue"  // these words, anywhere in this issue
	ScopeAlways Scope = "always" // these words, in every issue of the series
)

// Scopes lists the scopes, narrowest first.
func Scopes() []Scope { return []Scope{ScopeOnce, ScopeIssue, ScopeAlways} }

// Dismissal (不予采纳) records that a person looked at a finding and lets the
// text stand.
type Dismissal struct {
	ID     DismissalID
	Series SeriesID
	Draft  DraftID // in which it was dismissed
	Mark
	Scope  Scope
	Reason string
	By     PersonID
	At     time.Time
	// UndoneBy took the dismissal back; "" while it stands.
	UndoneBy PersonID
	UndoneAt time.Time
}

// leastWords is how many characters words must have to be known again outside
// of their sentence.
const leastWords = 2

// Covers reports whether the dismissal holds for a finding in a draft of its
// series.
func (d Dismissal) Covers(draft DraftID, m Mark) bool {
	switch {
	case d.UndoneBy != "" || d.Rule != m.Rule || d.Words != m.Words:
		return false
	case d.Scope != ScopeAlways && d.Draft != draft:
		return false
	case d.Scope == ScopeOnce || len([]rune(d.Words)) < leastWords:
		return d.Sentence == m.Sentence
	}
	return true
}

// Dismissals are those of one series, oldest first.
type Dismissals []Dismissal

// Of returns the dismissal that holds for a finding in a draft.
func (all Dismissals) Of(draft DraftID, m Mark) (Dismissal, bool) {
	for _, d := range all {
		if d.Covers(draft, m) {
			return d, true
		}
	}
	return Dismissal{}, false
}
