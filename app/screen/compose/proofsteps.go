package compose

import (
	"context"
	"strconv"

	"jianbao/app/proofread"
	"jianbao/editor/buffer"
	"jianbao/editor/textview"
	"jianbao/review"
	"jianbao/review/proof"
)

// stepProof goes to the next finding in the list, or with -1 to the one before.
func (s *Screen) stepProof(by int) {
	p := s.proofs
	n := len(p.open)
	if n == 0 {
		return
	}
	at := (p.at + by + n) % n
	switch {
	case p.at < 0 && by < 0:
		at = n - 1
	case p.lost && by > 0:
		at = p.at
	}
	s.showFinding(at)
}

// showFinding selects a finding on the page and opens its card.
func (s *Screen) showFinding(at int) {
	p := s.proofs
	p.at, p.lost = at, false
	s.side.turn(tabProofs)
	if at < 0 || at >= len(p.open) {
		return
	}
	if view, span, ok := s.spanOfFinding(p.open[at]); ok {
		s.page.goTo(textPlace(p.open[at]))
		view.Select(buffer.Selection{From: span.From, Caret: span.To})
	}
}

// spanOfFinding returns where a finding stands, and whether it still does.
func (s *Screen) spanOfFinding(f proof.Finding) (*textview.View, buffer.Span, bool) {
	at := textPlace(f)
	view := s.page.views[at]
	if view == nil {
		return nil, buffer.Span{}, false
	}
	span, here := spanOf(placeOf(f), at, view.Buffer())
	return view, span, here && view.Buffer().Slice(span) == f.Text
}

// choosesProof goes to the finding of a mark that was clicked.
func (s *Screen) choosesProof(m textview.Mark) {
	if i, err := strconv.Atoi(m.Key); err == nil && i < len(s.proofs.open) {
		s.proofs.at, s.proofs.lost = i, false
		s.side.turn(tabProofs)
	}
}

// fixFirst mends the finding looked at in the first way that is offered.
func (s *Screen) fixFirst() { s.fix(s.proofs.at, 0) }

// fix implements critic: it mends a finding in one of the ways offered, as one
// thought, and goes on to the next.
func (s *Screen) fix(at, which int) {
	p := s.proofs
	if at < 0 || at >= len(p.open) {
		return
	}
	f := p.open[at]
	view, span, ok := s.spanOfFinding(f)
	if !ok || s.page.readOnly || view.ReadOnly && s.refuseHeld(textPlace(f).Article) {
		return
	}
	fix := ""
	if f.Joins {
		span.To = joined(view.Buffer(), span.To)
	} else {
		fix = f.Fixes[which]
	}
	if err := view.Apply(buffer.Command, buffer.Replace(span, fix)); err != nil {
		s.shell.Fail(err)
		return
	}
	p.at, p.on = at, true
	s.accepted(map[string]int{f.Rule: 1})
}

// joined is where the next paragraph that is not blank begins.
func joined(text *buffer.Buffer, after buffer.Position) buffer.Position {
	for i := after.Paragraph + 1; i < text.Paragraphs(); i++ {
		if !isBlank(text.Paragraph(i)) {
			return buffer.Position{Paragraph: i}
		}
	}
	return after
}

// accepted counts fixes that were taken over, by rule.
func (s *Screen) accepted(byRule map[string]int) {
	desk, id := s.shell.Desk(), s.id
	s.shell.Do(func() error { return desk.Accepted(context.Background(), id, byRule) }, func() {})
}

// ignore implements critic: it asks why a finding is none.
func (s *Screen) ignore(at int, scope review.Scope) {
	p, say := s.proofs, speech{s.shell.Words()}
	if at < 0 || at >= len(p.open) {
		return
	}
	mark := proofread.Mark(p.text, p.open[at])
	hint := say.t("compose.proof.ignorehint", "text", clip(p.open[at].Text))
	s.shell.Ask(say.t("compose.proof.ignore."+string(scope)), hint, func(reason string) {
		s.remember(func(ctx context.Context, d *review.Desk, who review.Actor) error {
			_, err := d.Dismiss(ctx, who, s.id, mark, scope, reason)
			return err
		})
	})
}

// heed implements critic: it takes a dismissal back.
func (s *Screen) heed(which review.DismissalID) {
	s.remember(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		return d.Undismiss(ctx, who, s.id, which)
	})
}

// remember changes what the series has dismissed and shows what stands then.
func (s *Screen) remember(change func(context.Context, *review.Desk, review.Actor) error) {
	series := s.file.Series.ID
	var memory review.Dismissals
	s.work(snapshot{}, func(d *review.Desk, who review.Actor) (err error) {
		ctx := context.Background()
		if err = change(ctx, d, who); err == nil {
			memory, err = d.Dismissals(ctx, series)
		}
		return err
	}, func() { s.sift(memory) })
}

// learn enters the selected words in the dictionary of the series: no speller
// flags them any more.
func (s *Screen) learn() {
	anchor, _ := s.page.selected()
	item := review.Item{Series: s.file.Series.ID, Kind: review.ItemKnown, Name: anchor.Quote}
	s.work(snapshot{}, func(d *review.Desk, who review.Actor) error {
		_, err := d.Enter(context.Background(), who, []review.Item{item})
		return err
	}, s.loadProofs)
}

func (s *Screen) whyNotLearn() string {
	if why := s.whyLoading(); why != "" {
		return why
	}
	if _, any := s.page.selected(); !any {
		return s.shell.Words().T("compose.why.noword")
	}
	return ""
}

func (s *Screen) whyNoFinding() string {
	if len(s.proofs.open) == 0 {
		return s.shell.Words().T("compose.why.nofinding")
	}
	return ""
}

func (s *Screen) whyNotFix() string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	p := s.proofs
	switch {
	case p.at < 0 || p.at >= len(p.open):
		return s.shell.Words().T("compose.why.nochosen")
	case len(p.open[p.at].Fixes) == 0 && !p.open[p.at].Joins:
		return s.shell.Words().T("compose.why.nofix")
	}
	return ""
}

func (s *Screen) whyNotIgnore() string {
	if why := s.whyNot(review.ActDismiss)(); why != "" {
		return why
	}
	if p := s.proofs; p.at < 0 || p.at >= len(p.open) {
		return s.shell.Words().T("compose.why.nochosen")
	}
	return ""
}
