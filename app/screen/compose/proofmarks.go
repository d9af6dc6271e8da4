package compose

import (
	"slices"
	"strconv"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review/proof"
)

// proofKinds are the marks of the levels; each has a shape of its own.
var proofKinds = map[proof.Level]textview.MarkKind{
	proof.Error: textview.Proofreading, proof.Warning: textview.ProofWarning, proof.Suggestion: textview.ProofSuggestion,
}

// markProofs underlines findings; the key of a mark is the index of its finding.
func (p *page) markProofs(open []proof.Finding) {
	byText := map[doc.Place]map[textview.MarkKind][]textview.Mark{}
	for i, f := range open {
		at := textPlace(f)
		view := p.views[at]
		if view == nil {
			continue
		}
		span, here := spanOf(placeOf(f), at, view.Buffer())
		if !here {
			continue
		}
		if byText[at] == nil {
			byText[at] = map[textview.MarkKind][]textview.Mark{}
		}
		kind := proofKinds[f.Level]
		byText[at][kind] = append(byText[at][kind], textview.Mark{Kind: kind, Span: visible(span, view.Buffer()), Key: strconv.Itoa(i)})
	}
	for at, view := range p.views {
		for _, kind := range proofKinds {
			setMarks(view, kind, byText[at][kind])
		}
	}
}

// setMarks leaves a view alone whose marks stand where they should.
func setMarks(view *textview.View, kind textview.MarkKind, marks []textview.Mark) {
	slices.SortStableFunc(marks, func(a, b textview.Mark) int { return a.Span.From.Compare(b.Span.From) })
	if !slices.Equal(view.Marks(kind), marks) {
		view.SetMarks(kind, marks)
	}
}

// visible gives a place between two characters the one before it.
func visible(s buffer.Span, text *buffer.Buffer) buffer.Span {
	switch {
	case !s.Empty():
	case s.From.Offset > 0:
		s.From.Offset--
	case text.Runes(s.To.Paragraph) > 0:
		s.To.Offset++
	}
	return s
}

// placeOf ties a finding to its text.
func placeOf(f proof.Finding) doc.Anchor {
	return doc.Anchor{Place: f.Place, From: f.From, To: f.To, Quote: f.Text}
}
