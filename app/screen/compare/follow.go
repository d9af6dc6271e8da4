package compare

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
)

var _ screen.Follower = (*Screen)(nil)

// Follow implements screen.Follower: what others do to the draft is said at the
// foot of the text, and shown when the reader wants it. What he reads does not
// change under his eyes.
func (s *Screen) Follow(n pulse.News) {
	if s.state == nil {
		return
	}
	for _, e := range n.Events {
		if said := s.told(e, n); said != "" {
			s.offer(said, e.Action == review.ActEdit)
		}
	}
}

// told is what is said of an event; "" for what does not matter here: another
// draft, one's own doing, what is on the screen already.
func (s *Screen) told(e review.Event, n pulse.News) string {
	if e.Draft != s.id || e.Actor == s.me() || e.Detail["cause"] == string(review.CauseAside) {
		return ""
	}
	switch e.Action {
	case review.ActEdit:
		seq, err := strconv.Atoi(e.Detail["revision"])
		if err != nil || seq <= s.state.file.Draft.Head {
			return ""
		}
		return s.t("compare.follow.saved", "name", n.Name(e.Actor), "seq", seq)
	case review.ActFall, review.ActExport, review.ActDecide, review.ActTick, review.ActUntick, review.ActStep, review.ActDismiss, review.ActLedger:
		return ""
	}
	return s.t("compare.follow.done", "name", n.Name(e.Actor), "action", s.t("term."+string(e.Action)))
}

// offer says what was done and offers to show it. What was saved is not hidden by
// what was said about it afterwards.
func (s *Screen) offer(said string, saved bool) {
	if s.saved = s.saved || saved; s.saved && !saved {
		return
	}
	verb := "compare.follow.reload"
	if saved {
		verb = "compare.follow.show"
	}
	show := probe.Name(widget.NewButton(s.t(verb), s.catchUp), "compare.follow")
	show.Importance = widget.HighImportance
	later := widget.NewButton(s.t("compare.follow.later"), s.unoffer)
	bar := element.NewSurface(theme.ColorNoteTint, element.Line(12, element.Middle(element.NewText(said)), show, later))
	bar.Stroke, bar.Inset = theme.ColorLine, fyne.NewSize(14, 5)
	s.offers.Objects = []fyne.CanvasObject{element.Frame(nil, bar, nil, nil, element.Gap(1, 1))}
	s.offers.Refresh()
}

// unoffer takes the offer away.
func (s *Screen) unoffer() {
	s.saved = false
	s.offers.RemoveAll()
}

// catchUp shows the draft as it now is, the newest text if that was shown.
func (s *Screen) catchUp() {
	s.unoffer()
	s.want.to, s.current = 0, none
	s.reload(s.next)
}
