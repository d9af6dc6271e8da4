package step

import (
	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// paint shows the sentence at hand between its neighbours.
func (s *Screen) paint() {
	if len(s.all.Sentences) == 0 {
		return
	}
	one, c := s.all.Sentences[s.at], s.all.Count()
	s.header.SetText(s.t("step.header", "title", s.file.Draft.Heading, "seq", s.all.Revision))
	s.progress.SetText(s.t("step.progress", "n", s.at+1, "all", c.All, "read", c.Fine+c.Doubts))
	s.where.SetText(s.placeOf(one.Place))
	s.before.Text, s.next.Text = s.excerpt(s.at-1), s.excerpt(s.at+1)
	for _, beside := range []*element.Prose{s.before, s.next} {
		beside.Hidden = beside.Text == ""
		beside.Refresh()
	}
	s.sentence.SetText(one.Text)
	s.paintSaid(one)
	s.paintButtons()
	s.column.Refresh()
}

// placeOf says where a sentence stands.
func (s *Screen) placeOf(p doc.Place) string {
	if p.Paragraph != "" {
		return s.shell.Words().Field(doc.FieldArticleBody)
	}
	return s.shell.Words().Field(p.Field)
}

// paintSaid shows what this person said of the sentence before.
func (s *Screen) paintSaid(one review.Stepped) {
	s.said.Objects = nil
	if one.Step != nil {
		key, colour := "step.said.fine", theme.ColorOK
		if one.Step.Opinion == review.OpinionDoubts {
			key, colour = "step.said.doubts", theme.ColorRed
		}
		s.said.Add(element.NewNote(s.t(key, "note", one.Step.Note), colour))
	}
	if one.Carried {
		s.said.Add(element.NewNote(s.t("step.carried", "seq", one.Step.Revision), theme.ColorWarn))
	}
	if s.all.Complete() {
		s.said.Add(element.NewNote(s.t("step.complete", "all", s.all.Count().All, "doubts", s.all.Count().Doubts), theme.ColorOK))
	}
	s.said.Refresh()
}

func (s *Screen) paintButtons() {
	s.buttons.Objects = nil
	for i, id := range []command.ID{"step.fine", "step.doubts", "step.comment", "step.previous", "step.next", "step.back"} {
		c, _ := s.Commands().Find(id)
		b := element.NewCommandButton(s.shell.Words(), c, i == 0)
		b.Terse = i > 0
		b.Update()
		s.buttons.Add(probe.Name(b, string(id)))
	}
	s.buttons.Refresh()
}
