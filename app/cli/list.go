package cli

import "jianbao/review"

// listing is the answer to "list": the drafts, last updated first.
type listing []row

func list(c *call) (result, error) {
	filter := review.DraftFilter{}
	if name := c.in.first("series"); name != "" {
		series, err := c.series(name)
		if err != nil {
			return nil, err
		}
		filter.Series = series.ID
	}
	drafts, err := c.desk.List(c.ctx, filter)
	if err != nil {
		return nil, err
	}
	rows, err := c.rows()
	if err != nil {
		return nil, err
	}
	all := make(listing, len(drafts))
	for i, d := range drafts {
		all[i] = rows.of(d)
	}
	return all, nil
}

func (l listing) print(p *page) {
	if len(l) == 0 {
		p.say("cli.list.empty")
		return
	}
	lines := make([][]string, len(l))
	for i, r := range l {
		lines[i] = []string{r.ID, r.Stage, r.Number.in(p.words) + r.Label, r.Title}
	}
	p.columns(lines)
}
