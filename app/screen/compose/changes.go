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
	list := element.Flow(8)
	for _, c := range s.shell.Comparer().Bulletins(from, to).Changes() {
		list.Add(s.changeCard(say, to, c))
	}
	if len(list.Objects) == 0 {
		list.Add(element.NewNote(say.t("compose.changes.none"), jtheme.ColorInk))
	}
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(620, 400))
	d := dialog.NewCustom(say.t("compose.changes.title", "count", len(list.Objects)), say.t("compose.changes.close"), scroll, s.shell.Window())
	d.Show()
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
