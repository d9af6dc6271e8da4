package roster

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/review"
	"jianbao/review/proof"
)

// newRule is a row: on or off, the rule, its level, what became of its findings.
func (s *Screen) newRule() fyne.CanvasObject {
	name := element.NewText("")
	name.Cut = true
	right := element.Line(10, widget.NewSelect(s.levels(), nil), element.Wide(250, element.NewSoft("")))
	return container.NewBorder(nil, nil, element.NewCheck("", false, nil), right, name)
}

func (s *Screen) levels() []string {
	names := make([]string, len(proof.Levels()))
	for i, l := range proof.Levels() {
		names[i] = s.t("term.proof." + string(l))
	}
	return names
}

func (s *Screen) fillRule(i widget.ListItemID, o fyne.CanvasObject) {
	rule := s.looked[i]
	set, t := s.series.Rules[rule.ID], s.counts[rule.ID]
	parts := o.(*fyne.Container).Objects
	parts[0].(*element.Text).SetText(rule.ID + "  " + rule.Name + "  （" + rule.Clause + "）")
	check, right := parts[1].(*element.Check), parts[2].(*fyne.Container).Objects
	check.OnChanged = nil
	check.SetChecked(!set.Off)
	check.OnChanged = func(on bool) { s.setRule(rule, review.RuleSetting{Off: !on, Level: set.Level}) }
	level, pick := rule.Level, right[0].(*widget.Select)
	if set.Level != "" {
		level = proof.Level(set.Level)
	}
	pick.OnChanged = nil
	pick.SetSelectedIndex(slices.Index(proof.Levels(), level))
	pick.OnChanged = func(string) { s.setLevel(rule, set, proof.Levels()[pick.SelectedIndex()]) }
	right[1].(*fyne.Container).Objects[0].(*element.Text).SetText(s.t("roster.tally", "shown", t.Shown, "accepted", t.Accepted, "dismissed", t.Dismissed))
}

// setLevel gives a rule another level, or its own back.
func (s *Screen) setLevel(rule *proof.Rule, set review.RuleSetting, level proof.Level) {
	set.Level = string(level)
	if level == rule.Level {
		set.Level = ""
	}
	s.setRule(rule, set)
}

func (s *Screen) setRule(rule *proof.Rule, set review.RuleSetting) {
	id := s.series.ID
	s.change(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		return d.SetRule(ctx, who, id, rule.ID, set)
	})
}
