package compare

import (
	"context"
	"errors"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// step is a decision of this sitting, as far as it takes to undo it.
type step struct {
	change diff.ChangeID
	before *review.Decision // what held before; nil: nothing
	made   int              // the revision made without the change; 0: none was
	text   doc.Bulletin     // the text before that
}

func (s *Screen) decision(verdict review.Verdict, change diff.ChangeID, reason string) review.Decision {
	return review.Decision{From: s.state.from.Seq, To: s.state.to.Seq, Change: string(change), Verdict: verdict, Reason: reason}
}

func (s *Screen) currentChange() diff.Change { return s.state.view.Changes[s.current] }

// accept records that the current change is right, and goes to the next one not
// decided about.
func (s *Screen) accept() {
	done := step{change: s.currentChange().ID, before: s.state.verdict(s.current)}
	dec := s.decision(review.Accepted, done.change, "")
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		_, err := d.Decide(ctx, who, s.id, dec)
		return err
	}, func() {
		s.sitting = append(s.sitting, done)
		s.nextUndecided()
	})
}

// reject asks why, records it, and makes the text without the current change.
func (s *Screen) reject() {
	change := s.currentChange()
	s.shell.Ask(s.t("command.compare.reject"), s.rejectHint(), func(reason string) {
		s.rejectFor(change, reason)
	})
}

// rejectHint says beforehand which sign-offs will fall.
func (s *Screen) rejectHint() string {
	hint := s.t("compare.reject.hint")
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

func (s *Screen) rejectFor(change diff.Change, reason string) {
	head := s.state.file.Head
	text, err := s.state.view.Diff.Revert(head.Text, change.ID)
	if err != nil {
		s.shell.Fail(err)
		return
	}
	dec := s.decision(review.Rejected, change.ID, reason)
	var saved review.Saved
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) (err error) {
		saved, err = rewrite(ctx, d, who, head, text, dec)
		return err
	}, func() {
		s.sitting = append(s.sitting, step{change: change.ID, made: saved.Revision.Seq, text: head.Text})
		s.tellSaved(saved)
		s.nextUndecided()
	})
}

// rewrite records a decision and then makes the text that follows from it: in
// this order, since the new text may end this person's turn. Where the text
// cannot be saved the decision is taken back.
func rewrite(ctx context.Context, d *review.Desk, who review.Actor, head review.Revision, text doc.Bulletin, dec review.Decision) (review.Saved, error) {
	if _, err := d.Decide(ctx, who, head.Draft, dec); err != nil {
		return review.Saved{}, err
	}
	saved, err := d.Save(ctx, who, head.Draft, head.Seq, text, dec.Reason)
	if err != nil {
		dec.Verdict = review.Reopened
		_, again := d.Decide(ctx, who, head.Draft, dec)
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

// undo takes back the last decision of this sitting: by a new decision, and by
// a new revision where the text was changed.
func (s *Screen) undo() {
	last := s.sitting[len(s.sitting)-1]
	head := s.state.file.Head
	if last.made > 0 && last.made != head.Seq {
		s.shell.Fail(s.movedOn(review.ActEdit))
		return
	}
	dec := s.decision(review.Reopened, last.change, s.t("compare.undo.note"))
	if last.before != nil {
		dec.Verdict, dec.Reason = last.before.Verdict, last.before.Reason
	}
	var saved review.Saved
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) (err error) {
		if last.made > 0 {
			saved, err = rewrite(ctx, d, who, head, last.text, dec)
			return err
		}
		_, err = d.Decide(ctx, who, s.id, dec)
		return err
	}, func() {
		s.sitting = s.sitting[:len(s.sitting)-1]
		if saved.File != nil {
			s.tellSaved(saved)
		}
		s.chooseID(last.change)
	})
}

// chooseID makes a change the current one by its name, if it is there.
func (s *Screen) chooseID(id diff.ChangeID) {
	for i, c := range s.state.view.Changes {
		if c.ID == id {
			s.chosenInText(i)
			s.view.Choose(i)
		}
	}
}
