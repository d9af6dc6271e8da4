// Package register owns the register (台账): every draft of the series with its
// number and state, and the ledger's rows with voids and gaps. It opens drafts
// and takes old ledgers in; it changes no draft.
package register

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// Shell is what the register wants from the window.
type Shell interface {
	screen.Shell
	// Series is the series last chosen.
	Series() review.SeriesID
	// ChooseTable lets the user choose a CSV file and goes on with its bytes; it
	// does nothing if the user gives up.
	ChooseTable(then func(name string, data []byte))
	// SaveFile lets the user choose where to keep a file.
	SaveFile(name string, data []byte)
	// Confirm shows what a command would do and goes on if the user says so.
	Confirm(title, sentence, verb string, then func())
	// Tell shows a sentence.
	Tell(title, sentence string)
}

// Screen is the register.
type Screen struct {
	shell     Shell
	series    review.Series
	all       []review.Draft
	shown     []review.Draft
	ledger    review.Ledger
	damaged   bool // some drafts could not be read and are not shown
	following bool // what others did is being fetched
	find      *element.Entry
	list      *widget.List
	side      *fyne.Container
	footer    *element.Text
	content   fyne.CanvasObject
}

// New returns the register, empty until it is shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, side: element.Flow(0), footer: element.NewSoft("")}
	s.find = element.NewEntry(s.t("register.find"))
	s.find.OnChanged = func(string) { s.filter() }
	s.list = widget.NewList(func() int { return len(s.shown) }, s.newLine, s.fillLine)
	s.list.OnSelected = func(i widget.ListItemID) { s.shell.OpenDraft(s.shown[i].ID) }
	paper := element.NewSurface(jtheme.ColorPaper, s.list)
	paper.Stroke, paper.Radius, paper.Inset = jtheme.ColorLine, 5, fyne.NewSize(10, 6)
	middle := container.New(layout.NewCustomPaddedLayout(14, 14, 22, 22), container.NewBorder(s.find, nil, nil, nil, paper))
	s.content = element.Columns(nil, 0, middle, container.NewVScroll(s.side), 360)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.series.Name + "  " + s.t("command.window.register")))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Leave implements screen.Screen; the register keeps nothing.
func (s *Screen) Leave() error { return nil }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "register.find", Key: "Ctrl+F", Do: func() { s.shell.Window().Canvas().Focus(s.find) }},
		{ID: "register.refresh", Key: "F5", Do: s.Show},
		{ID: "register.import", Key: "Ctrl+O", Do: s.importLedger},
		{ID: "register.export", Key: "Ctrl+E", Do: s.exportLedger},
	}
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh Screen
	s.shell.Do(func() error { return fresh.fetch(context.Background(), s.shell.Desk(), s.shell.Series()) }, func() {
		s.take(&fresh)
		s.shell.Changed()
	})
}

func (s *Screen) take(fresh *Screen) {
	s.series, s.all, s.ledger, s.damaged = fresh.series, fresh.all, fresh.ledger, fresh.damaged
	s.filter()
	s.side.Objects = []fyne.CanvasObject{element.Group(s.t("register.ledger"), element.Padded(s.paintLedger()...))}
	s.side.Refresh()
}

func (s *Screen) fetch(ctx context.Context, d *review.Desk, chosen review.SeriesID) error {
	series, err := d.AllSeries(ctx)
	if err != nil || len(series) == 0 {
		return err
	}
	s.series = series[max(0, slices.IndexFunc(series, func(one review.Series) bool { return one.ID == chosen }))]
	s.all, err = d.List(ctx, review.DraftFilter{Series: s.series.ID})
	if s.damaged = errors.Is(err, review.ErrDamaged); err != nil && !s.damaged {
		return err
	}
	s.ledger, err = d.Ledger(ctx, s.series.ID)
	return err
}

// filter shows the drafts whose title, number, state or id holds what is typed.
func (s *Screen) filter() {
	want := strings.Fields(strings.ToLower(s.find.Text))
	s.shown = slices.DeleteFunc(slices.Clone(s.all), func(d review.Draft) bool {
		have := strings.ToLower(s.numberOf(d) + d.Heading + s.stateOf(d) + string(d.ID))
		return slices.ContainsFunc(want, func(part string) bool { return !strings.Contains(have, part) })
	})
	s.list.UnselectAll()
	s.list.Refresh()
	s.footer.SetText(s.t("register.count", "shown", len(s.shown), "all", len(s.all)))
}

func (s *Screen) newLine() fyne.CanvasObject {
	number, title, state := element.NewStrong(""), element.NewText(""), element.NewSoft("")
	title.Cut = true
	return container.NewBorder(nil, nil, element.Wide(190, number), element.Wide(210, state), title)
}

func (s *Screen) fillLine(i widget.ListItemID, o fyne.CanvasObject) {
	d := s.shown[i]
	parts := o.(*fyne.Container).Objects
	parts[0].(*element.Text).SetText(d.Heading)
	parts[1].(*fyne.Container).Objects[0].(*element.Text).SetText(s.numberOf(d))
	parts[2].(*fyne.Container).Objects[0].(*element.Text).SetText(s.stateOf(d) + "  " + d.Updated.Local().Format("2006-1-2 15:04"))
}

func (s *Screen) numberOf(d review.Draft) string {
	if d.Number.IsZero() {
		return s.t("desk.unnumbered")
	}
	return s.numbers(review.Entry{Label: d.Label, Number: d.Number})
}

func (s *Screen) stateOf(d review.Draft) string {
	if role := d.Waiting(s.series); role != "" {
		return string(role)
	}
	return s.t("term." + string(d.State))
}

// ledgerRoom is how many rows of the ledger the side panel shows.
const ledgerRoom = 60

// paintLedger shows the newest rows, and above them what is wrong.
func (s *Screen) paintLedger() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if s.damaged {
		objects = append(objects, element.NewCard(element.NewNote(s.t("desk.damaged"), jtheme.ColorRed), nil))
	}
	for _, f := range s.ledger.Check(s.series) {
		objects = append(objects, element.NewNote(s.shell.Words().With(f.Code, f.Args), jtheme.ColorRed))
	}
	rows := s.ledger.ByNumber()
	for i := len(rows) - 1; i >= 0 && len(objects) < ledgerRoom; i-- {
		objects = append(objects, s.paintEntry(rows[i]))
	}
	if len(objects) == 0 {
		objects = append(objects, element.NewSoft(s.t("register.empty")))
	}
	return objects
}

func (s *Screen) paintEntry(e review.Entry) fyne.CanvasObject {
	line := container.NewBorder(nil, nil, element.NewStrong(s.numbers(e)), element.NewSoft(s.t("term.entry."+string(e.Kind))))
	if e.Reason == "" {
		return element.NewCard(line, nil)
	}
	return element.NewCard(element.Flow(2, line, element.NewNote(e.Reason, jtheme.ColorInk)), nil)
}
