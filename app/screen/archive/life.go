package archive

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/find"
)

// sentence is what the chosen hit found: the first sentence of a text with a
// mark in it.
func (s *Screen) sentence() string {
	m := s.asked.Matcher()
	for _, snippet := range s.hit().Snippets {
		if f := snippet.Part.Field; f != find.Body && f != find.Title {
			continue
		}
		for _, one := range find.Sentences(snippet.Part.Text) {
			if len(m.Marks(one)) > 0 {
				return one
			}
		}
	}
	return ""
}

// showLife shows who wrote the sentence, how it changed and where it stands.
func (s *Screen) showLife() {
	quote, file := s.sentence(), s.reading.file
	var steps []find.Step
	s.shell.Do(func() error {
		line, err := s.shell.Desk().Line(context.Background(), file.Draft.ID)
		steps = find.Life(line, quote)
		return err
	}, func() { s.paintLife(quote, file, steps) })
}

func (s *Screen) paintLife(quote string, f *review.File, steps []find.Step) {
	list := element.Flow(8, element.NewProse(quote, theme.ColorInk))
	for _, step := range steps {
		who := s.t("archive.step", "seq", step.Seq, "by", f.Name(step.Author), "at", step.At.Local().Format("2006-1-2 15:04"))
		list.Add(element.NewCard(element.Flow(3, element.NewSoft(who), element.NewProse(step.Sentence, theme.ColorInk)), nil))
	}
	stands := s.t("archive.stands.not")
	switch {
	case len(steps) == 0:
		stands = s.t("archive.aside")
	case !f.Draft.Number.IsZero():
		stands = s.t("archive.stands", "number", s.numberOf(s.hit().Card), "state", s.t("term."+string(f.Draft.State)))
	}
	list.Add(element.NewProse(stands, theme.ColorSoft))
	show(s.shell, s.t("command.archive.life"), list)
}

// show shows something to read in a dialog.
func show(shell Shell, title string, what fyne.CanvasObject) {
	d := dialog.NewCustom(title, shell.Words().T("button.close"), container.NewVScroll(what), shell.Window())
	d.Resize(fyne.NewSize(680, 460))
	d.Show()
}
