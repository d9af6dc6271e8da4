package cli

import (
	"jianbao/app/i18n"
	"jianbao/editor/doc"
	"jianbao/review"
)

// row is a draft as a list shows it.
type row struct {
	ID         string   `json:"id"`
	Series     string   `json:"series"`
	Number     *issueNo `json:"number"` // null until it is drawn
	Label      string   `json:"label,omitempty"`
	Title      string   `json:"title"`
	State      string   `json:"state"`
	Stage      string   `json:"stage"`       // in the office's words: 拟稿, 责编, 核稿, 定稿 …
	WaitingFor string   `json:"waiting_for"` // the role whose turn it is; "" if nobody's
	People     []string `json:"waiting_people"`
	Revision   int      `json:"revision"`
}

// issueNo is a number drawn from the ledger.
type issueNo struct {
	Year  int `json:"year"`
	Issue int `json:"issue"`
	Total int `json:"total,omitempty"`
}

func newNumber(n doc.Number) *issueNo {
	if n.IsZero() {
		return nil
	}
	return &issueNo{n.Year, n.Issue, n.Total}
}

// in words: 第4期（总第2196期）, "" for none.
func (n *issueNo) in(words *i18n.Catalogue) string {
	switch {
	case n == nil:
		return ""
	case n.Issue == 0 && n.Year == 0:
		return words.T("cli.number.total", "total", n.Total)
	case n.Total == 0:
		return words.T("cli.number.issue", "issue", n.Issue)
	}
	return words.T("cli.number.both", "issue", n.Issue, "total", n.Total)
}

// orNone is in, with a word for no number.
func (n *issueNo) orNone(words *i18n.Catalogue) string {
	if n == nil {
		return words.T("cli.number.none")
	}
	return n.in(words)
}

// rows turns drafts into rows; it knows the series and the people.
type rows struct {
	words  *i18n.Catalogue
	series map[review.SeriesID]review.Series
	people []review.Person
}

func (c *call) rows() (rows, error) {
	r := rows{words: c.words, series: map[review.SeriesID]review.Series{}}
	all, err := c.desk.AllSeries(c.ctx)
	if err != nil {
		return r, err
	}
	for _, s := range all {
		r.series[s.ID] = s
	}
	r.people, err = c.desk.People(c.ctx)
	return r, err
}

func (r rows) of(d review.Draft) row {
	s := r.series[d.Series]
	waiting := d.Waiting(s)
	return row{ID: string(d.ID), Series: s.Name, Number: newNumber(d.Number), Label: d.Label, Title: d.Heading,
		State: string(d.State), Stage: stage(r.words, d, s), WaitingFor: string(waiting), People: r.holders(waiting), Revision: d.Head}
}

// stage names where a draft stands: the role at work, that it is foreign, else its state.
func stage(words *i18n.Catalogue, d review.Draft, s review.Series) string {
	if d.Foreign() && !d.Frozen() {
		return words.T("term.foreign")
	}
	if role := d.Waiting(s); role != "" {
		return string(role)
	}
	return words.T("term." + string(d.State))
}

func (r rows) holders(role review.Role) []string {
	names := []string{}
	for _, p := range r.people {
		if role != "" && p.Has(role) && !p.Left {
			names = append(names, p.Name)
		}
	}
	return names
}
