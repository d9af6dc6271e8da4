package compose

import (
	"context"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
	"jianbao/review/diff"
)

// compareDelay is how long the marks of what changed wait for a pause in the
// writing.
const compareDelay = 600 * time.Millisecond

// since is what is known of the text as it was last handed over.
type since struct {
	base  *doc.Bulletin // nil if it never was, or is not known yet
	shown bool
	armed bool // a comparison is on its way
	seen  int  // the edit whose changes are marked
}

// findHanded learns how the text read when it last went from hand to hand.
func (s *Screen) findHanded() {
	file, desk := s.file, s.shell.Desk()
	s.since.base, s.since.seen = nil, 0
	var base *doc.Bulletin
	s.shell.Do(func() error {
		events, err := desk.History(context.Background(), s.id)
		seq := handedRevision(events, file.Revisions)
		if err != nil || seq == 0 {
			return err
		}
		rev, err := desk.Revision(context.Background(), s.id, seq)
		base = &rev.Text
		return err
	}, func() {
		if s.file == file {
			s.since.base = base
			s.compareSoon()
		}
	})
}

// handedRevision returns the revision that went from hand to hand last, or 0.
func handedRevision(events []review.Event, revisions []review.RevisionInfo) int {
	for _, e := range slices.Backward(events) {
		switch e.Action {
		case review.ActSubmit, review.ActSign:
			seq, _ := strconv.Atoi(e.Detail["revision"]) // the desk wrote the number
			return seq
		case review.ActReturn:
			for _, rev := range slices.Backward(revisions) {
				if !rev.At.After(e.At) {
					return rev.Seq
				}
			}
		}
	}
	return 0
}

// toggleSince shows what changed since the text was handed over, or hides it.
func (s *Screen) toggleSince() {
	s.since.shown = !s.since.shown
	s.since.seen = 0
	s.page.markChanged(nil)
	s.compareSoon()
}

func (s *Screen) whyNoSince() string {
	if s.since.base == nil {
		return s.shell.Words().T("compose.why.nosince")
	}
	return ""
}

// compareSoon brings the marks of what changed up to date at the next pause.
// Until then they move with their text.
func (s *Screen) compareSoon() {
	if s.since.shown && s.since.base != nil && !s.since.armed && s.since.seen != s.text.edits {
		s.since.armed = true
		s.keep.store.after(compareDelay, s.compareSince)
	}
}

func (s *Screen) compareSince() {
	shot, base, comparer := s.text.snapshot(), s.since.base, s.shell.Comparer()
	var found changed
	s.shell.Do(func() error {
		if base != nil {
			found = changedIn(comparer.Bulletins(*base, shot.text))
		}
		return nil
	}, func() {
		s.since.armed = false
		switch {
		case s.text.edits != shot.edit:
			s.compareSoon()
		case s.since.shown:
			s.since.seen = shot.edit
			s.page.markChanged(found)
		}
	})
}

// stretch is a piece of a field, in characters of its whole text.
type stretch struct{ from, to doc.RuneOffset }

// changed is what changed, by the field in which it stands.
type changed map[doc.Place][]stretch

// changedIn lists what a comparison found in the newer text. Of an article that
// is new all is changed.
func changedIn(d diff.BulletinDiff) changed {
	found := changed{}
	fields := func(list []diff.FieldDiff) {
		for _, f := range list {
			found[f.Place] = stretches(f.Script)
			if f.Place.Field == doc.FieldDate { // compared in another form than it prints
				found[f.Place] = []stretch{{0, everything}}
			}
		}
	}
	fields(d.Fields)
	for _, a := range d.Articles {
		at := doc.Place{Field: doc.FieldArticleBody, Article: a.New}
		switch a.State {
		case diff.ArticleRemoved:
		case diff.ArticleAdded:
			found[at] = []stretch{{0, everything}}
		default:
			fields(a.Fields)
			found[at] = stretches(a.Body)
		}
	}
	return found
}

// everything is behind the end of any text.
const everything = 1 << 30

// stretches returns where a text differs from the one before it. Where something
// was only taken out, that is the character beside the gap.
func stretches(s diff.Script) []stretch {
	var list []stretch
	at := doc.RuneOffset(0)
	for _, h := range s.Hunks {
		length := doc.RuneOffset(utf8.RuneCountInString(h.New))
		switch {
		case h.IsChange() && length > 0:
			list = append(list, stretch{at, at + length})
		case h.IsChange():
			list = append(list, stretch{max(0, at-1), at + 1})
		}
		at += length
	}
	return list
}

// markChanged marks on the page what changed.
func (p *page) markChanged(found changed) {
	for at, view := range p.views {
		text := view.Buffer()
		var marks []textview.Mark
		for _, s := range found[at] {
			span := buffer.Span{From: positionIn(text, s.from), To: positionIn(text, s.to)}
			marks = append(marks, textview.Mark{Span: span})
		}
		view.SetMarks(textview.Changed, marks)
	}
}
