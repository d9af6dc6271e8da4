package register

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/ledger"
)

// listed is how many lines of a kind a message lists.
const listed = 8

// importLedger shows what a table would enter and enters it when told to.
func (s *Screen) importLedger() {
	s.shell.ChooseTable(func(_ string, data []byte) {
		desk, id := s.shell.Desk(), s.series.ID
		var table ledger.Table
		var plan review.Takeover
		s.shell.Do(func() (err error) {
			var bad *ledger.Error
			if table, err = ledger.Read(data); errors.As(err, &bad) {
				plan.Wrong = bad.Problems
				return nil
			} else if err != nil {
				return err
			}
			plan, err = desk.PlanTakeover(context.Background(), id, table.Rows)
			return err
		}, func() { s.propose(table, plan) })
	})
}

// propose tells what would be entered; gaps and duplicates want a reason.
func (s *Screen) propose(table ledger.Table, plan review.Takeover) {
	title := s.t("command.register.import")
	switch {
	case len(plan.Wrong) > 0:
		lines := []string{s.t("register.import.wrong", "count", len(plan.Wrong))}
		s.shell.Tell(title, s.lines(lines, len(plan.Wrong), func(i int) string { return s.shell.Words().Problem(plan.Wrong[i]) }))
	case len(plan.Rows) == 0:
		s.shell.Tell(title, s.t("register.import.none", "known", plan.Known))
	case len(plan.Found) > 0:
		s.shell.Confirm(title, s.planned(table, plan), s.t("register.import.do"), func() {
			s.shell.Ask(title, s.t("register.import.reason"), func(reason string) { s.takeOver(table.Rows, reason) })
		})
	default:
		s.shell.Confirm(title, s.planned(table, plan), s.t("register.import.do"), func() { s.takeOver(table.Rows, "") })
	}
}

func (s *Screen) takeOver(rows []review.OldRow, reason string) {
	desk, who, id := s.shell.Desk(), s.shell.Actor(), s.series.ID
	var done review.Takeover
	s.shell.Do(func() (err error) {
		done, err = desk.TakeOver(context.Background(), who, id, rows, reason)
		return err
	}, func() {
		s.shell.Tell(s.t("command.register.import"), s.t("register.import.done", "count", len(done.Rows)))
		s.Show()
	})
}

// planned lists what would be entered, and what is not in sequence.
func (s *Screen) planned(table ledger.Table, plan review.Takeover) string {
	rows := plan.Rows.ByNumber()
	said := s.lines([]string{s.t("register.import.text", "series", s.series.Name, "count", len(rows), "known", plan.Known,
		"first", s.numbers(rows[0]), "last", s.numbers(rows[len(rows)-1]))},
		len(rows), func(i int) string { return s.row(rows[i]) })
	if len(table.Apart) > 0 {
		said += "\n" + s.t("register.import.apart", "names", strings.Join(table.Apart, "、"))
	}
	if len(plan.Found) == 0 {
		return said
	}
	return s.lines([]string{said, s.t("register.import.found", "count", len(plan.Found))}, len(plan.Found), func(i int) string {
		return s.shell.Words().With(plan.Found[i].Code, plan.Found[i].Args)
	})
}

// lines adds the first of so many lines, and how many more there are.
func (s *Screen) lines(said []string, count int, line func(int) string) string {
	for i := range min(count, listed) {
		said = append(said, line(i))
	}
	if count > listed {
		said = append(said, s.t("register.more", "count", count-listed))
	}
	return strings.Join(said, "\n")
}

// row is a row of an old ledger on one line.
func (s *Screen) row(e review.Entry) string {
	return strings.TrimSpace(strings.Join([]string{s.numbers(e), s.t("term.entry." + string(e.Kind)), e.Title, e.Reason}, "  "))
}

// numbers is the number of a row with its year and label; a missing 总期号 has
// neither.
func (s *Screen) numbers(e review.Entry) string {
	n := e.Number
	switch {
	case n.Year == 0:
		return s.t("register.total", "total", n.Total)
	case n.Total == 0:
		return strconv.Itoa(n.Year) + " " + e.Label + s.t("register.issue", "issue", n.Issue)
	}
	return strconv.Itoa(n.Year) + " " + e.Label + s.t("desk.numbers", "issue", n.Issue, "total", n.Total)
}

// exportLedger writes the ledger as a table that importLedger reads back.
func (s *Screen) exportLedger() {
	desk, one := s.shell.Desk(), s.series
	var table []byte
	s.shell.Do(func() error {
		rows, err := desk.TitledLedger(context.Background(), one.ID)
		if err != nil {
			return err
		}
		table, err = ledger.Write(rows)
		return err
	}, func() { s.shell.SaveFile(exchange.SafeName(s.t("register.file", "series", one.Name)), table) })
}
