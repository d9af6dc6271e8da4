package compare

import (
	"context"
	"errors"
	"slices"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

func (s *Screen) decision(verdict review.Verdict, change diff.ChangeID, reason string) review.Decision {
	return review.Decision{From: s.state.from.Seq, To: s.state.to.Seq, Change: string(change), Verdict: verdict, Reason: reason}
}

// alike decides alike about several changes.
func (s *Screen) alike(verdict review.Verdict, about []decided, reason string) []review.Decision {
	list := make([]review.Decision, len(about))
	for i, c := range about {
		list[i] = s.decision(verdict, c.change, reason)
	}
	return list
}

func (s *Screen) currentChange() diff.Change { return s.state.view.Changes[s.current] }

// chosen is what the next decision is about: the current change, or every one
// behind the fold.
func (s *Screen) chosen() []int {
	switch {
	case s.current == fold && s.rowOf(fold) != none:
		return s.folded()
	case s.current >= 0:
		return []int{s.current}
	}
	return nil
}

// standing says what holds about changes before they are decided about.
func (s *Screen) standing(changes []int) []decided {
	list := make([]decided, len(changes))
	for i, c := range changes {
		list[i] = decided{s.state.view.Changes[c].ID, s.state.verdict(c)}
	}
	return list
}

// accept records that what is chosen is right, and goes to the next change not
// decided about.
func (s *Screen) accept() {
	done := step{about: s.standing(s.chosen())}
	decisions := s.alike(review.Accepted, done.about, "")
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		_, err := d.Decide(ctx, who, s.id, decisions...)
		return err
	}, func() {
		s.sitting = append(s.sitting, done)
		s.nextUndecided()
	})
}

// reject asks why, records it, and makes the text without what is chosen.
func (s *Screen) reject() {
	about := s.standing(s.chosen())
	s.shell.Ask(s.t("command.compare.reject"), s.rejectHint(len(about)), func(reason string) {
		s.rejectFor(about, reason)
	})
}

// rejectHint says beforehand how much is rejected and which sign-offs will fall.
func (s *Screen) rejectHint(count int) string {
	hint := s.t("compare.reject.hint")
	if s.current == fold {
		hint = s.t("compare.reject.fold", "count", count) + hint
	}
	var names []string
	for _, sign := range s.state.file.SignOffs {
		if sign.Stands(s.state.file.Head.TextHash) {
			names = append(names, string(sign.Role)+sign.Name)
		}
	}
	if len(names) > 0 {
		hint += s.t("compare.reject.falls", "names", strings.Join(names, "、"))
	}
	return hint
}

func (s *Screen) rejectFor(about []decided, reason string) {
	head := s.state.file.Head
	text, err := s.state.view.Diff.Revert(head.Text, names(about)...)
	if err != nil {
		s.shell.Fail(err)
		return
	}
	decisions := s.alike(review.Rejected, about, reason)
	var saved review.Saved
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) (err error) {
		saved, err = rewrite(ctx, d, who, head, text, decisions)
		return err
	}, func() {
		s.sitting = append(s.sitting, step{about: about, made: saved.Revision.Seq, text: head.Text})
		s.tellSaved(saved)
		s.nextUndecided()
	})
}

// rewrite records decisions and then makes the text that follows from them: in
// this order, since the new text may end this person's turn. Where the text
// cannot be saved the decisions are taken back.
func rewrite(ctx context.Context, d *review.Desk, who review.Actor, head review.Revision, text doc.Bulletin, decisions []review.Decision) (review.Saved, error) {
	if _, err := d.Decide(ctx, who, head.Draft, decisions...); err != nil {
		return review.Saved{}, err
	}
	saved, err := d.Save(ctx, who, head.Draft, head.Seq, text, decisions[0].Reason)
	if err != nil {
		back := slices.Clone(decisions)
		for i := range back {
			back[i].Verdict = review.Reopened
		}
		_, again := d.Decide(ctx, who, head.Draft, back...)
		err = errors.Join(err, again)
	}
	return saved, err
}

// tellSaved says which sign-offs fell and where the draft now waits, or that the
// text was kept beside another one.
func (s *Screen) tellSaved(saved review.Saved) {
	title := s.t("command.compare.reject")
	switch f := saved.File; {
	case saved.Aside:
		s.shell.Tell(title, s.t("compare.saved.aside", "seq", saved.Revision.Seq))
	case saved.Fell > 0:
		s.shell.Tell(title, s.t("compare.saved.fell", "seq", saved.Revision.Seq,
			"names", strings.Join(fallen(f, saved.Revision.Seq), "、"), "role", f.Draft.Waiting(f.Series)))
	}
}

// fallen names the sign-offs that fell when a revision was made.
func fallen(f *review.File, seq int) []string {
	var names []string
	for _, sign := range f.SignOffs {
		if sign.Fell != "" && sign.FellAt.Equal(f.Revisions[seq-1].At) {
			names = append(names, string(sign.Role)+sign.Name)
		}
	}
	return names
}
