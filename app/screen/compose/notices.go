package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// notices are the lines above the page that say what must not go unseen.
type notices struct {
	content *fyne.Container
	said    []string
}

func newNotices() *notices { return &notices{content: element.Flow(0)} }

func (n *notices) clear() {
	n.said, n.content.Objects = nil, nil
	n.content.Refresh()
}

// choice is what one can do about a notice.
type choice struct {
	title string
	do    func()
}

// add shows a sentence and what can be done about it.
func (n *notices) add(say speech, sentence string, choices ...choice) {
	n.said = append(n.said, sentence)
	text := element.Margins(0, 6, 0, element.NewNote(sentence, jtheme.ColorInk))
	cells, shares := []fyne.CanvasObject{text}, []float32{1}
	for _, c := range choices {
		b := widget.NewButton(c.title, c.do)
		cells, shares = append(cells, container.NewVBox(b), element.Gap(6, 1)), append(shares, 0, 0)
	}
	bar := element.NewSurface(jtheme.ColorNoteTint, element.Shared(shares, cells...))
	bar.Inset = fyne.NewSize(12, 3)
	n.content.Add(element.Flow(0, bar, element.Rule()))
	n.content.Refresh()
}

// tellRecovered says that the page shows what this person wrote and had not
// made a revision, and on what it stands.
func (s *Screen) tellRecovered(mine review.Working) {
	say := speech{s.shell.Words()}
	look := choice{say.t("compose.notice.look"), func() { s.showUnsaved(mine) }}
	drop := choice{say.t("compose.notice.drop"), s.askDiscard}
	if mine.Base == s.file.Head.Seq {
		s.notices.add(say, say.t("compose.notice.recovered", "at", when(mine.At), "seq", mine.Base), look, drop)
		return
	}
	s.notices.add(say, say.t("compose.notice.moved", "name", s.file.Name(s.file.Head.Author), "head", s.file.Head.Seq, "base", mine.Base),
		look, choice{say.t("compose.notice.aside"), s.save}, drop)
}

// tellReadOnly says why the page cannot be written on, and whose turn it is.
func (s *Screen) tellReadOnly(why error, mine *review.Working) {
	say := speech{s.shell.Words()}
	sentence := say.t("compose.notice.readonly", "why", s.shell.Words().Error(why))
	if role := s.file.Draft.Waiting(s.file.Series); role != "" {
		sentence = say.t("compose.notice.turn", "role", string(role))
	} else if s.file.Draft.Frozen() {
		sentence = say.t("compose.notice.frozen", "state", say.t("term."+string(s.file.Draft.State)))
	}
	s.notices.add(say, sentence)
	if mine != nil {
		s.notices.add(say, say.t("compose.notice.left", "at", when(mine.At), "seq", mine.Base),
			choice{say.t("compose.notice.look"), func() { s.showUnsaved(*mine) }})
	}
}

// tellSaved says what became of a text beyond a plain revision.
func (s *Screen) tellSaved(saved review.Saved) {
	say := speech{s.shell.Words()}
	if saved.Aside {
		s.notices.add(say, say.t("compose.notice.savedaside", "seq", saved.Revision.Seq, "head", saved.Head.Seq),
			choice{say.t("compose.notice.compare"), func() { s.shell.OpenCompare(s.id) }}, s.dismiss())
	}
	if saved.Fell > 0 {
		s.notices.add(say, say.t("compose.notice.fell", "count", saved.Fell, "names", fallen(saved.File)), s.dismiss())
	}
}

// tellSetAside says where a text that was given up is to be found.
func (s *Screen) tellSetAside(saved review.Saved) {
	if saved.Aside {
		say := speech{s.shell.Words()}
		s.notices.add(say, say.t("compose.notice.setaside", "seq", saved.Revision.Seq, "head", saved.Head.Seq), s.dismiss())
	}
}

// fallen names the signatures that fell last.
func fallen(f *review.File) string {
	names, last := "", f.Head.At
	for _, sign := range f.SignOffs {
		if sign.Fell == review.FellByChange && !sign.FellAt.Before(last) {
			if names != "" {
				names += "、"
			}
			names += string(sign.Role) + " " + sign.Name
		}
	}
	return names
}

func (s *Screen) tellSubmitted() {
	say := speech{s.shell.Words()}
	role := string(s.file.Draft.Waiting(s.file.Series))
	s.notices.clear()
	s.notices.add(say, say.t("compose.notice.submitted", "seq", s.file.Head.Seq, "role", role),
		choice{say.t("compose.notice.home"), s.shell.Home})
}

func (s *Screen) dismiss() choice {
	return choice{speech{s.shell.Words()}.t("compose.notice.dismiss"), s.notices.clear}
}

// showUnsaved shows what an unsaved copy changed, against the newest revision.
func (s *Screen) showUnsaved(mine review.Working) {
	now := mine.Text
	if !s.page.readOnly {
		now = s.text.text
	}
	s.showChanges(s.file.Head.Text, now)
}
