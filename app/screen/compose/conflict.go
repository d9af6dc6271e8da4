package compose

import (
	"slices"

	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// conflict (冲突) is a place that somebody else changed too: the page has mine
// until it is decided otherwise.
type conflict struct {
	diff.OpenMerge
	base, theirs doc.Bulletin // what both began with, and what the other made of it
	names        string       // whose it is
}

// shownConflicts is how many are told at once; the next come as these are
// decided.
const shownConflicts = 3

// tellConflicts shows the conflicts that are not decided, with what can be done.
func (s *Screen) tellConflicts() {
	say := speech{s.shell.Words()}
	s.notices.settle()
	for i, c := range s.meeting.conflicts[:min(len(s.meeting.conflicts), shownConflicts)] {
		sentence := say.t("compose.conflict", "where", s.placeName(say, c.Place), "name", c.names,
			"base", quoted(say, c.Base), "mine", quoted(say, c.Mine), "theirs", quoted(say, c.Theirs))
		s.notices.stand(sentence,
			choice{say.t("compose.conflict.show"), func() { s.page.goTo(c.Place) }},
			choice{say.t("compose.conflict.mine"), func() { s.decided(i) }},
			choice{say.t("compose.conflict.theirs"), func() { s.takeTheirs(i) }})
	}
	if n := len(s.meeting.conflicts); n > 0 {
		s.notices.stand(say.t("compose.conflict.count", "count", n), choice{say.t("compose.conflict.aside"), s.discard})
	}
}

// quoted is one side of a conflict in few words.
func quoted(say speech, text string) string {
	if text == "" {
		return say.t("compose.conflict.nothing")
	}
	return say.t("compose.conflict.quote", "text", clip(text))
}

// placeName says where a place is, in which article if there are several.
func (s *Screen) placeName(say speech, at doc.Place) string {
	name := say.words.Field(at.Field)
	if i := s.articleIndex(at.Article); i >= 0 && len(s.text.text.Articles) > 1 {
		return say.t("compose.of", "where", say.ordinal(i), "what", name)
	}
	return name
}

// decided ends a conflict with what the page says.
func (s *Screen) decided(i int) {
	s.meeting.conflicts = slices.Delete(slices.Clone(s.meeting.conflicts), i, i+1)
	s.tellConflicts()
	s.shell.Changed()
}

// takeTheirs ends a conflict with what the other wrote, as a thought that can be
// undone.
func (s *Screen) takeTheirs(i int) {
	c := s.meeting.conflicts[i]
	s.page.flush()
	text, found, err := taking(s.shell.Comparer(), c.base, s.text.text, c.theirs, c.OpenMerge)
	say := speech{s.shell.Words()}
	switch {
	case err != nil:
		s.shell.Fail(err)
		return
	case !found: // it was written over since: both are left to the writer
		s.notices.add(say, say.t("compose.conflict.gone", "theirs", quoted(say, c.Theirs)), s.dismiss())
		return
	}
	s.takeIn(text)
	s.text.wroteIn(c.Place.Article)
	s.claim()
	s.decided(i)
}

// askSubmit hands the text over, and asks first where conflicts are open.
func (s *Screen) askSubmit() {
	if len(s.meeting.conflicts) == 0 {
		s.submit()
		return
	}
	say := speech{s.shell.Words()}
	s.shell.Confirm(say.t("compose.conflict.submit.title"), say.t("compose.conflict.submit.text", "count", len(s.meeting.conflicts)),
		say.t("compose.conflict.submit.verb"), s.submit)
}
