package compose

import (
	"context"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/proofread"
	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/review"
	"jianbao/review/proof"
)

// normalising is the batch of fixes that need no judgement, while it is looked
// through: whole kinds of it can be left out.
type normalising struct {
	screen *Screen
	text   proof.Text
	edit   int             // of the text
	all    []proof.Change  // with every rule
	off    map[string]bool // rules left out
	list   *fyne.Container
}

// normalise implements critic: it shows the batch and carries it out once it is
// wanted.
func (s *Screen) normalise() {
	n := &normalising{screen: s, text: proof.TextOf(&s.text.text), edit: s.text.edits, off: map[string]bool{}, list: element.Flow(6)}
	n.changes(func(changes []proof.Change) {
		n.all = changes
		n.show()
	})
}

// changes works the batch out, without what was left out or dismissed.
func (n *normalising) changes(then func([]proof.Change)) {
	p, shell := n.screen.proofs, n.screen.shell
	series, items, memory := n.seriesWithout(), p.known.items, p.memory
	var changes []proof.Change
	shell.Do(func() error {
		checker, err := shell.Checker(series, items)
		if err != nil {
			return err
		}
		_, changes, err = checker.Normalise(context.Background(), n.text, func(f proof.Finding) bool {
			_, dismissed := memory.Of(n.screen.id, proofread.Mark(n.text, f))
			return dismissed
		})
		return err
	}, func() { then(changes) })
}

// seriesWithout is the series with the rules off that were left out.
func (n *normalising) seriesWithout() review.Series {
	series := n.screen.proofs.known.series
	series.Rules = maps.Clone(series.Rules)
	for rule := range n.off {
		if series.Rules == nil {
			series.Rules = map[string]review.RuleSetting{}
		}
		series.Rules[rule] = review.RuleSetting{Off: true}
	}
	return series
}

func (n *normalising) show() {
	say := speech{n.screen.shell.Words()}
	if len(n.all) == 0 {
		n.screen.notices.add(say, say.t("compose.normalise.none"), n.screen.dismiss())
		return
	}
	n.fill(say)
	scroll := container.NewVScroll(element.Margins(6, 4, 8, n.list))
	scroll.SetMinSize(fyne.NewSize(720, 420))
	d := dialog.NewCustomConfirm(say.t("compose.normalise.title", "count", count(byRule(n.all))), say.t("compose.normalise.verb"),
		say.t("compose.normalise.cancel"), scroll, func(ok bool) {
			if ok {
				n.changes(n.carryOut)
			}
		}, n.screen.shell.Window())
	d.Resize(fyne.NewSize(800, 560))
	d.Show()
}

// byRule counts fixes.
func byRule(changes []proof.Change) map[string]int {
	counts := map[string]int{}
	for _, c := range changes {
		for _, f := range c.Applied {
			counts[f.Rule]++
		}
	}
	return counts
}

func count(byRule map[string]int) int {
	all := 0
	for _, n := range byRule {
		all += n
	}
	return all
}

// shownFixes is how many fixes of one kind are shown.
const shownFixes = 12

// fill lists the kinds, each with a tick and with what it changes.
func (n *normalising) fill(say speech) {
	samples := map[string][]string{}
	faults := map[string]string{}
	replay(n.text, n.all, func(f proof.Finding, before string) {
		samples[f.Rule] = append(samples[f.Rule], around(f, before))
		faults[f.Rule] = say.words.Fault(f)
	})
	for _, rule := range slices.Sorted(maps.Keys(samples)) {
		lines := samples[rule]
		slices.Reverse(lines)
		tick := element.NewCheck(say.t("compose.normalise.kind", "rule", rule, "what", faults[rule], "count", len(lines)), true, func(on bool) {
			delete(n.off, rule)
			if !on {
				n.off[rule] = true
			}
		})
		n.list.Add(probe.Name(tick, "normalise."+rule))
		for _, line := range lines[:min(len(lines), shownFixes)] {
			n.list.Add(element.Margins(28, 0, 0, element.NewNote(line, jtheme.ColorSoft)))
		}
		if more := len(lines) - shownFixes; more > 0 {
			n.list.Add(element.Margins(28, 0, 0, element.NewNote(say.t("compose.normalise.more", "count", more), jtheme.ColorSoft)))
		}
	}
}

// around is a fix among the characters beside it.
func around(f proof.Finding, before string) string {
	const beside = 10
	runes := []rune(before)
	from, to := int(f.From), int(f.To)
	if from > len(runes) || to > len(runes) || to < from {
		return f.Text
	}
	left, right := runes[max(0, from-beside):from], runes[to:min(len(runes), to+beside)]
	fix := "⏎"
	if !f.Joins {
		fix = f.Fixes[0]
	}
	return string(left) + "［" + string(runes[from:to]) + " → " + fix + "］" + string(right)
}

// replay goes through the fixes of a batch, the last passage first, and tells
// each with its passage as it was before it: so all offsets are true for a text
// that is changed on the way.
func replay(t proof.Text, changes []proof.Change, visit func(f proof.Finding, before string)) {
	now := slices.Clone(t.Passages)
	for _, c := range slices.Backward(changes) {
		for _, f := range c.Applied {
			visit(f, now[c.Passage].Text)
			if !f.Joins {
				now[c.Passage].Text = proof.Apply(now[c.Passage].Text, f, f.Fixes[0])
				continue
			}
			next := c.Passage + 1
			for isBlank(now[next].Text) {
				next++
			}
			now[c.Passage].Text = proof.Apply(now[c.Passage].Text, f, "") + now[next].Text
			now[next].Text = ""
		}
	}
}

// carryOut makes the batch one thought, and a revision of its own where the text
// was handed over before.
func (n *normalising) carryOut(changes []proof.Change) {
	s, say := n.screen, speech{n.screen.shell.Words()}
	if n.edit != s.text.edits || s.page.readOnly {
		s.notices.add(say, say.t("compose.normalise.moved"), s.dismiss())
		return
	}
	changes, left := s.withoutHeld(n.text, changes)
	s.wholesale(func() error { return s.applyAll(n.text, changes) })
	s.accepted(byRule(changes))
	said := say.t("compose.normalise.done", "count", count(byRule(changes)))
	if len(left) > 0 {
		said = say.t("lease.skipped", "said", said, "count", count(byRule(left)))
	}
	s.notices.add(say, said, s.dismiss())
}

// withoutHeld parts the changes of a batch from those where others write.
func (s *Screen) withoutHeld(t proof.Text, changes []proof.Change) (free, held []proof.Change) {
	for _, c := range changes {
		if s.page.locked(t.Passages[c.Passage].Place) {
			held = append(held, c)
		} else {
			free = append(free, c)
		}
	}
	return free, held
}

// applyAll writes a batch into the texts of the page.
func (s *Screen) applyAll(t proof.Text, changes []proof.Change) error {
	var failed error
	replay(t, changes, func(f proof.Finding, _ string) {
		view, span, ok := s.spanOfFinding(f)
		if !ok || failed != nil {
			return
		}
		fix := ""
		if f.Joins {
			span.To = joined(view.Buffer(), span.To)
		} else {
			fix = f.Fixes[0]
		}
		failed = view.Apply(buffer.Command, buffer.Replace(span, fix))
	})
	return failed
}

func (s *Screen) whyNotNormalise() string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	if s.proofs.mechanical() == 0 {
		return s.shell.Words().T("compose.why.normal")
	}
	return ""
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }
