package compare

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// origin is a sentence or field of the newest text and who wrote it.
type origin struct {
	at doc.Anchor
	by string // names with the revisions and how many characters each
}

// readOrigins finds out who wrote what, over all revisions that led to the
// newest one; the list shows it when it is there.
func (s *Screen) readOrigins() {
	head := s.state.file.Draft.Head
	if s.originsOf == head {
		return
	}
	var line []review.Revision
	var credits []diff.Credit
	comparer, desk := s.shell.Comparer(), s.shell.Desk()
	s.shell.Do(func() (err error) {
		line, err = desk.Line(context.Background(), s.id)
		texts := make([]doc.Bulletin, len(line))
		for i, r := range line {
			texts[i] = r.Text
		}
		credits = comparer.Credits(texts)
		return err
	}, func() {
		s.origins, s.originsOf = nil, head
		for _, c := range credits {
			s.origins = append(s.origins, origin{c.At, s.hands(c.Hands, line)})
		}
		s.originList.Refresh()
	})
}

func (s *Screen) hands(hands []diff.Hand, line []review.Revision) string {
	words := make([]string, len(hands))
	for i, h := range hands {
		r := line[h.Text]
		words[i] = s.t("compare.origin.hand", "name", s.state.file.Name(r.Author), "seq", r.Seq, "runes", h.Runes)
	}
	return strings.Join(words, "、")
}

// said is a sentence of a body as it is, and anything else with the field it is in.
func (s *Screen) said(at doc.Anchor) string {
	if at.Field == doc.FieldArticleBody {
		return at.Quote
	}
	return s.t("compare.origin.field", "field", s.shell.Words().Field(at.Field), "text", at.Quote)
}

// originRow shows one sentence.
type originRow struct {
	element.Row
	sentence, by *element.Text
}

func newOriginRow() *originRow {
	r := &originRow{sentence: element.NewText(""), by: element.NewSoft("")}
	r.sentence.Cut, r.by.Cut = true, true
	r.Content = element.Stack(2, r.sentence, r.by)
	r.ExtendBaseWidget(r)
	return r
}

// newOriginList is the list of sentences; it draws only the lines in sight.
func (s *Screen) newOriginList() *widget.List {
	l := widget.NewList(
		func() int { return len(s.origins) },
		func() fyne.CanvasObject { return newOriginRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			r, one := o.(*originRow), s.origins[i]
			r.OnTapped = func() { s.goTo(one.at) }
			r.sentence.SetText(s.said(one.at))
			r.by.SetText(one.by)
		})
	l.HideSeparators = true
	return l
}
