package review

import (
	"time"

	"jianbao/editor/doc"
)

// Opinion is what a person says of a sentence he stepped through.
type Opinion string

// The opinions.
const (
	OpinionFine   Opinion = "fine"   // 过
	OpinionDoubts Opinion = "doubts" // 有问题
)

// Step (逐句核) records that a person read one sentence by itself. It holds for
// the words of the sentence, whatever changes around them.
type Step struct {
	Draft    DraftID
	Sentence doc.Hash
	Nth      int      // which of the sentences with these words
	Revision int      // in which it was read
	Text     doc.Hash // TextHash of that revision
	Opinion  Opinion
	Note     string
	By       PersonID
	At       time.Time
}

// Stepped is one sentence of the newest text and the last step on it.
type Stepped struct {
	Sentence
	Step    *Step // nil if nobody read it by itself
	Carried bool  // it was read in an earlier version, whose other sentences may differ
}

// Stepping is how far the newest text of a draft has been stepped through.
type Stepping struct {
	Revision  int
	Text      doc.Hash
	Sentences []Stepped // in reading order
}

// StepCount says how many sentences there are and what was said of them.
type StepCount struct {
	All     int `json:"all"`
	Fine    int `json:"fine"`
	Doubts  int `json:"doubts"`
	Carried int `json:"carried"` // of those read, how many in an earlier version
}

// Count counts the sentences.
func (s Stepping) Count() StepCount {
	c := StepCount{All: len(s.Sentences)}
	for _, one := range s.Sentences {
		switch {
		case one.Step == nil:
			continue
		case one.Step.Opinion == OpinionDoubts:
			c.Doubts++
		default:
			c.Fine++
		}
		if one.Carried {
			c.Carried++
		}
	}
	return c
}

// Complete reports whether every sentence of this version was stepped through,
// here or, with the same words, in an earlier version.
func (s Stepping) Complete() bool {
	c := s.Count()
	return c.All > 0 && c.Fine+c.Doubts == c.All
}

type sentenceKey struct {
	hash doc.Hash
	nth  int
}

// stepping lays steps on the sentences of a revision; of several on one
// sentence the last counts. by "" is whoever it was.
func stepping(rev Revision, steps []Step, by PersonID) Stepping {
	last := map[sentenceKey]*Step{}
	for i, s := range steps {
		if by == "" || s.By == by {
			last[sentenceKey{s.Sentence, s.Nth}] = &steps[i]
		}
	}
	all := Stepping{Revision: rev.Seq, Text: rev.TextHash}
	for _, s := range Sentences(rev.Text) {
		step := last[sentenceKey{s.Hash, s.Nth}]
		all.Sentences = append(all.Sentences, Stepped{s, step, step != nil && step.Text != rev.TextHash})
	}
	return all
}
