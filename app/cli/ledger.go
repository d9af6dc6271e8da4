package cli

import (
	"strconv"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/ledger"
)

// takeoverInfo is the answer to "ledger import": what would be entered, or was.
type takeoverInfo struct {
	Series  string      `json:"series"`
	Entered bool        `json:"entered"`
	Rows    []entryInfo `json:"rows"`
	Known   int         `json:"known"`
	Apart   []string    `json:"apart,omitempty"` // columns that a ledger does not keep
	Wrong   []mention   `json:"wrong,omitempty"`
	Found   []mention   `json:"found,omitempty"`
}

func importLedger(c *call) (result, error) {
	s, err := c.onlySeries()
	if err != nil {
		return nil, err
	}
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	data, err := readFile(c.word(0))
	if err != nil {
		return nil, err
	}
	table, err := ledger.Read(data)
	if err != nil {
		return nil, err
	}
	var plan review.Takeover
	if c.in.has("yes") {
		plan, err = c.desk.TakeOver(c.ctx, who.Actor, s.ID, table.Rows, c.in.first("reason"))
	} else {
		plan, err = c.desk.PlanTakeover(c.ctx, s.ID, table.Rows)
	}
	if err != nil {
		return nil, err
	}
	return takeoverInfo{Series: s.Name, Entered: c.in.has("yes"), Rows: entryInfos(plan.Rows), Known: plan.Known, Apart: table.Apart,
		Wrong: mentions(c.words, plan.Wrong), Found: c.foundIn(plan.Found)}, nil
}

// onlySeries returns the series that --series names, or the only one.
func (c *call) onlySeries() (review.Series, error) {
	if c.in.has("series") {
		return c.series(c.in.first("series"))
	}
	all, err := c.desk.AllSeries(c.ctx)
	if err != nil {
		return review.Series{}, err
	}
	if len(all) == 1 {
		return all[0], nil
	}
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.Name
	}
	return review.Series{}, usage("cli.ledger.whichseries", "names", strings.Join(names, "、"))
}

func (t takeoverInfo) print(p *page) {
	if t.Entered {
		p.say("cli.ledger.entered", "count", len(t.Rows), "known", t.Known, "faults", len(t.Found))
		return
	}
	if len(t.Apart) > 0 {
		p.say("cli.ledger.apart", "names", strings.Join(t.Apart, "、"))
	}
	if len(t.Rows) > 0 {
		p.say("cli.ledger.plan", "series", t.Series, "count", len(t.Rows), "known", t.Known)
		p.entries(t.Rows)
	}
	if len(t.Found) > 0 {
		p.say("cli.ledger.found", "count", len(t.Found))
		p.items(t.Found)
	}
	if len(t.Wrong) > 0 {
		p.say("cli.ledger.wrong", "count", len(t.Wrong))
		p.items(t.Wrong)
		p.say("cli.ledger.stays")
		return
	}
	if len(t.Rows) == 0 {
		p.say("register.import.none", "known", t.Known)
		return
	}
	p.say("cli.ledger.waits")
}

// exportLedger writes the ledger as a table that "ledger import" reads back.
func exportLedger(c *call) (result, error) {
	s, err := c.onlySeries()
	if err != nil {
		return nil, err
	}
	rows, err := c.desk.TitledLedger(c.ctx, s.ID)
	if err != nil {
		return nil, err
	}
	table, err := ledger.Write(rows)
	return raw(table), err
}

// entryInfo is a row of a ledger.
type entryInfo struct {
	issueNo
	Label  string   `json:"label,omitempty"`
	Kind   string   `json:"kind"`
	Draft  string   `json:"draft,omitempty"`
	Reason string   `json:"reason,omitempty"`
	Date   doc.Date `json:"date,omitzero"`
	Title  string   `json:"title,omitempty"`
}

func entryInfos(l review.Ledger) []entryInfo {
	list := make([]entryInfo, len(l))
	for i, e := range l {
		list[i] = entryInfo{issueNo(e.Number), e.Label, string(e.Kind), string(e.Draft), e.Reason, e.Date, e.Title}
	}
	return list
}

// entries prints rows of an old ledger, each with its year.
func (p *page) entries(list []entryInfo) {
	var rows [][]string
	for _, e := range list {
		year := ""
		if e.Year > 0 {
			year = strconv.Itoa(e.Year)
		}
		rows = append(rows, []string{"  " + year, e.in(p.words) + e.Label, p.words.T("term.entry." + e.Kind), e.Date.String(), e.Title, e.Reason})
	}
	p.columns(rows)
}

func (p *page) items(list []mention) {
	for _, m := range list {
		p.item(m.Message)
	}
}

// foundIn says what is wrong with a ledger.
func (c *call) foundIn(found []review.Finding) []mention {
	list := make([]mention, len(found))
	for i, f := range found {
		list[i] = mention{Code: f.Code, Message: c.words.With(f.Code, f.Args)}
	}
	return list
}
