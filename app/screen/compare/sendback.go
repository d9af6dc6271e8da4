package compare

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/editor/doc"
	"jianbao/review"
)

// sendBack is what was written into the send-back dialog. It outlives the
// dialog: closing it loses nothing.
type sendBack struct {
	to      int // a step of the chain, or review.ToDrafting
	reason  string
	demands []review.DemandText
}

// usualReasons is how many reasons the catalogue offers to pick from.
const usualReasons = 5

// askSendBack opens the dialog: to whom, why, and what is to be done.
func (s *Screen) askSendBack() {
	if len(s.form.demands) == 0 {
		s.form = sendBack{to: review.ToDrafting, demands: []review.DemandText{{Anchor: s.pointedAt()}}}
	}
	items := element.Stack(8)
	for i := range s.form.demands {
		items.Add(s.demandEntry(i))
	}
	more := widget.NewButton(s.t("compare.return.more"), func() {
		s.form.demands = append(s.form.demands, review.DemandText{})
		items.Add(s.demandEntry(len(s.form.demands) - 1))
	})
	scroll := container.NewVScroll(items)
	scroll.SetMinSize(fyne.NewSize(560, 220))
	head := widget.NewForm(widget.NewFormItem(s.t("compare.return.to"), s.handChoice()),
		widget.NewFormItem(s.t("compare.return.reason"), s.reasonEntry()))
	body := container.NewBorder(head, container.NewHBox(probe.Name(more, "compare.return.more")), nil, nil, scroll)
	d := dialog.NewCustomConfirm(s.t("command.compare.return"), s.t("compare.return.send"), s.t("button.cancel"), body, func(ok bool) {
		if ok {
			s.sendBack()
		}
	}, s.shell.Window())
	d.Resize(fyne.NewSize(620, 460))
	d.Show()
}

// handChoice offers the hands before the one whose turn it is.
func (s *Screen) handChoice() fyne.CanvasObject {
	f := s.state.file
	names := []string{string(review.RoleDrafter)}
	for step := range f.Draft.Step {
		names = append(names, string(f.Series.StepRole(step)))
	}
	pick := widget.NewSelect(names, nil)
	pick.SetSelectedIndex(min(s.form.to+1, len(names)-1))
	pick.OnChanged = func(string) { s.form.to = pick.SelectedIndex() - 1 }
	return probe.Name(pick, "compare.return.to")
}

func (s *Screen) reasonEntry() fyne.CanvasObject {
	reasons := make([]string, usualReasons)
	for i := range reasons {
		reasons[i] = s.t("compare.return.reason." + string(rune('1'+i)))
	}
	entry := widget.NewSelectEntry(reasons)
	entry.SetPlaceHolder(s.t("compare.return.reason.hint"))
	entry.SetText(s.form.reason)
	entry.OnChanged = func(text string) { s.form.reason = text }
	return probe.Name(entry, "compare.return.reason")
}

// demandEntry is one demand: what is to be done, and which text it is about.
func (s *Screen) demandEntry(i int) fyne.CanvasObject {
	entry := widget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapBreak
	entry.SetMinRowsVisible(2)
	entry.SetPlaceHolder(s.t("compare.return.demand", "n", i+1))
	entry.SetText(s.form.demands[i].Text)
	entry.OnChanged = func(text string) { s.form.demands[i].Text = text }
	anchors, names := s.anchorChoice(s.form.demands[i].Anchor)
	about := widget.NewSelect(names, nil)
	for k, a := range anchors {
		if a == s.form.demands[i].Anchor {
			about.SetSelectedIndex(k)
		}
	}
	about.OnChanged = func(string) { s.form.demands[i].Anchor = anchors[about.SelectedIndex()] }
	name := "compare.return.demand." + circled(i+1)
	return element.Stack(2, probe.Name(entry, name), about)
}

// anchorRoom is how many changes the dialog offers to tie a demand to.
const anchorRoom = 30

// anchorChoice lists what a demand may be about: the text as a whole, what it is
// about already, and the changes.
func (s *Screen) anchorChoice(present doc.Anchor) (anchors []doc.Anchor, names []string) {
	add := func(a doc.Anchor) {
		for _, b := range anchors {
			if a == b {
				return
			}
		}
		anchors = append(anchors, a)
		names = append(names, s.anchorName(a))
	}
	add(doc.Anchor{})
	add(present)
	add(s.pointedAt())
	for _, c := range s.state.view.Changes[:min(anchorRoom, len(s.state.view.Changes))] {
		if _, ok := s.state.view.New.Text(c.At.Place); ok {
			add(c.At)
		}
	}
	return anchors, names
}

// quoteRoom is how many characters of a quote the dialog shows.
const quoteRoom = 24

func (s *Screen) anchorName(a doc.Anchor) string {
	place := s.place(a, s.state.view.New)
	if a.Quote == "" {
		return s.t("compare.return.about.place", "place", place)
	}
	quote := []rune(a.Quote)
	if len(quote) > quoteRoom {
		quote = append(quote[:quoteRoom], '…')
	}
	return s.t("compare.return.about", "place", place, "quote", string(quote))
}

// sendBack sends the draft back with the demands that say something. What the
// desk refuses stays in the form for the next try.
func (s *Screen) sendBack() {
	form := s.form
	var demands []review.DemandText
	for _, d := range form.demands {
		if d.Text = strings.TrimSpace(d.Text); d.Text != "" {
			demands = append(demands, d)
		}
	}
	s.do(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		_, err := d.Return(ctx, who, s.id, form.to, form.reason, demands)
		return err
	}, func() {
		s.form = sendBack{}
		s.shell.Tell(s.t("command.compare.return"), s.t("compare.return.done", "role", s.state.file.Draft.Waiting(s.state.file.Series), "count", len(demands)))
	})
}
