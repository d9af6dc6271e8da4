package find

import (
	"slices"
	"strings"

	"jianbao/review"
)

// Step is one wording of a sentence: the text that brought it tells who wrote it
// and when.
type Step struct {
	review.RevisionInfo
	Sentence string
}

// leastAlike is how much a sentence must have in common with one of the text
// before to be taken for another wording of it.
const leastAlike = 0.5

// Life follows a sentence through a line of texts, each made from the one before
// (see review.Desk.Line), and returns its wordings, oldest first. quote is the
// sentence or some of it; the newest text that holds it decides which is meant.
// Where none does there is no life.
func Life(line []review.Revision, quote string) []Step {
	at, sentence := newest(line, quote)
	if at < 0 {
		return nil
	}
	var steps []Step
	for ; at > 0; at-- {
		before := ancestor(sentence, sentencesOf(line[at-1]))
		if before == sentence {
			continue
		}
		steps = append(steps, Step{line[at].RevisionInfo, sentence})
		if before == "" {
			break
		}
		sentence = before
	}
	if at == 0 {
		steps = append(steps, Step{line[0].RevisionInfo, sentence})
	}
	slices.Reverse(steps)
	return steps
}

// newest finds the sentence in the newest text that holds the quote; -1 if none
// does.
func newest(line []review.Revision, quote string) (int, string) {
	quote = Fold(strings.TrimSpace(quote))
	for at := len(line) - 1; at >= 0 && quote != ""; at-- {
		for _, s := range sentencesOf(line[at]) {
			if folded := Fold(s); strings.Contains(folded, quote) || strings.Contains(quote, folded) {
				return at, s
			}
		}
	}
	return -1, ""
}

// sentencesOf returns the sentences of titles, notes and bodies.
func sentencesOf(r review.Revision) []string {
	var all []string
	for _, p := range Parts(r.Text, "") {
		if p.Field == Body || p.Field == Title {
			all = append(all, Sentences(p.Text)...)
		}
	}
	return all
}

// ancestor returns the sentence itself where it stands there too, else the one
// most like it, or "" where none is like it.
func ancestor(sentence string, all []string) string {
	best, most := "", leastAlike
	for _, s := range all {
		if s == sentence {
			return s
		}
		if a := alike(s, sentence); a >= most {
			best, most = s, a
		}
	}
	return best
}
