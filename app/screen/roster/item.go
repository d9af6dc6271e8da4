package roster

import (
	"context"
	"strconv"
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

func newLine() fyne.CanvasObject {
	what := element.NewText("")
	what.Cut = true
	return container.NewBorder(nil, nil, element.Wide(230, element.NewStrong("")), element.Wide(300, element.NewSoft("")), what)
}

func (s *Screen) fillLine(i widget.ListItemID, o fyne.CanvasObject) {
	item := s.shown[i]
	parts := o.(*fyne.Container).Objects
	parts[0].(*element.Text).SetText(s.says(item))
	parts[1].(*fyne.Container).Objects[0].(*element.Text).SetText(item.Name)
	parts[2].(*fyne.Container).Objects[0].(*element.Text).SetText(s.holds(item))
}

// says is what the register knows of a name.
func (s *Screen) says(i review.Item) string {
	var parts []string
	add := func(key, value string) {
		if value != "" {
			parts = append(parts, s.t(key, "value", value))
		}
	}
	add("roster.says.post", i.Post)
	add("roster.says.short", strings.Join(i.Short, "、"))
	add("roster.says.right", i.Right)
	add("roster.says.except", strings.Join(i.Except, "、"))
	add("roster.says.note", i.Note)
	return strings.Join(parts, "  ")
}

// holds says when an item holds, and for which series.
func (s *Screen) holds(i review.Item) string {
	days := ""
	switch {
	case !i.From.IsZero() && !i.To.IsZero():
		days = s.t("roster.days", "from", i.From.String(), "to", i.To.String())
	case !i.From.IsZero():
		days = s.t("roster.days.from", "from", i.From.String())
	case !i.To.IsZero():
		days = s.t("roster.days.to", "to", i.To.String())
	}
	if i.Series != "" {
		days += "  " + s.t("roster.own")
	}
	return days
}

// entries are the columns of a register under the hands of the user.
type entries struct {
	name, post, order, short, right, except, from, to, note *element.Entry
	own                                                     *element.Check
}

func (s *Screen) entriesOf(i review.Item) (*entries, []*widget.FormItem) {
	var items []*widget.FormItem
	entry := func(column, value string) *element.Entry {
		e := probe.Name(element.NewEntry(s.t("roster.hint."+column)), "item."+column)
		e.SetText(value)
		items = append(items, widget.NewFormItem(s.t("roster.column."+column), e))
		return e
	}
	e := &entries{name: entry("name", i.Name)}
	switch i.Kind {
	case review.ItemPerson:
		order := ""
		if i.Order > 0 {
			order = strconv.Itoa(i.Order)
		}
		e.post, e.order = entry("post", i.Post), entry("order", order)
	case review.ItemBody:
		e.short = entry("short", strings.Join(i.Short, " "))
	case review.ItemForbidden, review.ItemPreferred, review.ItemSlip:
		e.right, e.except = entry("right", i.Right), entry("except", strings.Join(i.Except, " "))
	}
	e.from, e.to, e.note = entry("from", i.From.String()), entry("to", i.To.String()), entry("note", i.Note)
	e.own = element.NewCheck(s.t("roster.onlyhere", "series", s.series.Name), i.Series != "", nil)
	if i.ID == "" {
		items = append(items, widget.NewFormItem("", e.own))
	}
	return e, items
}

// read puts what was written into an item, and says in which column it could
// not.
func (e *entries) read(i *review.Item, series review.SeriesID) (column string) {
	text := func(from *element.Entry) string {
		if from == nil {
			return ""
		}
		return strings.TrimSpace(from.Text)
	}
	i.Name, i.Post, i.Right, i.Note = text(e.name), text(e.post), text(e.right), text(e.note)
	i.Short, i.Except = strings.Fields(text(e.short)), strings.Fields(text(e.except))
	var err error
	if i.Order = 0; text(e.order) != "" {
		if i.Order, err = strconv.Atoi(text(e.order)); err != nil {
			return "order"
		}
	}
	if i.From, err = doc.ParseDate(text(e.from)); err != nil {
		return "from"
	}
	if i.To, err = doc.ParseDate(text(e.to)); err != nil {
		return "to"
	}
	if i.ID == "" && e.own.Checked {
		i.Series = series
	}
	return ""
}

func (s *Screen) add() { s.form(review.Item{Kind: s.kind}, s.t("command.roster.add")) }

// edit changes an item, or removes it.
func (s *Screen) edit(i review.Item) { s.form(i, s.t("roster.edit")) }

func (s *Screen) form(i review.Item, title string) {
	e, items := s.entriesOf(i)
	var d dialog.Dialog
	if i.ID != "" {
		remove := widget.NewButton(s.t("roster.remove"), func() { d.Hide(); s.askRemove(i) })
		items = append(items, widget.NewFormItem("", element.Line(0, remove)))
	}
	d = dialog.NewForm(title, s.t("button.ok"), s.t("button.cancel"), items, func(ok bool) {
		if ok {
			s.store(e, i, title)
		}
	}, s.shell.Window())
	d.Resize(fyne.NewSize(560, d.MinSize().Height))
	d.Show()
	s.shell.Window().Canvas().Focus(e.name)
}

func (s *Screen) store(e *entries, i review.Item, title string) {
	if column := e.read(&i, s.series.ID); column != "" {
		s.shell.Tell(title, s.t("roster.unread", "column", s.t("roster.column."+column)))
		return
	}
	s.change(func(ctx context.Context, d *review.Desk, who review.Actor) error {
		if i.ID == "" {
			_, err := d.Enter(ctx, who, []review.Item{i})
			return err
		}
		_, err := d.ChangeItem(ctx, who, i)
		return err
	})
}

func (s *Screen) askRemove(i review.Item) {
	s.shell.Confirm(s.t("roster.remove"), s.t("roster.remove.text", "name", i.Name), s.t("roster.remove"), func() {
		s.change(func(ctx context.Context, d *review.Desk, who review.Actor) error { return d.RemoveItem(ctx, who, i.ID) })
	})
}
