// Package roster owns the screen of what the office keeps for proofreading
// (名录): its registers, and the rules with what became of their findings. It
// changes them through review.Desk; what the rules do with them is not known
// here.
package roster

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	jtheme "jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/proof"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// Series is the series last chosen.
	Series() review.SeriesID
	// Rules are those of proofreading; it takes time and may be called on any
	// goroutine.
	Rules() ([]*proof.Rule, error)
	// Confirm asks before something that cannot be taken back at once.
	Confirm(title, sentence, verb string, then func())
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
}

// rulesTab stands beside the registers.
const rulesTab review.ItemKind = "rules"

// Screen is the registers of one series and those of all.
type Screen struct {
	shell  Shell
	series review.Series
	items  []review.Item // of every register
	shown  []review.Item // of the one shown, as far as they hold what is looked for
	rules  []*proof.Rule
	looked []*proof.Rule // those shown
	counts map[string]review.Tally
	kind   review.ItemKind

	tabs    *fyne.Container
	find    *element.Entry
	tools   *fyne.Container
	list    *widget.List
	table   *widget.List // of rules
	slot    *fyne.Container
	footer  *element.Text
	content fyne.CanvasObject
}

// New returns the screen, empty until it is shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, kind: review.ItemPerson, tabs: element.Line(4), tools: element.Line(6), slot: container.NewStack(), footer: element.NewSoft("")}
	s.find = probe.Name(element.NewEntry(s.t("roster.find")), "roster.find")
	s.find.OnChanged = func(string) { s.filter() }
	s.list = widget.NewList(func() int { return len(s.shown) }, newLine, s.fillLine)
	s.list.OnSelected = func(i widget.ListItemID) {
		s.list.UnselectAll()
		s.edit(s.shown[i])
	}
	s.table = widget.NewList(func() int { return len(s.looked) }, s.newRule, s.fillRule)
	paper := element.NewSurface(jtheme.ColorPaper, s.slot)
	paper.Stroke, paper.Radius, paper.Inset = jtheme.ColorLine, 5, fyne.NewSize(10, 6)
	top := element.Stack(8, s.tabs, container.NewBorder(nil, nil, nil, s.tools, s.find))
	middle := container.New(layout.NewCustomPaddedLayout(14, 14, 22, 22), container.NewBorder(top, nil, nil, nil, paper))
	s.content = element.Columns(nil, 0, middle, nil, 0)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.series.Name + "  " + s.t("command.window.roster")))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Leave implements screen.Screen: every change is stored when it is made.
func (s *Screen) Leave() error { return nil }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "roster.add", Key: "Ctrl+N", Do: s.add, Why: s.whyNotRegister},
		{ID: "roster.find", Key: "Ctrl+F", Do: func() { s.shell.Window().Canvas().Focus(s.find) }},
		{ID: "roster.import", Key: "Ctrl+O", Do: s.chooseTable},
		{ID: "roster.export", Key: "Ctrl+E", Do: s.chooseFolder},
		{ID: "roster.next", Key: "Alt+Right", Do: func() { s.step(1) }},
		{ID: "roster.previous", Key: "Alt+Left", Do: func() { s.step(-1) }},
		{ID: "roster.refresh", Key: "F5", Do: s.Show},
	}
}

func (s *Screen) whyNotRegister() string {
	if s.kind == rulesTab {
		return s.t("roster.why.rules")
	}
	return ""
}

// kinds are what the tabs show.
func kinds() []review.ItemKind { return append(review.ItemKinds(), rulesTab) }

func (s *Screen) step(by int) {
	all := kinds()
	s.turn(all[(slices.Index(all, s.kind)+by+len(all))%len(all)])
}

// turn goes to a register or to the rules.
func (s *Screen) turn(kind review.ItemKind) {
	s.kind = kind
	s.paint()
	s.shell.Changed()
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh Screen
	chosen, shell := s.shell.Series(), s.shell
	s.shell.Do(func() error { return fresh.fetch(context.Background(), shell, chosen) }, func() {
		s.series, s.items, s.rules, s.counts = fresh.series, fresh.items, fresh.rules, fresh.counts
		s.paint()
		s.shell.Changed()
	})
}

func (s *Screen) fetch(ctx context.Context, shell Shell, chosen review.SeriesID) error {
	all, err := shell.Desk().AllSeries(ctx)
	if err != nil {
		return err
	}
	if len(all) > 0 {
		s.series = all[max(0, slices.IndexFunc(all, func(one review.Series) bool { return one.ID == chosen }))]
	}
	if s.items, err = shell.Desk().Registers(ctx, s.series.ID); err != nil {
		return err
	}
	if s.rules, err = shell.Rules(); err != nil {
		return err
	}
	tallies, err := shell.Desk().Tallies(ctx, s.series.ID)
	s.counts = map[string]review.Tally{}
	for _, t := range tallies {
		s.counts[t.Rule] = t
	}
	return err
}

// change carries a change out and shows everything anew.
func (s *Screen) change(work func(context.Context, *review.Desk, review.Actor) error) {
	desk, who := s.shell.Desk(), s.shell.Actor()
	s.shell.Do(func() error { return work(context.Background(), desk, who) }, s.Show)
}

func (s *Screen) paint() {
	s.tabs.Objects = nil
	for _, kind := range kinds() {
		s.tabs.Add(s.tab(kind))
	}
	s.tabs.Refresh()
	s.tools.Objects = nil
	for i, id := range []command.ID{"roster.add", "roster.import", "roster.export"} {
		c, _ := s.Commands().Find(id)
		b := element.NewCommandButton(s.shell.Words(), c, i == 0)
		b.Terse = true
		b.Update()
		s.tools.Add(probe.Name(b, string(id)))
	}
	s.tools.Refresh()
	s.slot.Objects = []fyne.CanvasObject{s.list}
	if s.kind == rulesTab {
		s.slot.Objects = []fyne.CanvasObject{s.table}
	}
	s.slot.Refresh()
	s.filter()
}

func (s *Screen) tab(kind review.ItemKind) fyne.CanvasObject {
	title := s.t("roster.tab." + string(kind))
	text, bar := element.NewSoft(title), element.NewSurface(jtheme.ColorAction, element.Gap(1, 2))
	if text.Px = 14; kind == s.kind {
		text = element.NewStrong(title)
	} else {
		bar.Hidden = true
	}
	return probe.Name(element.NewRow(element.Stack(4, text, bar), func() { s.turn(kind) }), "roster."+string(kind))
}

// filter shows what holds every word that is looked for.
func (s *Screen) filter() {
	want := strings.Fields(strings.ToLower(s.find.Text))
	holds := func(text string) bool {
		return !slices.ContainsFunc(want, func(part string) bool { return !strings.Contains(strings.ToLower(text), part) })
	}
	s.shown, s.looked = nil, nil
	all := len(s.rules)
	for _, r := range s.rules {
		if holds(r.ID + r.Name + r.Clause) {
			s.looked = append(s.looked, r)
		}
	}
	n := len(s.looked)
	if s.kind != rulesTab {
		all = 0
		for _, i := range s.items {
			if i.Kind != s.kind {
				continue
			}
			all++
			if holds(i.Name + s.says(i) + i.Note) {
				s.shown = append(s.shown, i)
			}
		}
		n = len(s.shown)
	}
	s.list.Refresh()
	s.table.Refresh()
	s.footer.SetText(s.t("roster.count", "shown", n, "all", all))
}
