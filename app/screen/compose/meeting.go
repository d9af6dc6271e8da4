package compose

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/dialog"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review"
)

// This file is what the page does when somebody else has saved: his changes come
// into what is written here, and nothing written here is overwritten.

// meeting is how far the page and what others have saved have come together.
type meeting struct {
	looking   bool // it is being fetched or brought in
	missed    bool // it must be done again
	conflicts []conflict
}

// errMoved says that somebody saved since the text on the page was begun.
var errMoved = errors.New("compose: somebody else has saved")

// savedElsewhere hears that a draft's newest revision is now head. What is known
// already does nothing.
func (s *Screen) savedElsewhere(head int) {
	if head > s.text.base {
		s.look(func() {})
	}
}

// look fetches the draft and brings in what others have saved. Then it goes on,
// unless there is something to decide first.
func (s *Screen) look(then func()) {
	if s.left || s.file == nil {
		return
	}
	if s.meeting.looking || s.busy {
		s.meeting.missed = true
		return
	}
	s.meeting.looking, s.meeting.missed = true, false
	var file *review.File
	var base review.Revision
	var failure error
	desk, actor, seq := s.shell.Desk(), s.shell.Actor(), s.text.base
	s.shell.Do(func() error {
		if file, failure = desk.Open(context.Background(), actor, s.id); failure == nil {
			base, failure = desk.Revision(context.Background(), s.id, seq)
		}
		return nil
	}, func() {
		s.meeting.looking = false
		switch {
		case s.busy || s.text.base != seq: // it went on meanwhile
			s.meeting.missed = true
		case failure == nil:
			s.received(file, base.Text, then)
		case !isCut(failure): // else the keeper looks again once it gets through
			s.shell.Fail(failure)
		}
		s.catchUp()
	})
}

// catchUp looks again where something was saved that was not looked at, since
// the page was busy.
func (s *Screen) catchUp() {
	if s.meeting.missed && !s.busy && !s.meeting.looking {
		s.look(func() {})
	}
}

// received deals with a draft as it stands now; base is the text that the page
// was begun on.
func (s *Screen) received(file *review.File, base doc.Bulletin, then func()) {
	refused := file.Can(review.ActEdit, s.shell.Actor(), review.Ask{})
	switch {
	case s.page.readOnly:
		scrolled := s.page.scroll.Offset
		s.open(file)
		s.page.scroll.ScrollToOffset(scrolled)
	case refused != nil: // the text is no longer in this hand
		if err := s.keep.now(); err != nil {
			s.shell.Fail(err)
			return
		}
		s.Show()
	case file.Head.Seq == s.text.base:
		s.refresh(file)
		then()
	default:
		s.join(file, base, then)
	}
}

// join works out what both texts together are, on another goroutine, and takes
// it in. Where something was typed meanwhile it is worked out anew.
func (s *Screen) join(file *review.File, base doc.Bulletin, then func()) {
	s.page.flush()
	s.meeting.looking = true
	shot, comparer := s.text.snapshot(), s.shell.Comparer()
	var together union
	s.shell.Do(func() (err error) {
		together, err = unite(comparer, base, shot.text, file.Head.Text)
		return err
	}, func() {
		s.meeting.looking = false
		s.page.flush()
		switch {
		case s.left:
		case s.busy || s.text.base != shot.base:
			s.meeting.missed = true
		case s.text.edits != shot.edit:
			s.join(file, base, then)
		default:
			s.takeIn(together.text)
			s.joined(file, base, shot.text, together)
			if len(together.open) == 0 {
				then()
			}
		}
		s.catchUp()
	})
}

// takeIn makes the page read as wanted, as one thought, and leaves the caret and
// what one reads where they are.
func (s *Screen) takeIn(want doc.Bulletin) {
	hold := s.page.hold()
	selection := func(at doc.Place) buffer.Selection {
		if view := s.page.views[at]; view != nil {
			return view.Selection()
		}
		return buffer.Selection{}
	}
	edits, undoable := s.text.edits, len(s.text.order.done)
	if err := s.text.takeIn(s.shell.Comparer(), want, selection); err != nil {
		s.shell.Fail(err)
	}
	s.text.takeWritten() // what comes from others claims no lease
	if s.text.edits == edits {
		hold.release()
		return
	}
	if done := s.text.order.done; len(done) > undoable && !done[len(done)-1].rearranges() && s.page.shows(done[len(done)-1].texts) {
		s.page.fit()
	} else {
		s.page.build()
	}
	hold.release()
	s.touched()
}

// joined goes on from the revision that was brought in, and says what came.
func (s *Screen) joined(file *review.File, base, mine doc.Bulletin, together union) {
	names := authors(file, s.text.base)
	s.file, s.text.base = file, file.Head.Seq
	if sameText(s.text.text, file.Head.Text) {
		s.keep.rest(time.Time{})
	} else {
		s.keep.touch()
	}
	s.notices.clear()
	for _, o := range together.open {
		s.meeting.conflicts = slices.DeleteFunc(s.meeting.conflicts, func(c conflict) bool { return c.Place == o.Place && c.Theirs == o.Base })
		s.meeting.conflicts = append(s.meeting.conflicts, conflict{OpenMerge: o, base: base, theirs: file.Head.Text, names: names})
	}
	s.tellJoined(names, mine, together.text)
	s.tellConflicts()
	s.paint()
}

// authors names those who made the newest revision what it is since another.
func authors(file *review.File, since int) string {
	var names []string
	for _, rev := range file.Revisions {
		name := file.Name(rev.Author)
		if rev.Seq > since && rev.Cause != review.CauseAside && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "、")
}

// tellJoined says whose changes came in, and in how many places.
func (s *Screen) tellJoined(names string, before, after doc.Bulletin) {
	say := speech{s.shell.Words()}
	count := len(s.shell.Comparer().Bulletins(before, after).Changes())
	if count == 0 {
		return
	}
	look := choice{say.t("compose.notice.look"), func() { s.showJoined(before, after) }}
	s.notices.add(say, say.t("compose.notice.joined", "name", names, "seq", s.file.Head.Seq, "count", count), look, s.dismiss())
}

func (s *Screen) showJoined(before, after doc.Bulletin) {
	say := speech{s.shell.Words()}
	list, count := s.changeList(say, before, after)
	dialog.ShowCustom(say.t("compose.joined.title", "count", count), say.t("compose.changes.close"), list, s.shell.Window())
}
