package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// notices are the lines above the page that say what must not go unseen. Those
// that stand wait for a decision and are not cleared with the others.
type notices struct {
	content         *fyne.Container
	said            []string // by the others
	open            []string // by those that stand
	passing, stands *fyne.Container
}

func newNotices() *notices {
	n := &notices{passing: element.Flow(0), stands: element.Flow(0)}
	n.content = element.Flow(0, n.stands, n.passing)
	return n
}

func (n *notices) clear() {
	n.said, n.passing.Objects = nil, nil
	n.content.Refresh()
}

// settle takes away those that stand.
func (n *notices) settle() {
	n.open, n.stands.Objects = nil, nil
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
	n.show(n.passing, sentence, choices)
}

// stand shows a sentence until settle.
func (n *notices) stand(sentence string, choices ...choice) {
	n.open = append(n.open, sentence)
	n.show(n.stands, sentence, choices)
}

func (n *notices) show(among *fyne.Container, sentence string, choices []choice) {
	among.Add(noticeBar(sentence, choices))
	n.content.Refresh()
}

// noticeBar is a sentence with what can be done about it.
func noticeBar(sentence string, choices []choice) fyne.CanvasObject {
	text := element.Margins(0, 6, 0, element.NewNote(sentence, jtheme.ColorInk))
	cells, shares := []fyne.CanvasObject{text}, []float32{1}
	for _, c := range choices {
		b := widget.NewButton(c.title, c.do)
		cells, shares = append(cells, container.NewVBox(b), element.Gap(6, 1)), append(shares, 0, 0)
	}
	bar := element.NewSurface(jtheme.ColorNoteTint, element.Shared(shares, cells...))
	bar.Inset = fyne.NewSize(12, 3)
	return element.Flow(0, bar, element.Rule())
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

// tellBroughtAside says that what this machine had kept became a revision aside.
func (s *Screen) tellBroughtAside() {
	say := speech{s.shell.Words()}
	s.notices.add(say, say.t("compose.notice.broughtaside"), choice{say.t("compose.notice.compare"), func() { s.shell.OpenCompare(s.id) }}, s.dismiss())
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
		key := "compose.notice.savedaside"
		if saved.Writer != "" {
			key = "lease.savedaside"
		}
		s.notices.add(say, say.t(key, "name", saved.Name(saved.Writer), "seq", saved.Revision.Seq, "head", saved.Head.Seq),
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
