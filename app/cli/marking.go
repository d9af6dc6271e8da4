package cli

import (
	"slices"

	"jianbao/app/setup"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// marking gathers what a marked-up copy shows, where one is asked for: the
// newest text against the revision that --against names, else the first one.
func (c *call) marking(f *review.File, formats []exchange.Format) (*exchange.Marking, error) {
	if !slices.Contains(formats, exchange.MarkedDOCX) {
		return nil, nil
	}
	seq, err := c.count("against")
	if err != nil {
		return nil, err
	}
	from, err := c.desk.Revision(c.ctx, f.Draft.ID, max(1, seq))
	if err != nil {
		return nil, err
	}
	line, err := c.desk.Line(c.ctx, f.Draft.ID)
	if err != nil {
		return nil, err
	}
	return exchange.MarkingOf(f, from, line, setup.Comparer()), nil
}
