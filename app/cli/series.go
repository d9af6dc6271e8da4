package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
)

// seriesInfo is a series as a list shows it.
type seriesInfo struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Chain []string `json:"chain"`
	Last  *issueNo `json:"last"` // the newest number in the ledger
}

type seriesList []seriesInfo

func listSeries(c *call) (result, error) {
	all, err := c.desk.AllSeries(c.ctx)
	list := make(seriesList, len(all))
	for i, s := range all {
		ledger, err := c.desk.Ledger(c.ctx, s.ID)
		if err != nil {
			return nil, err
		}
		list[i] = newSeries(s, ledger)
	}
	return list, err
}

func newSeries(s review.Series, ledger review.Ledger) seriesInfo {
	info := seriesInfo{ID: string(s.ID), Name: s.Name, Chain: s.Template.Chain}
	if last, ok := ledger.Last(); ok {
		info.Last = newNumber(last.Number)
	}
	return info
}

func (l seriesList) print(p *page) {
	var rows [][]string
	for _, s := range l {
		rows = append(rows, []string{s.ID, s.Name, joined(s.Chain), s.Last.in(p.words)})
	}
	p.columns(rows)
}

// seriesShown is the answer to "series show": the form that "series add" and
// "series change" read, and the ledger.
type seriesShown struct {
	Series json.RawMessage `json:"series"`
	Ledger []entryInfo     `json:"ledger"`
	Faults []mention       `json:"faults,omitempty"` // gaps and duplicates

	brief seriesInfo // what is printed instead of Series; zero for "series show"
}

func showSeries(c *call) (result, error) {
	s, err := c.series(c.word(0))
	if err != nil {
		return nil, err
	}
	shown, err := c.seriesShown(s)
	shown.brief = seriesInfo{}
	return shown, err
}

func (c *call) seriesShown(s review.Series) (seriesShown, error) {
	data, err := setup.FormatSeries(s)
	if err != nil {
		return seriesShown{}, err
	}
	ledger, err := c.desk.Ledger(c.ctx, s.ID)
	shown := seriesShown{Series: data, Ledger: entryInfos(ledger), brief: newSeries(s, ledger)}
	shown.Faults = c.foundIn(ledger.Check(s))
	return shown, err
}

func (s seriesShown) print(p *page) {
	if s.brief.ID != "" {
		p.say("cli.series.one", "name", s.brief.Name, "id", s.brief.ID, "chain", strings.Join(s.brief.Chain, " → "))
	} else {
		p.WriteString(string(s.Series))
	}
	p.say("cli.series.ledger", "count", len(s.Ledger))
	var rows [][]string
	for _, e := range s.Ledger {
		rows = append(rows, []string{"  " + e.in(p.words) + e.Label, p.words.T("term.entry." + e.Kind), e.Draft, e.Reason})
	}
	p.columns(rows)
	if len(s.Faults) > 0 {
		p.say("cli.ledger.faults")
		p.items(s.Faults)
	}
}

func addSeries(c *call) (result, error) {
	return c.putSeries(func(who review.Actor, s review.Series) (review.Series, error) {
		if _, err := c.series(s.Name); err == nil {
			return s, fail(nil, "cli.series.exists", "name", s.Name)
		}
		added, err := c.desk.AddSeries(c.ctx, who, s)
		if errors.Is(err, review.ErrExists) {
			err = fail(err, "cli.series.exists", "name", s.Name)
		}
		return added, err
	})
}

func changeSeries(c *call) (result, error) {
	return c.putSeries(func(who review.Actor, s review.Series) (review.Series, error) {
		if _, err := c.series(string(s.ID)); err != nil {
			return s, err
		}
		return c.desk.PutSeries(c.ctx, who, s)
	})
}

func (c *call) putSeries(put func(review.Actor, review.Series) (review.Series, error)) (result, error) {
	s, err := c.readSeries(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	if s, err = put(who.Actor, s); err != nil {
		return nil, err
	}
	return c.seriesShown(s)
}

// readSeries reads a series from its JSON form; any other file is taken for an
// issue of it, from which the series is fitted.
func (c *call) readSeries(path string) (review.Series, error) {
	data, err := readFile(path)
	if err != nil {
		return review.Series{}, err
	}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return setup.ParseSeries(data)
	}
	read, err := c.decodeIssue(data, true)
	if err != nil {
		return review.Series{}, err
	}
	return fittedSeries(read.Bulletin)
}

// fittedSeries is the built-in series fitted to an issue of another one.
func fittedSeries(issue doc.Bulletin) (review.Series, error) {
	builtin, err := setup.BuiltinSeries()
	if err != nil {
		return review.Series{}, err
	}
	if issue.Masthead.Title == "" {
		return review.Series{}, fail(nil, "cli.series.untitled")
	}
	return setup.FitSeries(builtin[0], issue), nil
}

// openLedger states the last number used before the program kept the ledger.
func openLedger(c *call) (result, error) {
	s, err := c.series(c.word(0))
	if err != nil {
		return nil, err
	}
	last, err := c.lastNumber()
	if err != nil {
		return nil, err
	}
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	if err := c.desk.OpenLabel(c.ctx, who.Actor, s.ID, c.in.first("label"), last); err != nil {
		return nil, err
	}
	return c.seriesShown(s)
}

func (c *call) lastNumber() (last doc.Number, err error) {
	if last.Year, err = c.count("year"); err != nil {
		return last, err
	}
	if last.Issue, err = c.count("issue"); err != nil {
		return last, err
	}
	last.Total, err = c.count("total")
	return last, err
}
