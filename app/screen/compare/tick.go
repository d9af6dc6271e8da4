package compare

import (
	"context"

	"jianbao/review"
	"jianbao/review/diff"
)

func (s *Screen) me() review.PersonID { return s.shell.Actor().Person().ID }

// atBasis reports whether the comparison shown is the one that this person's
// next signature depends on.
func (s *Screen) atBasis() bool {
	f := s.state.file
	return f.Draft.State == review.Reviewing && s.state.atHead() && s.state.from.Seq == f.Basis(s.me())
}

// awaitsTick reports whether a change is to be ticked here before signing.
func (s *Screen) awaitsTick(c diff.Change) bool { return c.Critical && s.atBasis() }

func (s *Screen) ticked(c diff.Change) bool { return s.state.file.Ticked(s.me(), string(c.ID)) }

// tick records that the current change was looked at, and goes to the next one
// that was not.
func (s *Screen) tick() {
	change := s.currentChange().ID
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		_, err := d.Tick(ctx, who, s.id, string(change))
		return err
	}, func() {
		s.sitting = append(s.sitting, step{about: []decided{{change: change}}, ticked: true})
		s.nextUnticked()
	})
}

// untickCurrent takes the tick of the current change back.
func (s *Screen) untickCurrent() {
	change := s.currentChange().ID
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		return untick(ctx, d, who, s.id, change)
	}, func() {})
}

// nextUnticked goes to the next critical change to be ticked; it stays where
// there is none.
func (s *Screen) nextUnticked() {
	at := s.rowOf(s.current)
	for k := 1; k <= len(s.rows); k++ {
		r := s.rows[(at+k)%len(s.rows)]
		if r.change == fold {
			continue
		}
		if c := s.state.view.Changes[r.change]; s.awaitsTick(c) && !s.ticked(c) {
			s.choose(r.change)
			return
		}
	}
}

func (s *Screen) whyNotTick() string {
	if why := s.whyNoTicking(); why != "" {
		return why
	}
	if s.ticked(s.currentChange()) {
		return s.t("compare.why.ticked")
	}
	return ""
}

func (s *Screen) whyNotUntick() string {
	if why := s.whyNoTicking(); why != "" {
		return why
	}
	if !s.ticked(s.currentChange()) {
		return s.t("compare.why.unticked")
	}
	return ""
}

// whyNoTicking says why the current change is not one that this person ticks.
func (s *Screen) whyNoTicking() string {
	if why := s.refusal(review.ActTick); why != "" {
		return why
	}
	if why := s.whyNoChange(); why != "" {
		return why
	}
	switch {
	case !s.atBasis():
		return s.t("compare.why.basis")
	case s.current == none:
		return s.t("compare.why.nochange")
	case s.current == fold || !s.currentChange().Critical:
		return s.t("compare.why.notcritical")
	}
	return ""
}

// showBasis compares with what this person's signature depends on.
func (s *Screen) showBasis() {
	s.compare(span{from: s.state.file.Basis(s.me())})
}

func (s *Screen) whyNotBasis() string {
	if why := s.refusal(review.ActTick); why != "" {
		return why
	}
	if s.atBasis() {
		return s.t("compare.why.atbasis")
	}
	return ""
}
