package exchange

import (
	"jianbao/review"
	"jianbao/review/diff"
)

// MarkingOf gathers what a marked-up copy of the newest text of a draft shows.
// from is the revision compared with, line the revisions that led to the newest
// one (review.Desk.Line). It is nil where from is the newest one itself.
func MarkingOf(f *review.File, from review.Revision, line []review.Revision, comparer diff.Comparer) *Marking {
	if from.Seq == f.Head.Seq {
		return nil
	}
	m := &Marking{From: from.Text, Comparer: comparer}
	for _, r := range line {
		if r.Seq > from.Seq {
			m.Steps = append(m.Steps, Step{r.Text, f.Name(r.Author), r.At})
		}
	}
	closed := map[review.CommentID]bool{}
	for _, c := range f.Comments {
		closed[c.ID] = c.ReplyTo == "" && c.Status != review.CommentOpen
	}
	numbers := map[review.CommentID]int{}
	for i, c := range f.Comments {
		numbers[c.ID] = i + 1
		m.Comments = append(m.Comments, Comment{Anchor: c.Anchor, Author: f.Name(c.Author), At: c.At, Text: c.Text,
			ReplyTo: numbers[c.ReplyTo], Closed: closed[c.ID]})
	}
	return m
}
