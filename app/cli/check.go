package cli

import (
	"strconv"

	"jianbao/editor/doc"
	"jianbao/review/proof"
)

// checked is the answer to "check".
type checked []slip

// slip is one finding. Start and End count characters within the text of the
// paragraph; Paragraph counts the paragraphs of the body from 0, with --plain
// the lines, and is null for a field, which Place names.
type slip struct {
	Rule      string     `json:"rule"`
	Kind      string     `json:"kind"`
	Level     string     `json:"level"`
	Paragraph *int       `json:"paragraph"`
	Place     *doc.Place `json:"place,omitempty"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Text      string     `json:"text"`
	Fixes     []string   `json:"fixes"`
	Joins     bool       `json:"joins,omitempty"` // the fix joins the paragraph with the next one
	Message   string     `json:"message"`

	where string
}

// check ends with status 0 also where it finds something: that is its answer,
// and most of it is advice.
func check(c *call) (result, error) {
	s, err := c.subject(c.word(0))
	if err != nil {
		return nil, err
	}
	if c.in.has("as-of") {
		if s.text.Date, err = doc.ParseDate(c.in.first("as-of")); err != nil {
			return nil, usage("cli.date", "value", c.in.first("as-of"))
		}
	}
	if c.in.has("normalise") {
		return c.normalise(s)
	}
	if c.in.has("report") {
		return c.proofreport(s)
	}
	found, err := c.standing(s)
	if err != nil {
		return nil, err
	}
	return c.slips(s.text, found), nil
}

func (c *call) slips(subject proof.Text, found []proof.Finding) checked {
	numbers := paragraphs(subject)
	list := make(checked, len(found))
	for i, f := range found {
		s := slip{Rule: f.Rule, Kind: string(f.Kind), Level: string(f.Level), Start: int(f.From), End: int(f.To),
			Text: f.Text, Fixes: append([]string{}, f.Fixes...), Joins: f.Joins, Message: c.words.Finding(f)}
		if n := numbers[f.Passage]; n >= 0 {
			s.Paragraph, s.where = &n, c.words.T("cli.check.paragraph", "n", strconv.Itoa(n+1))
		}
		if f.Place != (doc.Place{}) {
			s.Place = &f.Place
		}
		if f.Place.Field != "" {
			s.where = c.words.Field(f.Place.Field)
		}
		list[i] = s
	}
	return list
}

// paragraphs numbers the passages that are paragraphs or lines; the others
// have -1.
func paragraphs(t proof.Text) []int {
	numbers := make([]int, len(t.Passages))
	next := 0
	for i, p := range t.Passages {
		numbers[i] = -1
		if p.Part == proof.Body || p.Part == proof.Line {
			numbers[i] = next
			next++
		}
	}
	return numbers
}

func (list checked) print(p *page) {
	if len(list) == 0 {
		p.say("cli.check.none")
		return
	}
	count := map[string]int{}
	for _, s := range list {
		count[s.Level]++
		p.say("cli.check.found", "where", s.where, "from", s.Start+1, "level", p.words.T("term.proof."+s.Level),
			"rule", s.Rule, "text", visible(s.Text), "message", s.Message)
	}
	p.say("cli.check.count", "errors", count[string(proof.Error)], "warnings", count[string(proof.Warning)],
		"suggestions", count[string(proof.Suggestion)])
}
