package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// showChanges lists what changed from one text to another, where the texts need
// not be revisions.
func (s *Screen) showChanges(from, to doc.Bulletin) {
	say := speech{s.shell.Words()}
	list, count := s.changeList(say, from, to)
	dialog.ShowCustom(say.t("compose.changes.title", "count", count), say.t("compose.changes.close"), list, s.shell.Window())
}

// changeList is a card for each change, in a scroller, and how many there are.
func (s *Screen) changeList(say speech, from, to doc.Bulletin) (list fyne.CanvasObject, count int) {
	changes := s.shell.Comparer().Bulletins(from, to).Changes()
	cards := element.Flow(8)
	for _, c := range changes {
		cards.Add(s.changeCard(say, to, c))
	}
	if len(changes) == 0 {
		cards.Add(element.NewNote(say.t("compose.changes.none"), jtheme.ColorInk))
	}
	scroll := container.NewVScroll(cards)
	scroll.SetMinSize(fyne.NewSize(620, 400))
	return scroll, len(changes)
}

func (s *Screen) changeCard(say speech, to doc.Bulletin, c diff.Change) fyne.CanvasObject {
	field := c.At.Field
	if c.At.Paragraph != "" || field == "" {
		field = doc.FieldArticleBody
	}
	where := say.words.Field(field)
	for i, a := range to.Articles {
		if a.ID == c.At.Article {
			where = say.t("compose.of", "where", say.ordinal(i), "what", where)
		}
	}
	card := element.Flow(3, element.NewSoft(where))
	if c.Old != "" {
		card.Add(tinted(say, "－ "+c.Old, jtheme.ColorDeleteTint))
	}
	if c.New != "" {
		card.Add(tinted(say, "＋ "+c.New, jtheme.ColorInsertTint))
	}
	return card
}

func tinted(say speech, text string, tint fyne.ThemeColorName) fyne.CanvasObject {
	return element.NewSurface(tint, element.Margins(8, 2, 2, element.NewNote(text, jtheme.ColorInk)))
}
