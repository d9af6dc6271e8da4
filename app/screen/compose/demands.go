package compose

import (
	"context"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// demands are the items of every send-back, the open ones first.
func (p *side) demands() []fyne.CanvasObject {
	if len(p.file.Demands) == 0 {
		return p.empty("compose.demands.none")
	}
	var open, answered []fyne.CanvasObject
	for _, d := range p.file.Demands {
		if d.Answer == review.AnswerOpen {
			open = append(open, p.demand(d))
		} else {
			answered = append(answered, p.demand(d))
		}
	}
	return append(open, answered...)
}

func (p *side) demand(d review.Demand) fyne.CanvasObject {
	head := element.Line(6, element.NewChip(p.say.t("compose.demand.n", "n", d.N), jtheme.ColorControl, jtheme.ColorInk),
		element.NewSoft(p.file.Name(d.By)+" · "+when(d.At)))
	parts := []fyne.CanvasObject{head, element.NewNote(d.Text, jtheme.ColorInk),
		element.NewNote(p.say.t("compose.demand.reason", "text", d.Reason), jtheme.ColorSoft)}
	parts = append(parts, p.spoken(d.Anchor)...)
	if d.Answer != review.AnswerOpen {
		parts = append(parts, p.answered(d))
	}
	if p.mayAnswer(d) {
		parts = append(parts, element.Line(6, p.button("compose.demand.done", d.Answer == review.AnswerOpen, func() { p.critic.answer(d.N, review.AnswerDone) }),
			p.button("compose.demand.decline", false, func() { p.critic.answer(d.N, review.AnswerDeclined) })))
	}
	return p.card(d.Anchor.Place, parts...)
}

// spoken shows the text an anchor speaks of, as it was and as it is now.
func (p *side) spoken(a doc.Anchor) []fyne.CanvasObject {
	if a.Quote == "" {
		return nil
	}
	if p.text.Holds(a) {
		return []fyne.CanvasObject{p.quote("compose.quote.same", a.Quote)}
	}
	now, stands := p.text.Text(a.Place)
	if !stands {
		return []fyne.CanvasObject{p.quote("compose.quote.was", a.Quote), element.NewNote(p.say.t("compose.quote.gone"), jtheme.ColorWarn)}
	}
	return []fyne.CanvasObject{p.quote("compose.quote.was", a.Quote), p.quote("compose.quote.now", now)}
}

func (p *side) answered(d review.Demand) fyne.CanvasObject {
	text := p.say.t("compose.demand.answer."+string(d.Answer), "name", p.file.Name(d.Answerer), "note", d.Note)
	return element.NewNote(text, jtheme.ColorOK)
}

// mayAnswer reports whether an answer can be given, or changed because the
// draft was not handed on since.
func (p *side) mayAnswer(d review.Demand) bool {
	if d.Answer != review.AnswerOpen && d.Round+1 != p.file.Draft.Round {
		return false
	}
	return p.file.Can(review.ActAnswer, p.who, review.Ask{}) == nil
}

// answer implements critic.
func (s *Screen) answer(n int, a review.Answer) {
	give := func(note string) {
		s.decide(func(d *review.Desk, who review.Actor) (*review.File, error) {
			return d.AnswerDemand(context.Background(), who, s.id, n, a, note)
		}, s.refresh)
	}
	if a == review.AnswerDone {
		give("")
		return
	}
	say := speech{s.shell.Words()}
	s.shell.Ask(say.t("compose.demand.decline.title", "n", n), say.t("compose.demand.decline.hint"), give)
}

// goTo implements critic.
func (s *Screen) goTo(at doc.Place) { s.page.goTo(at) }
