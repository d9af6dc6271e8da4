package prefs

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
)

func (s *Screen) paintSeries() []fyne.CanvasObject {
	cards := make([]fyne.CanvasObject, len(s.series))
	for i, one := range s.series {
		cards[i] = element.NewCard(s.paintOne(one), nil)
	}
	return cards
}

func (s *Screen) paintOne(one review.Series) fyne.CanvasObject {
	chain := append([]string{string(review.RoleDrafter)}, one.Template.Chain...)
	ledger := s.ledgers[one.ID]
	state := s.t("desk.ledger.unopened")
	if last, ok := ledger.Last(); ok {
		state = s.t("desk.ledger.last", "issue", last.Number.Issue, "total", last.Number.Total)
	}
	text := element.Stack(3, element.NewStrong(one.Name), element.NewSoft(strings.Join(chain, " → ")), element.NewSoft(state))
	buttons := element.Line(6, widget.NewButton(s.t("prefs.customs"), func() { s.editSeries(one) }),
		widget.NewButton(s.t("prefs.opening"), func() { s.openLedger(one) }))
	return container.NewBorder(nil, nil, text, element.Middle(buttons))
}

// addSeries asks for the name and office of a series and makes it after the
// first one: the same parts and chain, its own numbers.
func (s *Screen) addSeries() {
	if len(s.series) == 0 {
		s.shell.Fail(review.ErrNotFound)
		return
	}
	name, office := element.NewEntry(""), element.NewEntry("")
	s.form("command.prefs.addseries", func() {
		fresh := s.series[0]
		fresh.ID, fresh.Name = "", strings.TrimSpace(name.Text)
		fresh.Template = withDefaults(fresh.Template, map[doc.FieldKey]string{
			doc.FieldTitle: fresh.Name, doc.FieldOffice: strings.TrimSpace(office.Text)})
		s.change(func(ctx context.Context) error {
			_, err := s.shell.Desk().PutSeries(ctx, s.shell.Actor(), fresh)
			return err
		})
	}, widget.NewFormItem(s.t("prefs.name"), name), widget.NewFormItem(s.t("term.masthead.office"), office))
	s.shell.Window().Canvas().Focus(name)
}

// withDefaults returns the template with other defaults for some fields, and
// without the values that only the old ones allowed.
func withDefaults(t template.Template, defaults map[doc.FieldKey]string) template.Template {
	parts := make([]template.Part, len(t.Parts))
	for i, p := range t.Parts {
		if value, ok := defaults[p.Field]; ok {
			p.Default, p.Allowed = value, nil
		}
		parts[i] = p
	}
	t.Parts = parts
	return t
}

// editSeries changes the customs of a series.
func (s *Screen) editSeries(one review.Series) {
	name, chain, same := element.NewEntry(""), element.NewEntry(""), element.NewEntry(s.t("prefs.samehand.hint"))
	name.SetText(one.Name)
	chain.SetText(strings.Join(one.Template.Chain, " "))
	same.SetText(one.SameHandReason)
	share := probe.Name(element.NewEntry(s.t("prefs.share.hint", "share", review.DefaultShare)), "series.share")
	if one.SubstantiveShare > 0 {
		share.SetText(strconv.Itoa(one.SubstantiveShare))
	}
	suite := s.newSuites(one.Suite)
	override := element.NewCheck(s.t("prefs.override"), one.AllowOverride, nil)
	count := element.NewCheck(s.t("prefs.supplements"), one.SupplementsCount, nil)
	s.form("prefs.customs", func() {
		var ok bool
		if one.SubstantiveShare, ok = shareOf(share.Text); !ok {
			s.shell.Tell(s.t("prefs.customs"), s.t("prefs.share.range"))
			return
		}
		one.Suite = review.Suites()[max(suite.SelectedIndex(), 0)]
		one.Name, one.Template.Chain = strings.TrimSpace(name.Text), strings.Fields(chain.Text)
		one.SameHandReason, one.AllowOverride, one.SupplementsCount = strings.TrimSpace(same.Text), override.Checked, count.Checked
		s.change(func(ctx context.Context) error {
			_, err := s.shell.Desk().PutSeries(ctx, s.shell.Actor(), one)
			return err
		})
	}, widget.NewFormItem(s.t("prefs.name"), name), widget.NewFormItem(s.t("prefs.chain"), chain),
		widget.NewFormItem(s.t("prefs.samehand"), same),
		widget.NewFormItem(s.t("prefs.share"), share), widget.NewFormItem(s.t("prefs.suite"), suite), widget.NewFormItem("", override), widget.NewFormItem("", count))
}

// shareOf reads a share in %; nothing written is 0, which leaves it to the program.
func shareOf(text string) (share int, ok bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), "%")
	if text == "" {
		return 0, true
	}
	share, err := strconv.Atoi(text)
	return share, err == nil && share >= 1 && share <= 100
}

// openLedger states the last number used before this program kept the ledger,
// of the ordinary issues or of those with a label. The desk says where it is too
// late for that.
func (s *Screen) openLedger(one review.Series) {
	year, issue, total := probe.Name(element.NewEntry(""), "ledger.year"), probe.Name(element.NewEntry(""), "ledger.issue"), probe.Name(element.NewEntry(""), "ledger.total")
	label := probe.Name(element.NewEntry(s.t("prefs.opening.label.hint")), "ledger.label")
	year.SetText(strconv.Itoa(time.Now().Year()))
	s.form("prefs.opening", func() {
		y, errY := strconv.Atoi(strings.TrimSpace(year.Text))
		i, errI := strconv.Atoi(strings.TrimSpace(issue.Text))
		n, errN := strconv.Atoi(strings.TrimSpace(total.Text))
		if errY != nil || errI != nil || errN != nil || y < 1 || i < 0 || n < 0 {
			s.shell.Tell(s.t("prefs.opening"), s.t("prefs.opening.numbers"))
			return
		}
		s.change(func(ctx context.Context) error {
			return s.shell.Desk().OpenLabel(ctx, s.shell.Actor(), one.ID, strings.TrimSpace(label.Text), doc.Number{Year: y, Issue: i, Total: n})
		})
	}, widget.NewFormItem(s.t("prefs.year"), year), widget.NewFormItem(s.t("term.masthead.issue"), issue),
		widget.NewFormItem(s.t("term.masthead.total"), total), widget.NewFormItem(s.t("prefs.opening.label"), label))
}

// paintLook lets one choose between light, dark and the system's.
func (s *Screen) paintLook() fyne.CanvasObject {
	names := make([]string, len(theme.Preferences()))
	chosen := 0
	for i, p := range theme.Preferences() {
		names[i] = s.t("look." + string(p))
		if p == s.shell.Look() {
			chosen = i
		}
	}
	pick := widget.NewRadioGroup(names, nil)
	pick.Horizontal = true
	pick.Selected = names[chosen]
	pick.OnChanged = func(name string) {
		s.shell.Window().Canvas().Unfocus() // the choice would keep the keys to itself
		s.shell.SetLook(theme.Preferences()[slices.Index(names, name)])
	}
	return element.NewCard(pick, nil)
}
