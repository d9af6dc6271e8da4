package issue

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/form"
)

// recipient is one of those who get the issue, as its 版记 lists them.
type recipient struct{ label, name string }

// recipients takes the lists of 报, 送 and 发 apart at their commas. What stands
// between two, as 市委、市政府, gets its copies together: a 、 also joins words that
// name nobody by themselves, as 主任、副主任.
func recipients(b doc.Bulletin) []recipient {
	var all []recipient
	for _, list := range []struct{ label, text string }{
		{form.ReportToLabel, b.Imprint.ReportTo}, {form.CopyToLabel, b.Imprint.CopyTo}, {form.SendToLabel, b.Imprint.SendTo},
	} {
		for _, name := range strings.FieldsFunc(list.text, func(r rune) bool { return strings.ContainsRune("，,；;。\n", r) }) {
			if name = strings.TrimSpace(name); name != "" {
				all = append(all, recipient{list.label, name})
			}
		}
	}
	return all
}

// sum adds up the copies of all recipients.
func (s *Screen) sum() int {
	sum := 0
	for _, r := range recipients(s.file.Head.Text) {
		sum += s.copies[r]
	}
	return sum
}

// readShares takes over the copies that are kept with the draft.
func (s *Screen) readShares() {
	clear(s.copies)
	for _, share := range s.file.Draft.Shares {
		s.copies[recipient{share.List, share.Name}] = share.Copies
	}
}

// shares are the copies of those who get any, in the order of the imprint.
func (s *Screen) shares() []review.Share {
	var all []review.Share
	for _, r := range recipients(s.file.Head.Text) {
		if n := s.copies[r]; n > 0 {
			all = append(all, review.Share{List: r.label, Name: r.name, Copies: n})
		}
	}
	return all
}

// keepSpread keeps the copies with the draft.
func (s *Screen) keepSpread() {
	shares := s.shares()
	s.change(func(ctx context.Context) (*review.File, error) {
		return s.shell.Desk().Spread(ctx, s.shell.Actor(), s.id, shares)
	})
}

func (s *Screen) whyNotKeep() string {
	if why := s.why(review.ActSpread)(); why != "" {
		return why
	}
	if slices.Equal(s.shares(), s.file.Draft.Shares) {
		return s.t("issue.spread.kept")
	}
	return ""
}

// paintSpread asks how many copies each recipient gets. The signed text says only
// who gets the issue and how many are printed; so the numbers are worked out
// here, kept beside it, and printed on a list of their own.
func (s *Screen) paintSpread() fyne.CanvasObject {
	all := recipients(s.file.Head.Text)
	if len(all) == 0 {
		return element.Listed(element.NewSoft(s.t("issue.spread.none")))
	}
	total := element.NewProse("", theme.ColorInk)
	tell := func() {
		text, ink := s.sumText()
		total.Text, total.Ink = text, ink
		total.Refresh()
		s.shell.Changed()
	}
	var rows []fyne.CanvasObject
	for i, r := range all {
		rows = append(rows, s.paintRecipient(i, r, tell))
	}
	tell()
	return element.Listed(append(rows, total, s.button("issue.keep"), s.button("issue.spread"))...)
}

func (s *Screen) paintRecipient(i int, r recipient, changed func()) fyne.CanvasObject {
	entry := probe.Name(element.NewEntry("0"), "issue.copies."+strconv.Itoa(i+1))
	if n := s.copies[r]; n > 0 {
		entry.SetText(strconv.Itoa(n))
	}
	entry.OnChanged = func(typed string) {
		n, err := strconv.Atoi(strings.TrimSpace(typed))
		if err != nil || n < 0 {
			n = 0
		}
		s.copies[r] = n
		changed()
	}
	return element.Frame(nil, nil, nil, element.Wide(62, entry), element.Middle(element.NewProse(r.label+r.name, theme.ColorInk)))
}

// sumText says how the copies add up against those printed.
func (s *Screen) sumText() (string, fyne.ThemeColorName) {
	sum, printed := s.sum(), s.file.Head.Text.Imprint.Copies
	switch {
	case printed == 0:
		return s.t("issue.spread.sum", "sum", sum), theme.ColorInk
	case sum == printed:
		return s.t("issue.spread.equal", "sum", sum), theme.ColorOK
	case sum < printed:
		return s.t("issue.spread.less", "sum", sum, "printed", printed, "n", printed-sum), theme.ColorWarn
	}
	return s.t("issue.spread.more", "sum", sum, "printed", printed, "n", sum-printed), theme.ColorWarn
}

// spreadLines is the list of who gets how many, as it is printed.
func (s *Screen) spreadLines() []string {
	b := s.file.Head.Text
	lines := []string{s.t("issue.spread.title"), b.Masthead.Title + "　" + s.number()}
	for _, r := range recipients(b) {
		lines = append(lines, fmt.Sprintf("%s%s　%s", r.label, r.name, s.t("issue.spread.copies", "n", s.copies[r])))
	}
	said, _ := s.sumText()
	return append(lines, said)
}

func (s *Screen) printSpread() { s.printSlip(s.t("issue.spread.title"), s.spreadLines()) }

// printSlip hands a sheet that goes with the issue to the system.
func (s *Screen) printSlip(name string, lines []string) {
	var path string
	series := s.file.Series
	s.shell.Do(func() error {
		layout, err := s.shell.Layout(series)
		if err != nil {
			return err
		}
		folder, err := os.MkdirTemp("", "jianbao-print-")
		if err != nil {
			return err
		}
		r, err := exchange.ExportSlip(context.Background(), folder, name, lines, exchange.Meta{Layout: layout})
		path = r.Path
		return err
	}, func() { s.shell.Print(path) })
}

// whyNoSpread wants numbers to print.
func (s *Screen) whyNoSpread() string {
	switch {
	case s.file == nil:
		return s.t("issue.loading")
	case s.sum() == 0:
		return s.t("issue.spread.nonumbers")
	}
	return ""
}
