package main

import (
	"cmp"
	"log"
	"slices"

	"jianbao/review/proof/spell"
)

// noDocument stands for the lines held back, which are never measured with.
const noDocument = -1

// sample is a sentence as it may be written and as it was meant.
type sample struct {
	document int
	meant    []rune
	wrong    int // characters that are slips
	suspects []spell.Suspect
}

func (s *sample) isRight(c spell.Suspect) bool {
	return c.Wrong != s.meant[c.At] && c.Right == s.meant[c.At]
}

type samples []sample

type collector struct {
	planter
	samples samples
}

// add notes a sentence as it is and so many times with slips in it.
func (c *collector) add(sentence string, document, times int) {
	c.note(sentence, sentence, document)
	for range times {
		c.note(c.plant(sentence), sentence, document)
	}
}

func (c *collector) note(written, meant string, document int) {
	s := sample{document: document, meant: []rune(meant), suspects: c.trainee.Suspects(written)}
	for i, r := range []rune(written) {
		if r != s.meant[i] {
			s.wrong++
		}
	}
	c.samples = append(c.samples, s)
}

// folds is how many judges are fitted to measure with: each with the documents
// that the others are measured with.
const folds = 3

// verdict is what a judge says of a suspect in a document it was not fitted
// with.
type verdict struct {
	score        float64
	right, clean bool // whether it mends a slip, and whether its sentence has none
	sample       int
}

// verdicts are those of all documents, the surest first.
type verdicts struct {
	all          []verdict
	wrong, clean int // slips and sentences without one
}

// crossed returns the verdicts of judges fitted without the document in
// question.
func (s samples) crossed() *verdicts {
	v := &verdicts{}
	for fold := range folds {
		var others samples
		for _, x := range s {
			if x.document < 0 || x.document%folds != fold {
				others = append(others, x)
			}
		}
		trees := grow(others)
		for i, x := range s {
			if x.document < 0 || x.document%folds != fold {
				continue
			}
			v.wrong += x.wrong
			if x.wrong == 0 {
				v.clean++
			}
			for _, c := range x.suspects {
				v.all = append(v.all, verdict{trees.Score(c.Signs[:]), x.isRight(c), x.wrong == 0, i})
			}
		}
	}
	slices.SortStableFunc(v.all, func(a, b verdict) int { return cmp.Compare(b.score, a.score) })
	return v
}

// least returns the score from which so great a share of the sentences without
// slips is flagged, and prints what holds there and at higher scores.
func (v *verdicts) least(flagged float64) float64 {
	sentences := map[int]bool{}
	right, next := 0, 5.0
	for i, x := range v.all {
		end := float64(len(sentences)) > flagged*float64(v.clean)
		if end || x.score < next {
			next--
			log.Printf("from a score of %.2f: precision %.3f, recall %.3f of %d planted slips, %d of %d right sentences flagged",
				x.score, float64(right)/float64(max(1, i)), float64(right)/float64(v.wrong), v.wrong, len(sentences), v.clean)
		}
		if end {
			return x.score
		}
		if x.right {
			right++
		}
		if x.clean {
			sentences[x.sample] = true
		}
	}
	return 0
}
