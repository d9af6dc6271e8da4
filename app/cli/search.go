package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	seek "jianbao/review/find"
)

// searched is the answer to "search": a page of what was found.
type searched struct {
	Total int       `json:"total"`
	Hits  []hitInfo `json:"hits"`
}

type hitInfo struct {
	ID       string        `json:"id"`
	Revision int           `json:"revision"`
	Newest   bool          `json:"newest"`
	State    string        `json:"state"`
	Number   *issueNo      `json:"number"`
	Label    string        `json:"label,omitempty"`
	Date     doc.Date      `json:"date"`
	Title    string        `json:"title"`
	Snippets []snippetInfo `json:"snippets"`
}

type snippetInfo struct {
	Place doc.Place   `json:"place"`
	Text  string      `json:"text"`
	Marks []seek.Span `json:"marks"` // in characters of text
}

func search(c *call) (result, error) {
	q, err := c.query()
	if err != nil {
		return nil, err
	}
	found, err := c.program.Finder.Find(c.ctx, q)
	if err != nil {
		return nil, err
	}
	answer := searched{found.Total, []hitInfo{}}
	for _, h := range found.Hits {
		info := hitInfo{string(h.Draft), h.Revision, h.Newest, string(h.State), newNumber(h.Number), h.Label, h.Date, h.Heading, []snippetInfo{}}
		for _, s := range h.Snippets {
			info.Snippets = append(info.Snippets, snippetInfo{s.Part.Place, s.Text, s.Marks})
		}
		answer.Hits = append(answer.Hits, info)
	}
	return answer, nil
}

// query reads what is asked from the command line.
func (c *call) query() (q seek.Query, err error) {
	q = seek.Query{Field: seek.Field(c.in.first("field")), Earlier: c.in.has("earlier")}
	for _, w := range c.in.words {
		q.Terms = append(q.Terms, seek.Terms(w)...)
	}
	if q.Field != seek.Anywhere && !slices.Contains(seek.Fields(), q.Field) {
		return q, usage("cli.field.unknown", "field", string(q.Field))
	}
	for _, s := range c.in.values["state"] {
		if !slices.Contains(review.States(), review.State(s)) {
			return q, usage("cli.state.unknown", "state", s)
		}
		q.States = append(q.States, review.State(s))
	}
	if name := c.in.first("series"); name != "" {
		series, err := c.series(name)
		if err != nil {
			return q, err
		}
		q.Series = series.ID
	}
	return q, c.bounds(&q)
}

// bounds reads dates and numbers.
func (c *call) bounds(q *seek.Query) (err error) {
	for flag, to := range map[string]*doc.Date{"since": &q.From, "until": &q.To} {
		if *to, err = doc.ParseDate(c.in.first(flag)); err != nil {
			return usage("cli.date", "value", c.in.first(flag))
		}
	}
	for flag, to := range map[string]*int{"year": &q.Number.Year, "issue": &q.Number.Issue, "total": &q.Number.Total, "skip": &q.Offset} {
		if *to, err = c.count(flag); err != nil {
			return err
		}
	}
	return nil
}

func (s searched) print(p *page) {
	p.say("cli.search.total", "total", s.Total, "shown", len(s.Hits))
	for _, h := range s.Hits {
		p.line(strings.Join([]string{h.ID + "@" + strconv.Itoa(h.Revision), h.Date.String(), h.Label + h.Number.orNone(p.words), p.words.T("term." + h.State), h.Title}, "  "))
		for _, s := range h.Snippets {
			p.item(bracketed(s.Text, s.Marks))
		}
	}
}

// bracketed sets what was found into brackets.
func bracketed(text string, marks []seek.Span) string {
	runes, b, at := []rune(text), strings.Builder{}, 0
	for _, m := range marks {
		b.WriteString(string(runes[at:m.From]) + "【" + string(runes[m.From:m.To]) + "】")
		at = m.To
	}
	return b.String() + string(runes[at:])
}

// lived is the answer to "history": the wordings of a sentence, oldest first.
type lived struct {
	ID     string        `json:"id"`
	State  string        `json:"state"`
	Number *issueNo      `json:"number"` // of the issue it stands in
	Steps  []wordingInfo `json:"wordings"`
}

type wordingInfo struct {
	Revision int       `json:"revision"`
	Author   string    `json:"author"`
	At       time.Time `json:"at"`
	Text     string    `json:"text"`
}

func history(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	line, err := c.desk.Line(c.ctx, f.Draft.ID)
	if err != nil {
		return nil, err
	}
	answer := lived{string(f.Draft.ID), string(f.Draft.State), newNumber(f.Draft.Number), []wordingInfo{}}
	for _, s := range seek.Life(line, c.word(1)) {
		answer.Steps = append(answer.Steps, wordingInfo{s.Seq, f.Name(s.Author), s.At.UTC(), s.Sentence})
	}
	if len(answer.Steps) == 0 {
		return nil, fail(nil, "cli.history.none", "id", string(f.Draft.ID))
	}
	return answer, nil
}

func (l lived) print(p *page) {
	for _, s := range l.Steps {
		p.say("cli.history.step", "rev", s.Revision, "name", s.Author, "at", s.At.Local().Format("2006-01-02 15:04"), "text", s.Text)
	}
	p.say("cli.history.stands", "number", l.Number.orNone(p.words), "state", p.words.T("term."+l.State))
}

// used is the answer to "uses": how earlier issues wrote something.
type used []useInfo

type useInfo struct {
	ID       string      `json:"id"`
	Number   *issueNo    `json:"number"`
	Date     doc.Date    `json:"date"`
	Likeness string      `json:"likeness"`
	Text     string      `json:"text"`
	Marks    []seek.Span `json:"marks"`
}

func uses(c *call) (result, error) {
	found, err := seek.Uses(c.ctx, c.program.Finder, c.word(0))
	answer := used{}
	for _, u := range found {
		answer = append(answer, useInfo{string(u.Draft), newNumber(u.Number), u.Date, string(u.Likeness), u.Sentence, u.Marks})
	}
	return answer, err
}

func (u used) print(p *page) {
	if len(u) == 0 {
		p.say("archive.uses.none")
	}
	for _, one := range u {
		p.line(one.Date.String() + "  " + one.Number.orNone(p.words) + "  " + p.words.T("archive.uses."+one.Likeness))
		p.item(bracketed(one.Text, one.Marks))
	}
}
