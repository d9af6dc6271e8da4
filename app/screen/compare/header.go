package compare

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// paintHeader shows where one is, the stage, and what is compared with what.
func (s *Screen) paintHeader() {
	f := s.state.file
	series := element.NewStrong(f.Series.Name)
	chooser := element.Line(4,
		element.Middle(element.NewSoft(s.t("compare.span"))),
		element.Middle(element.NewStrong(s.t("compare.span.of", "from", s.revisionName(s.state.from.RevisionInfo), "to", s.revisionName(s.state.to.RevisionInfo)))),
		element.Middle(element.NewSoft("▾")))
	s.header.Objects = []fyne.CanvasObject{
		element.Middle(series), element.Middle(element.NewSoft(s.number())),
		element.StageBar(s.stages()),
		probe.Name(element.NewRow(chooser, s.chooseSpan), "compare.span"),
	}
	if nature := f.Nature(s.me()); nature != "" {
		s.header.Add(element.Middle(s.natureChip(nature)))
	}
	s.header.Refresh()
}

// natureChip says what changed since this person's signature.
func (s *Screen) natureChip(nature review.Nature) fyne.CanvasObject {
	word := s.t("compare.nature", "nature", s.t("term."+string(nature)))
	if nature == review.Substantive {
		return element.NewChip(word, theme.ColorRed, theme.ColorOnAccent)
	}
	return element.NewChip(word, theme.ColorActionTint, theme.ColorAction)
}

// number is the number of the issue: the expected one, as such, before 定稿.
func (s *Screen) number() string {
	d, n := s.state.file.Draft, s.state.file.Expected
	switch {
	case n.IsZero():
		return s.t("compare.number.none")
	case d.Number.IsZero():
		return d.Label + s.t("compare.number.expected", "issue", n.Issue)
	}
	return d.Label + s.t("compare.number", "issue", n.Issue)
}

// stages lists the stages of the way and which is the present one.
func (s *Screen) stages() ([]string, int) {
	f := s.state.file
	names := []string{string(review.RoleDrafter)}
	for _, r := range f.Series.Chain() {
		names = append(names, string(r))
	}
	chain := len(names)
	for _, state := range []review.State{review.Final, review.Issued} {
		names = append(names, s.t("term."+string(state)))
	}
	switch f.Draft.State {
	case review.Drafting:
		return names, 0
	case review.Final:
		return names, chain
	case review.Issued, review.Archived, review.Voided:
		return names, chain + 1
	}
	return names, 1 + f.Draft.Step
}

// revisionName says a revision as this person knows it.
func (s *Screen) revisionName(r review.RevisionInfo) string {
	f := s.state.file
	if s.outside != nil && r.Seq == 0 {
		return s.t("compare.outside", "name", s.outside.name)
	}
	switch r.Seq {
	case f.Draft.Head:
		return s.t("compare.now")
	case f.LastSigned(s.shell.Actor().Person().ID):
		return s.t("compare.signed", "at", s.clock(r.At))
	case s.seen:
		return s.t("compare.looked", "at", s.clock(r.At))
	}
	return s.t("compare.revision", "seq", r.Seq)
}

// chooseSpan lets the user compare any two revisions.
func (s *Screen) chooseSpan() {
	names := make([]string, len(s.state.file.Revisions))
	for i, r := range s.state.file.Revisions {
		names[i] = s.t("compare.revision.line", "seq", r.Seq, "by", s.state.file.Name(r.Author), "at", s.clock(r.At), "hash", r.TextHash.Short())
	}
	from := probe.Name(widget.NewSelect(names, nil), "compare.from")
	to := probe.Name(widget.NewSelect(names, nil), "compare.to")
	from.SetSelectedIndex(s.state.from.Seq - 1)
	to.SetSelectedIndex(max(s.state.to.Seq, 1) - 1)
	items := []*widget.FormItem{
		widget.NewFormItem(s.t("compare.from"), from),
		widget.NewFormItem(s.t("compare.to"), to),
	}
	d := dialog.NewForm(s.t("command.compare.span"), s.t("button.ok"), s.t("button.cancel"), items, func(ok bool) {
		if ok {
			s.compare(span{from.SelectedIndex() + 1, to.SelectedIndex() + 1})
		}
	}, s.shell.Window())
	d.Resize(fyne.NewSize(520, d.MinSize().Height))
	d.Show()
}

// compare shows what changed between two revisions. The newest one is followed
// as the text moves on.
func (s *Screen) compare(want span) {
	if want.to == s.state.file.Draft.Head {
		want.to = 0
	}
	s.want, s.current, s.sitting, s.outside = want, none, nil, nil
	s.reload(s.next)
}

// paintTools is the row of buttons above the page, with a note where there is
// something to say about what is compared.
func (s *Screen) paintTools() {
	s.tools.Objects = nil
	commands := s.Commands()
	for _, id := range []string{"inline", "sidebyside", "clean", "previous", "next"} {
		c, _ := commands.Find(commandID(id))
		b := widget.NewButton(element.Caption(s.shell.Words(), c), func() { c.Run() })
		if id == modeNames[s.view.Mode()] {
			b.Importance = widget.HighImportance
		}
		s.tools.Add(probe.Name(b, "compare."+id))
	}
	if note := s.note(); note != "" {
		s.tools.Add(element.Middle(element.NewChip(note, theme.ColorNoteTint, theme.ColorInk)))
	}
	if c, _ := commands.Find("compare.enter"); s.tracked() {
		s.tools.Add(element.Middle(element.NewCommandButton(s.shell.Words(), c, false)))
	}
	s.tools.Refresh()
}

// note says why there is nothing marked, or that the text shown is not the
// newest.
func (s *Screen) note() string {
	switch st := s.state; {
	case s.outside != nil:
		return s.t("compare.note.outside")
	case !st.atHead():
		return s.t("compare.note.old", "seq", st.to.Seq)
	case st.first && len(st.view.Changes) == 0:
		return s.t("compare.note.first")
	case st.quiet:
		return s.t("compare.note.quiet", "base", s.revisionName(st.from.RevisionInfo))
	case len(st.view.Changes) == 0:
		return s.t("compare.note.same")
	}
	return ""
}

// place says where an anchor stands: "第3段", or the word of the field.
func (s *Screen) place(a doc.Anchor, b doc.Bulletin) string {
	if a.Place == (doc.Place{}) {
		return s.t("compare.place.whole")
	}
	for i, article := range b.Articles {
		for j, p := range article.Body {
			if p.ID == a.Paragraph {
				return s.articleWord(b, i) + s.t("compare.place.paragraph", "n", strconv.Itoa(j+1))
			}
		}
		if article.ID == a.Article {
			return s.articleWord(b, i) + s.shell.Words().Field(a.Field)
		}
	}
	return s.shell.Words().Field(a.Field)
}

// articleWord names an article where there are several.
func (s *Screen) articleWord(b doc.Bulletin, i int) string {
	if len(b.Articles) < 2 {
		return ""
	}
	return s.t("compare.place.article", "n", i+1)
}
