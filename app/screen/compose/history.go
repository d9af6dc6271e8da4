package compose

import (
	"slices"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// history lists the revisions, the newest first.
func (p *side) history() []fyne.CanvasObject {
	list := []fyne.CanvasObject{element.Line(0, p.button("compose.history.compare", false, p.critic.compareRevisions))}
	for _, rev := range slices.Backward(p.file.Revisions) {
		list = append(list, p.revision(rev))
	}
	return list
}

func (p *side) revision(rev review.RevisionInfo) fyne.CanvasObject {
	head := element.Line(6, element.NewStrong(p.say.t("compose.history.seq", "seq", rev.Seq)),
		element.NewChip(string(rev.Stage), jtheme.ColorActionTint, jtheme.ColorAction), element.NewSoft(p.cause(rev)))
	who := element.NewSoft(p.file.Name(rev.Author) + " · " + when(rev.At))
	what := element.NewSoft(p.say.t("compose.history.what", "runes", thousands(rev.Runes), "hash", rev.TextHash.Short()))
	parts := []fyne.CanvasObject{head, who, what}
	switch {
	case rev.Seq == p.file.Head.Seq:
		parts = append(parts, element.NewColoured(p.say.t("compose.history.newest"), jtheme.ColorOK))
	case p.file.Can(review.ActEdit, p.who, review.Ask{}) == nil:
		parts = append(parts, element.Line(6, p.button("compose.history.restore", false, func() { p.critic.askRestore(rev.Seq) })))
	}
	return p.card(doc.Place{}, parts...)
}

// cause says why a revision was made.
func (p *side) cause(rev review.RevisionInfo) string {
	return p.say.t("compose.cause."+string(rev.Cause), "note", rev.Note)
}

// askRestore implements critic.
func (s *Screen) askRestore(seq int) {
	say := speech{s.shell.Words()}
	s.shell.Confirm(say.t("compose.restore.title", "seq", seq), say.t("compose.restore.text", "seq", seq), say.t("compose.history.restore"),
		func() { s.restore(seq) })
}

// compareRevisions implements critic.
func (s *Screen) compareRevisions() { s.shell.OpenCompare(s.id) }
