package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/review"
)

// paintRight shows what is to be decided about the draft.
func (s *Screen) paintRight() {
	objects := []fyne.CanvasObject{}
	if cards := s.paintAnswers(); len(cards) > 0 {
		objects = append(objects, element.Group(s.t("compare.answers"), element.Padded(cards...)))
	}
	if cards := s.paintThreads(); len(cards) > 0 {
		objects = append(objects, element.Group(s.t("compare.comments"), element.Padded(cards...)))
	}
	objects = append(objects,
		element.Group(s.t("compare.signing"), element.Padded(element.NewCard(s.paintSigning(), nil))),
		element.Group(s.t("compare.versions"), element.Padded(element.NewCard(s.paintVersions(), nil))),
		element.Gap(1, 16))
	s.right.Objects = objects
	s.right.Refresh()
}

// paintVersions lists the revisions, newest first, with the code by which paper
// and screen are told apart.
func (s *Screen) paintVersions() fyne.CanvasObject {
	f := s.state.file
	list := element.Stack(3)
	for i := len(f.Revisions) - 1; i >= 0 && len(list.Objects) < versionRoom; i-- {
		r := f.Revisions[i]
		line := s.t("compare.version", "seq", r.Seq, "stage", r.Stage, "hash", r.TextHash.Short(), "runes", r.Runes)
		switch {
		case r.Cause == review.CauseAside:
			line += "  " + s.t("term.aside")
		case r.Seq == s.state.from.Seq:
			line += "  " + s.t("compare.version.base")
		}
		text := element.NewSoft(line)
		text.Cut = true
		list.Add(text)
	}
	if hidden := len(f.Revisions) - versionRoom; hidden > 0 {
		list.Add(element.NewSoft(s.t("compare.version.more", "count", hidden)))
	}
	return list
}

// versionRoom is how many revisions are listed; the chooser has them all.
const versionRoom = 8

// small is a button of a card.
func (s *Screen) small(key, name string, do func(), enabled bool) fyne.CanvasObject {
	b := widget.NewButton(s.t(key), do)
	if !enabled {
		b.Disable()
	}
	return probe.Name(b, name)
}
