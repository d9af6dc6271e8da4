package compose

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/proofread"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
)

// listed is how many findings are shown around the one looked at.
const listed = 30

// levelColors are the colours of the levels; their names say the same.
var levelColors = map[proof.Level]fyne.ThemeColorName{
	proof.Error: jtheme.ColorRed, proof.Warning: jtheme.ColorWarn, proof.Suggestion: jtheme.ColorAction,
}

// recount shows the findings anew where they are shown, and their count where
// only that is.
func (p *side) recount() {
	if p.file == nil {
		return
	}
	if said := p.proofs.digest(); p.tab == tabProofs && said != p.digest {
		p.digest = said
		p.paint()
		return
	}
	p.paintTabs()
}

// digest is another one whenever the list shows something else.
func (p *proofs) digest() string {
	said := fmt.Sprint(p.at, len(p.open), len(p.gone), p.mechanical())
	for _, f := range p.open[:min(len(p.open), max(0, p.at)+listed)] {
		said += f.Rule + f.Text
	}
	return said
}

// findings are what proofreading found: the batch first, then one by one.
func (p *side) findings() []fyne.CanvasObject {
	list := p.batch()
	from := max(0, min(p.proofs.at-listed/2, len(p.proofs.open)-listed))
	to := min(from+listed, len(p.proofs.open))
	if from > 0 {
		list = append(list, element.NewNote(p.say.t("compose.proof.above", "count", from), jtheme.ColorSoft))
	}
	for i := from; i < to; i++ {
		list = append(list, p.finding(i))
	}
	if rest := len(p.proofs.open) - to; rest > 0 {
		list = append(list, element.NewNote(p.say.t("compose.proof.below", "count", rest), jtheme.ColorSoft))
	}
	if len(p.proofs.open) == 0 {
		list = append(list, p.empty("compose.proof.none")...)
	}
	for _, d := range p.proofs.gone {
		list = append(list, p.dismissed(d))
	}
	return list
}

// batch offers what needs no judgement as one.
func (p *side) batch() []fyne.CanvasObject {
	count := p.proofs.mechanical()
	if count == 0 || p.file.Can(review.ActEdit, p.who, review.Ask{}) != nil {
		return nil
	}
	b := probe.Name(widget.NewButton(p.say.t("command.compose.normalise"), p.critic.normalise), "proof.normalise")
	b.Importance = widget.HighImportance
	return []fyne.CanvasObject{p.card(doc.Place{}, element.NewNote(p.say.t("compose.proof.batch", "count", count), jtheme.ColorInk), element.Line(0, b))}
}

// finding is a card; that of the finding looked at has all there is to say.
func (p *side) finding(i int) fyne.CanvasObject {
	f := p.proofs.open[i]
	head := element.Line(6, element.NewChip(p.say.t("term.proof."+string(f.Level)), jtheme.ColorActionTint, levelColors[f.Level]),
		element.NewStrong(cited(f)))
	parts := []fyne.CanvasObject{head, element.NewNote(p.say.words.Fault(f), jtheme.ColorInk)}
	if i == p.proofs.at {
		parts = append(parts, p.explanation(f)...)
		parts = append(parts, p.answers(i, f)...)
	}
	c := element.NewCard(element.Flow(5, parts...), func() { p.critic.showFinding(i) })
	c.Choose(i == p.proofs.at)
	return c
}

// cited is what was found, as a card shows it: blanks are seen; a place between
// characters has no text.
func cited(f proof.Finding) string {
	const most = 12
	text := []rune(strings.NewReplacer(" ", "␣", "\u3000", "□").Replace(f.Text))
	if len(text) > most {
		return string(text[:most]) + "…"
	}
	return string(text)
}

// explanation is where the rule stands and what it says by example.
func (p *side) explanation(f proof.Finding) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{element.NewNote(p.say.t("compose.proof.clause", "rule", f.Rule, "clause", f.Clause), jtheme.ColorSoft)}
	if rule := p.proofs.known.rules[f.Rule]; rule != nil && len(rule.Wrong) > 0 && len(rule.Right) > 0 {
		parts = append(parts, element.NewNote(p.say.t("compose.proof.example", "wrong", clip(rule.Wrong[0].Text), "right", clip(rule.Right[0].Text)), jtheme.ColorSoft))
	}
	return parts
}

// answers are what can be done about a finding.
func (p *side) answers(i int, f proof.Finding) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if p.file.Can(review.ActEdit, p.who, review.Ask{}) == nil {
		rows = p.fixes(i, f)
	}
	if p.file.Can(review.ActDismiss, p.who, review.Ask{Reason: "…"}) == nil {
		scopes := element.Line(4, element.Middle(element.NewSoft(p.say.t("compose.proof.let"))))
		for _, scope := range review.Scopes() {
			scopes.Add(probe.Name(widget.NewButton(p.say.t("compose.proof.ignore."+string(scope)), func() { p.critic.ignore(i, scope) }), "proof.ignore."+string(scope)))
		}
		rows = append(rows, scopes)
	}
	return rows
}

func (p *side) fixes(i int, f proof.Finding) []fyne.CanvasObject {
	titles := make([]string, 0, len(f.Fixes)+1)
	for _, fix := range f.Fixes {
		title := p.say.t("compose.proof.fix", "text", clip(fix))
		if fix == "" {
			title = p.say.t("compose.proof.delete")
		}
		titles = append(titles, title)
	}
	if f.Joins {
		titles = []string{p.say.t("compose.proof.join")}
	}
	var rows []fyne.CanvasObject
	for which, title := range titles {
		b := widget.NewButton(title, func() { p.critic.fix(i, which) })
		if which == 0 {
			b.Importance = widget.HighImportance
		}
		rows = append(rows, element.Line(0, b))
	}
	return rows
}

// dismissed says who let a finding stand, and why.
func (p *side) dismissed(d proofread.Dismissed) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		element.Line(6, element.NewSoft(p.say.t("compose.proof.dismissed")), element.NewStrong(cited(d.Finding))),
		element.NewNote(p.say.words.Fault(d.Finding), jtheme.ColorSoft),
		element.NewNote(p.say.t("compose.proof.why", "name", p.file.Name(d.By.By), "scope", p.say.t("compose.proof.ignore."+string(d.By.Scope)), "reason", d.By.Reason), jtheme.ColorSoft),
	}
	if p.file.Can(review.ActDismiss, p.who, review.Ask{Reason: "…"}) == nil {
		parts = append(parts, element.Line(0, widget.NewButton(p.say.t("compose.proof.heed"), func() { p.critic.heed(d.By.ID) })))
	}
	return p.card(d.Place, parts...)
}
