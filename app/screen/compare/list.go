package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/diffview"
)

// changeRow shows one line of the list of changes. The list keeps a few and
// fills them as it scrolls.
type changeRow struct {
	element.Row
	chip    *element.Surface
	class   *element.Text
	snippet *diffview.Snippet
	fold    *element.Text
	place   *element.Text
	verdict *element.Text
}

// snippetSize is that of the interface's text.
const snippetSize = 13

func newChangeRow(look diffview.Look) *changeRow {
	r := &changeRow{chip: element.NewChip("　　", theme.ColorControl, theme.ColorInk), snippet: diffview.NewSnippet(look, snippetSize),
		fold: element.NewColoured("", theme.ColorAction), place: element.NewSoft(""), verdict: element.NewSoft("")}
	r.class = r.chip.Content.(*element.Text)
	r.place.Cut, r.fold.Cut = true, true
	above := container.NewBorder(nil, nil, container.NewHBox(r.chip), nil, container.NewStack(r.snippet, r.fold))
	below := container.NewBorder(nil, nil, nil, r.verdict, r.place)
	r.Content = element.Stack(2, above, below)
	r.ExtendBaseWidget(r)
	return r
}

// newList is the list of changes; it draws only the lines in sight.
func (s *Screen) newList() *widget.List {
	look := lookOf(s.shell.Theme())
	l := widget.NewList(
		func() int { return len(s.rows) },
		func() fyne.CanvasObject { return newChangeRow(look) },
		func(i widget.ListItemID, o fyne.CanvasObject) { s.fill(o.(*changeRow), s.rows[i]) })
	l.HideSeparators = true
	return l
}

func (s *Screen) fill(r *changeRow, line row) {
	if line.change == fold {
		s.fillFold(r, line)
		return
	}
	c, by := s.state.view.Changes[line.change], s.state.authors[line.change]
	r.OnTapped = func() { s.choose(line.change) }
	r.setClass(s.t("diff.class."+string(c.Class)), c.Class, c.Critical)
	r.snippet.Set(s.state.excerpts, line.change)
	r.snippet.Show()
	r.fold.Hide()
	place := s.place(c.At, s.bulletinOf(c))
	if c.Class == diff.ClassField {
		place = s.shell.Words().Field(c.At.Field)
	}
	if s.outside == nil {
		place = s.t("compare.change.place", "place", place, "by", s.state.file.Name(by.Author), "at", s.clock(by.At))
	}
	r.place.SetText(place)
	r.setVerdict(s.verdictWord(line.change))
	r.Choose(line.change == s.current)
	r.Refresh()
}

// bulletinOf is the bulletin that a change's anchor speaks of.
func (s *Screen) bulletinOf(c diff.Change) doc.Bulletin {
	if c.Class == diff.ClassArticle && c.Kind == diff.Delete {
		return s.state.view.Old
	}
	return s.state.view.New
}

func (s *Screen) fillFold(r *changeRow, line row) {
	r.OnTapped = func() {
		s.setUnfolded(!s.unfolded)
		s.choose(fold)
	}
	r.setClass(s.t("diff.class."+string(diff.ClassPunctuation)), diff.ClassPunctuation, false)
	r.snippet.Hide()
	r.fold.Show()
	r.fold.SetText(s.t("compare.fold", "count", line.folded))
	r.place.SetText(s.foldHint())
	r.setVerdict(s.foldWord())
	r.Choose(s.current == fold)
	r.Refresh()
}

func (s *Screen) foldHint() string {
	hint := s.t("compare.unfold")
	if s.unfolded {
		hint = s.t("compare.refold")
	}
	if s.outside != nil {
		return hint
	}
	return s.t("compare.fold.keys", "hint", hint)
}

// foldWord says what was decided about the changes behind the fold, if that was
// the same for all.
func (s *Screen) foldWord() (string, fyne.ThemeColorName) {
	behind := s.folded()
	for _, i := range behind {
		if s.outside != nil || s.isOpen(i) {
			return s.verdictWord(i)
		}
	}
	return s.decidedWord(behind[0])
}

func (r *changeRow) setClass(word string, class diff.Class, critical bool) {
	fill, ink := theme.ColorControl, theme.ColorInk
	switch {
	case critical:
		fill, ink = theme.ColorRed, theme.ColorOnAccent
	case class == diff.ClassMove:
		fill, ink = theme.ColorMoveTint, theme.ColorMove
	}
	r.chip.Fill, r.class.Text, r.class.Color = fill, word, ink
	r.chip.Refresh()
}

func (r *changeRow) setVerdict(word string, ink fyne.ThemeColorName) {
	r.verdict.SetColoured(word, ink)
}

// verdictWord says whether a change was ticked, where that is asked for, and
// what was decided about it.
func (s *Screen) verdictWord(change int) (string, fyne.ThemeColorName) {
	if s.outside != nil {
		return "", theme.ColorSoft
	}
	word, ink := s.decidedWord(change)
	c := s.state.view.Changes[change]
	if !s.awaitsTick(c) {
		return word, ink
	}
	box, colour := s.t("compare.unticked"), theme.ColorRed
	if s.ticked(c) {
		box, colour = s.t("compare.ticked"), theme.ColorOK
	}
	if s.state.verdict(change) == nil {
		return box, colour
	}
	return box + "  " + word, ink
}

func (s *Screen) decidedWord(change int) (string, fyne.ThemeColorName) {
	d := s.state.verdict(change)
	switch {
	case d == nil:
		return s.t("compare.undecided"), theme.ColorSoft
	case d.Verdict == review.Accepted:
		return s.t("compare.accepted"), theme.ColorOK
	}
	return s.t("compare.rejected"), theme.ColorWarn
}
