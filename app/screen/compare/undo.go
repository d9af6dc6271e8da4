package compare

import (
	"context"
	"errors"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// step is what was done in one go in this sitting, as far as it takes to undo it.
type step struct {
	about  []decided
	ticked bool         // the change was ticked, not decided about
	made   int          // the revision made without the changes; 0: none was
	text   doc.Bulletin // the text before that
}

// decided is a change with the decision that held about it before; nil: none.
type decided struct {
	change diff.ChangeID
	before *review.Decision
}

func names(about []decided) []diff.ChangeID {
	ids := make([]diff.ChangeID, len(about))
	for i, c := range about {
		ids[i] = c.change
	}
	return ids
}

// undo takes back what was done last in this sitting: by new decisions, and by a
// new revision where the text was changed.
func (s *Screen) undo() {
	last := s.sitting[len(s.sitting)-1]
	head := s.state.file.Head
	if last.made > 0 && last.made != head.Seq {
		s.shell.Fail(s.movedOn(review.ActEdit))
		return
	}
	decisions := s.takenBack(last.about)
	var saved review.Saved
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) (err error) {
		switch {
		case last.ticked:
			return untick(ctx, d, who, s.id, last.about[0].change)
		case last.made > 0:
			saved, err = rewrite(ctx, d, who, head, last.text, decisions)
		default:
			_, err = d.Decide(ctx, who, s.id, decisions...)
		}
		return err
	}, func() {
		s.sitting = s.sitting[:len(s.sitting)-1]
		if saved.File != nil {
			s.tellSaved(saved)
		}
		s.chooseAgain(last.about)
	})
}

// takenBack are the decisions by which what held before holds again.
func (s *Screen) takenBack(about []decided) []review.Decision {
	list := s.alike(review.Reopened, about, s.t("compare.undo.note"))
	for i, c := range about {
		if c.before != nil {
			list[i].Verdict, list[i].Reason = c.before.Verdict, c.before.Reason
		}
	}
	return list
}

// untick takes a tick back; one whose change is gone has fallen with it.
func untick(ctx context.Context, d *review.Desk, who review.Actor, id review.DraftID, change diff.ChangeID) error {
	_, err := d.Untick(ctx, who, id, string(change))
	if errors.Is(err, review.ErrNotFound) {
		return nil
	}
	return err
}

// chooseAgain makes changes the current ones by their names, as far as they are
// there.
func (s *Screen) chooseAgain(about []decided) {
	if len(about) > 1 && s.rowOf(fold) != none {
		s.choose(fold)
		return
	}
	for i, c := range s.state.view.Changes {
		if c.ID == about[0].change {
			s.chosenInText(i)
			s.view.Choose(i)
		}
	}
}
