package compose

import (
	"context"
	"errors"
	"time"

	"jianbao/review"
)

// This file and courier.go are the only ones that call the desk to change
// something; every call here goes through work.

// putWorking returns what stores the unsaved copy on another goroutine.
func (s *Screen) putWorking(shot snapshot) func() error {
	desk, actor := s.shell.Desk(), s.shell.Actor()
	return func() error { return desk.Autosave(context.Background(), actor, s.id, shot.base, shot.text) }
}

// work runs a use case on another goroutine, one at a time, and then done. No
// unsaved copy is written meanwhile, so that none outlives what it became.
func (s *Screen) work(shot snapshot, use func(*review.Desk, review.Actor) error, done func()) {
	s.carryOut(shot, use, func(failure error) {
		if failure != nil {
			s.failed(failure)
			return
		}
		done()
	})
}

// carryOut is work that says how it ended.
func (s *Screen) carryOut(shot snapshot, use func(*review.Desk, review.Actor) error, ended func(error)) {
	if s.busy || s.file == nil {
		return
	}
	s.busy = true
	desk, actor := s.shell.Desk(), s.shell.Actor()
	var failure error
	s.shell.Do(func() error {
		failure = s.keep.alone(shot.edit, func() error { return use(desk, actor) })
		return nil
	}, func() {
		s.busy = false
		ended(failure)
		s.catchUp()
	})
}

// failed says why a use case was not carried out. What it was about stays where
// it is; what others have saved is brought in.
func (s *Screen) failed(why error) {
	s.shell.Fail(why)
	s.shell.Changed()
	if r, refused := errors.AsType[*review.Refusal](why); refused && r.Code == review.CodeMoved {
		s.look(func() {})
	}
}

// save makes a revision of the text. What stands in articles that others write
// goes aside first, so that the rest does not.
func (s *Screen) save() {
	s.setStraysAside(0, func() {
		shot := s.text.snapshot()
		s.revise(shot, s.save, func(saved review.Saved) { s.adopt(shot, saved) })
	})
}

// saveThen goes on once what is written is a revision; where nothing changed it
// goes on at once.
func (s *Screen) saveThen(then func()) {
	if sameText(s.text.text, s.file.Head.Text) || s.page.readOnly {
		then()
		return
	}
	s.setStraysAside(0, func() {
		shot := s.text.snapshot()
		s.revise(shot, func() { s.saveThen(then) }, func(saved review.Saved) {
			s.adopt(shot, saved)
			if !saved.Aside {
				then()
			}
		})
	})
}

// revise makes a revision of a text. Where somebody else has saved since it was
// begun, his changes come in first, and once nothing is left to decide it is
// tried again.
func (s *Screen) revise(shot snapshot, again func(), done func(review.Saved)) {
	var saved review.Saved
	s.carryOut(shot, func(d *review.Desk, who review.Actor) (err error) {
		now, err := d.Open(context.Background(), who, s.id)
		if err == nil && now.Head.Seq != shot.base {
			return errMoved
		}
		if err == nil {
			saved, err = d.Save(context.Background(), who, s.id, shot.base, shot.text, "")
		}
		return err
	}, func(failure error) {
		switch {
		case errors.Is(failure, errMoved):
			s.look(again)
		case failure != nil:
			s.failed(failure)
		default:
			done(saved)
		}
	})
}

// restore makes an earlier revision the newest one; what is written now is made
// a revision first.
func (s *Screen) restore(seq int) {
	shot := s.text.snapshot()
	var saved review.Saved
	s.work(shot, func(d *review.Desk, who review.Actor) (err error) {
		if _, err = d.Save(context.Background(), who, s.id, shot.base, shot.text, ""); err == nil {
			saved, err = d.Restore(context.Background(), who, s.id, seq)
		}
		return err
	}, func() {
		if s.arrive(shot, saved.File) {
			s.tellSaved(saved)
		}
	})
}

// submit hands the text to the first signer. What is written is kept first, and
// the desk makes a revision of it.
func (s *Screen) submit() {
	shot := s.text.snapshot()
	var file *review.File
	s.work(shot, func(d *review.Desk, who review.Actor) (err error) {
		if err = d.Autosave(context.Background(), who, s.id, shot.base, shot.text); err == nil {
			file, err = d.Submit(context.Background(), who, s.id)
		}
		return err
	}, func() {
		if s.arrive(shot, file) {
			s.tellSubmitted()
		}
	})
}

// discard goes back to the newest revision; what is written becomes a revision
// aside.
func (s *Screen) discard() {
	shot := s.text.snapshot()
	var saved review.Saved
	s.work(shot, func(d *review.Desk, who review.Actor) (err error) {
		saved, err = d.SetAside(context.Background(), who, s.id, shot.base, shot.text)
		return err
	}, func() {
		if s.arrive(shot, saved.File) {
			s.tellSetAside(saved)
		}
	})
}

// move takes the draft along its way: on hold, on again, withdrawn. What is
// written is kept first.
func (s *Screen) move(step func(*review.Desk, review.Actor) (*review.File, error)) {
	if err := s.keepNow(); err != nil {
		s.shell.Fail(err)
		return
	}
	shot := s.text.snapshot()
	s.decide(step, func(file *review.File) { s.arrive(shot, file) })
}

// arrive shows the draft as a use case left it and reports whether that is all.
// What was typed while the use case was under way is kept, and told like any
// unsaved copy.
func (s *Screen) arrive(shot snapshot, file *review.File) bool {
	if s.text.edits == shot.edit {
		s.open(file)
		return true
	}
	if err := s.keep.now(); err != nil {
		s.shell.Fail(err)
		return false
	}
	s.Show()
	return false
}

// decide runs a use case that leaves the text alone.
func (s *Screen) decide(step func(*review.Desk, review.Actor) (*review.File, error), done func(*review.File)) {
	var file *review.File
	s.work(snapshot{}, func(d *review.Desk, who review.Actor) (err error) {
		file, err = step(d, who)
		return err
	}, func() { done(file) })
}

// refresh takes over what changed beside the text.
func (s *Screen) refresh(file *review.File) {
	s.file = file
	s.paint()
}

// adopt goes on from a revision just made. What was typed meanwhile stays and is
// kept again, on the new base. Where somebody else saved in between, the text is
// aside now and the page shows the newest revision.
func (s *Screen) adopt(shot snapshot, saved review.Saved) {
	if s.text.edits == shot.edit {
		s.reopen(saved)
	} else {
		s.file = saved.File
		if !saved.Aside {
			s.text.base = saved.Head.Seq
		}
		s.keep.touch()
		s.notices.clear()
		s.paint()
	}
	s.tellSaved(saved)
	s.settle()
}

// reopen shows a revision just made without moving the writer away from where
// he writes.
func (s *Screen) reopen(saved review.Saved) {
	if saved.Aside {
		s.open(saved.File)
		return
	}
	s.file = saved.File
	s.text.base = saved.Head.Seq
	s.keep.rest(time.Time{})
	s.notices.clear()
	s.paint()
}
